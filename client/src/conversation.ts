import { type Disposable, EventEmitter, LogLevel, type LogOutputChannel, window, workspace } from 'vscode';

/** The channel of our client in the Output view, and how the conversation with the server gets into it. */
export interface Conversation extends Disposable {
  readonly outputChannel: LogOutputChannel;
  readonly traceOutputChannel: LogOutputChannel;
}

/**
 * Makes the setting `netsetup.trace.server` do what it says. The library of our client writes the conversation down
 * where the level of a channel is Trace, and looks at the setting only then; so it gets a channel that has this level
 * by the setting, and that shows what it is told at every level.
 */
export function conversation(name: string): Conversation {
  const outputChannel = window.createOutputChannel(name, { log: true });
  const level = () =>
    workspace.getConfiguration('netsetup').get('trace.server', 'off') === 'off'
      ? LogLevel.Info
      : LogLevel.Trace;
  const changed = new EventEmitter<LogLevel>();
  const listening = workspace.onDidChangeConfiguration(event => {
    if (event.affectsConfiguration('netsetup.trace.server')) changed.fire(level());
  });
  const traceOutputChannel: LogOutputChannel = {
    name,
    get logLevel() {
      return level();
    },
    onDidChangeLogLevel: changed.event,
    trace: (message, ...more) => outputChannel.info(message, ...more),
    debug: (message, ...more) => outputChannel.debug(message, ...more),
    info: (message, ...more) => outputChannel.info(message, ...more),
    warn: (message, ...more) => outputChannel.warn(message, ...more),
    error: (message, ...more) => outputChannel.error(message, ...more),
    append: text => outputChannel.append(text),
    appendLine: text => outputChannel.appendLine(text),
    replace: text => outputChannel.replace(text),
    clear: () => outputChannel.clear(),
    show: () => outputChannel.show(),
    hide: () => outputChannel.hide(),
    dispose: () => undefined,
  };
  return {
    outputChannel,
    traceOutputChannel,
    dispose() {
      listening.dispose();
      changed.dispose();
      outputChannel.dispose();
    },
  };
}
