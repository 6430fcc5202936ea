// `customary start` where somebody watches: the web app over the demo organisation, from the first second on. The first start
// makes the organisation while the app shows how far it is; later ones open what was made.
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Fault } from '../kernel/fault.ts';
import type { DataFolder } from '../platform/config.ts';
import { markAsDemo } from '../platform/demo-folder.ts';
import { readServerNote } from '../platform/http/server-note.ts';
import { exitCode } from './exit-code.ts';
import { openPage } from './open-page.ts';
import { serve } from './serve/serve.cli.ts';
import type { MakeApp, Session } from './session.ts';
import { start } from './start.cli.ts';
import type { Terminal } from './terminal.ts';
import type { ReportOptions } from './write-report.cli.ts';
import type { DemoPlan } from './make-demo.cli.ts';

export interface StartOptions extends ReportOptions {
  /** Told: show the app, or write the page and end; else the app where a person watches and no file is asked for. */
  readonly app?: boolean;
}

const usualPort = 4747;
/** Nobody waits long for a page once they have pressed Ctrl-C, in milliseconds. */
const patience = 2000;

/** Whether this start shows the app. @param watched whether a person is at the terminal */
export function showsApp({ app, csv, full, json, html, people }: StartOptions, watched: boolean): boolean {
  if (app !== undefined) return app;
  const forFiles = [csv, full, json, html].some((file) => file !== undefined) || people === true;
  return watched && !forFiles;
}

/**
 * Serves the demo until it is told to stop.
 * @param stopping for a test; the signals otherwise
 * @param plan another organisation than the demo's, for a test that can't wait for a year of 14 sites
 * @param told another port than the usual one; 0 is any: two tests at once must not meet
 */
export async function startApp(
  terminal: Terminal,
  folder: DataFolder,
  options: StartOptions,
  makeApp: MakeApp,
  { stopping, plan, port: told }: { stopping?: Promise<string>; plan?: DemoPlan; port?: number } = {},
): Promise<number> {
  await mkdir(folder.path, { recursive: true, mode: 0o700 });
  await markAsDemo(folder.path);
  let making = false;
  const makeDemo = async (address: string, session: Session): Promise<void> => {
    if (options.open !== false && openPage(address)) terminal.say('It opens in your browser.');
    if (!isMade(folder.path)) {
      terminal.say('The demo organisation is being made; the app shows what there is so far.');
      making = true;
      await start(session, terminal, { ...options, open: false }, plan);
      making = false;
    }
    terminal.say('Ctrl-C ends it.');
  };
  const port = String(told ?? (await freePort(usualPort)));
  try {
    const code = await serve(terminal, folder, { port }, makeApp, stopping, {
      log: () => undefined,
      patience,
      answering: makeDemo,
    });
    // What is half made is made on at the next start; its threads must not keep anybody waiting now.
    if (making) process.exit(code);
    return code;
  } catch (error) {
    const open = error instanceof Fault && error.slug === 'data-folder-served' && (await readServerNote(folder.path));
    if (!open) throw error;
    terminal.print(open.address);
    terminal.say('It is open there already: the link to look around stands in the terminal that serves it.');
    return exitCode.done;
  }
}

/** The report is kept as the last step of making the demo. */
function isMade(dataDir: string): boolean {
  return existsSync(join(dataDir, 'kept-report.json'));
}

/** The port where it is free, else 0, which stands for any. */
async function freePort(port: number): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(0));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(port)));
  });
}
