import type { Transport } from '../../model';

/** What is known of the traffic from one host to another, as the first one sees it that is asked. */
export interface HostPair<T> extends Readonly<Record<Transport, Map<number, T>>> {
  /** Of both directions: by transport and port of the server. */
  readonly known: Map<string, T>;
  /** The other direction. */
  readonly back: HostPair<T>;
}

export type BetweenHosts<T> = (source: string, destination: string) => HostPair<T>;

/** Finds what is known of two hosts. Rows of the same two follow each other, so that the last ones are kept at hand. */
export function hostPairs<T>(): BetweenHosts<T> {
  const pairs = new Map<string, Map<string, HostPair<T>>>();
  let last: { readonly source: string; readonly destination: string; readonly pair: HostPair<T> } | undefined;

  const put = (source: string, destination: string, pair: HostPair<T>) => {
    const known = pairs.get(source) ?? new Map<string, HostPair<T>>();
    pairs.set(source, known);
    known.set(destination, pair);
  };
  const begin = (source: string, destination: string): HostPair<T> => {
    const known = new Map<string, T>();
    const there: Mutable<HostPair<T>> = { tcp: new Map(), udp: new Map(), known, back: undefined! };
    there.back = source === destination ? there : { tcp: new Map(), udp: new Map(), known, back: there };
    put(source, destination, there);
    put(destination, source, there.back);
    return there;
  };
  return (source, destination) => {
    if (last?.source === source && last.destination === destination) return last.pair;
    const pair = pairs.get(source)?.get(destination) ?? begin(source, destination);
    last = { source, destination, pair };
    return pair;
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
