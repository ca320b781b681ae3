/**
 * Text of a log for a place where VS Code makes icons of `$(sync~spin)` and links, of commands too, of `[a](b)`: a
 * language status item, a message. It shows nearly what it says, and nothing can be clicked.
 */
export function asText(text: string): string {
  return text.replaceAll('$(', '$ (').replaceAll('](', '] (');
}
