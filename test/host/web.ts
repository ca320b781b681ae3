import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { Browser, Page } from 'playwright-core';
import type { Host } from './host';
import { runSuiteInPage, VIEWPORT } from './hosted';
import { ROOT } from './install';
import type { Outcome, Report } from './report';
import { SERVED } from './served';

/** The extension at an address, as the marketplace has it for a VS Code in a browser. */
export interface ServedExtension {
  readonly authority: string;
  /** What the suite has said so far. */
  report(): Report | undefined;
  close(): void;
}

/** The suite as a web worker runs it, below the address of the extension. */
const SUITE = '/test/dist/e2e/web.js';

/** What is served: the parts of the extension, and its tests. */
const SERVED_FILES =
  /^\/(?:package\.json|(?:client|server|test)\/dist\/[\w/.]+|(?:syntaxes|images|samples)\/[\w/.-]+)$/;

/**
 * Serves the extension on a free port: VS Code makes no worker of a script of a remote folder.
 *
 * @param missing a path that is not found, such as "/server/dist/serverMain.js"
 */
export async function serveExtension(missing?: string): Promise<ServedExtension> {
  const asked: string[] = [];
  let report: Report | undefined;
  const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.json': 'application/json' };
  const server = createServer(async (request: IncomingMessage, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    if (pathname === `/${SERVED.report}` && request.method === 'POST') {
      report = JSON.parse(await text(request)) as Report;
      response.end();
    } else if (pathname === `/${SERVED.list}`) {
      response.end(JSON.stringify(asked));
    } else if (SERVED_FILES.test(pathname) && !pathname.includes('..') && pathname !== missing) {
      asked.push(pathname);
      response.setHeader('Content-Type', types[path.extname(pathname)] ?? 'application/octet-stream');
      const file = createReadStream(path.join(ROOT, pathname));
      file.on('error', () => response.writeHead(404).end()).pipe(response);
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    // Under this name: VS Code lets its workers take scripts from `localhost`, and none from 127.0.0.1.
    authority: `localhost:${port}`,
    report: () => report,
    close: () => server.close().closeAllConnections(),
  };
}

/** A page whose workbench runs the extension in its web worker, and the suite where it is wanted. */
export async function openWebPage(
  browser: Browser,
  { authority }: ServedExtension,
  withSuite: boolean,
): Promise<Page> {
  // The policy of VS Code's pages lets scripts of its own origins alone run.
  const page = await browser.newPage({ viewport: VIEWPORT, bypassCSP: true });
  const at = (pathname: string) => ({ scheme: 'http', authority, path: pathname });
  const options = {
    extensions: [at('/')],
    ...(withSuite && { extensionTestsPath: at(SUITE) }),
  };
  // A workbench learns of an extension in development by its configuration alone, which stands in an element of the
  // page. (The page cannot be changed on its way: Chromium would take it for one that is not of this machine.)
  await page.addInitScript(developed => {
    const { Element } = globalThis as any;
    const getAttribute = Element.prototype.getAttribute;
    Element.prototype.getAttribute = function (name: string) {
      const value = getAttribute.call(this, name);
      if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings') return value;
      const configuration = JSON.parse(value);
      configuration.developmentOptions = { ...configuration.developmentOptions, ...developed };
      return JSON.stringify(configuration);
    };
  }, options);
  return page;
}

/** Runs the suite in the web worker that a VS Code in a browser has for extensions. */
export async function runSuiteInWorker(
  host: Host,
  browser: Browser,
  { folder, timeout }: { readonly folder: string; readonly timeout: number },
): Promise<Outcome> {
  const extension = await serveExtension();
  try {
    const page = await openWebPage(browser, extension, true);
    const address = host.url({ folder, isWeb: true });
    return await runSuiteInPage(host, page, { address, report: extension.report, timeout });
  } finally {
    extension.close();
  }
}
