/** The settings under `netsetup` that the server reads, as package.json declares them. */
export interface Settings {
  readonly inlayHints: { readonly enabled: boolean };
}

export const defaultSettings: Settings = { inlayHints: { enabled: true } };

/** The settings that a client sent, of whatever form they are; what is missing or no setting has its default. */
export function settingsFrom(sent: unknown): Settings {
  const enabled = (sent as { inlayHints?: { enabled?: unknown } } | null)?.inlayHints?.enabled;
  return {
    inlayHints: { enabled: typeof enabled === 'boolean' ? enabled : defaultSettings.inlayHints.enabled },
  };
}
