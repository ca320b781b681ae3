/** What a client may say about the answers it wants. */
import type { Severity } from './model';

/** The settings under `netsetup` that the server reads, as package.json declares them. */
export interface Settings {
  readonly inlayHints: { readonly enabled: boolean };
  readonly diagnostics: {
    /** `lastOperation`: only what concerns the last join, or stands after it. */
    readonly scope: 'all' | 'lastOperation';
  };
  /** How bad the findings of a rule are to this reader, by its code; a rule that is not named has its own severity. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
}

export const defaultSettings: Settings = {
  inlayHints: { enabled: true },
  diagnostics: { scope: 'all' },
  rules: {},
};

const scopes: readonly Settings['diagnostics']['scope'][] = ['all', 'lastOperation'];
const severities: readonly Settings['rules'][string][] = ['off', 'hint', 'information', 'warning', 'error'];

/** The settings that a client sent, of whatever form they are; what is missing or no setting has its default. */
export function settingsFrom(sent: unknown): Settings {
  const enabled = valueIn(sent, 'inlayHints', 'enabled');
  const scope = valueIn(sent, 'diagnostics', 'scope');
  const named = valueIn(sent, 'rules');
  const rules = Object.entries(Array.isArray(named) ? {} : (named ?? {}));
  return {
    inlayHints: { enabled: typeof enabled === 'boolean' ? enabled : defaultSettings.inlayHints.enabled },
    diagnostics: { scope: scopes.find(each => each === scope) ?? defaultSettings.diagnostics.scope },
    rules: Object.fromEntries(
      rules.flatMap(([code, value]) => {
        const severity = severities.find(each => each === value);
        return severity ? [[code, severity]] : [];
      }),
    ),
  };
}

/** The commands of our own that a client has, as it says in its `initializationOptions`. */
export function commandsFrom(initializationOptions: unknown): ReadonlySet<string> {
  const commands = valueIn(initializationOptions, 'commands');
  return new Set(Array.isArray(commands) ? commands.filter(each => typeof each === 'string') : []);
}

/** What stands under these keys; undefined where it is not there. */
function valueIn(sent: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    sent,
  );
}
