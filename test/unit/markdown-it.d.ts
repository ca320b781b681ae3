/** As much of the parser as the tests use. */
declare module 'markdown-it' {
  export interface Token {
    readonly type: string;
    readonly content: string;
    readonly children: readonly Token[] | null;
    attrGet(name: string): string | null;
  }
  export default class MarkdownIt {
    constructor(options: { readonly html: boolean; readonly linkify: boolean });
    readonly core: { readonly ruler: { disable(rule: string): void } };
    parse(text: string, env: object): Token[];
  }
}
