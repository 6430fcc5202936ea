// `customary start` where somebody watches: the web app over the demo organisation, from the first second on. The first start
// makes the organisation while the app shows how far it is; later ones open what was made.
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { Fault } from '../kernel/fault.ts';
import { ForecastReadShape } from '../diagnosis/forecast/forecast.shape.ts';
import type { DataFolder } from '../platform/config.ts';
import { markAsDemo } from '../platform/demo-folder.ts';
import { readServerNote } from '../platform/http/server-note.ts';
import { exitCode } from './exit-code.ts';
import type { WorkAsked } from '../platform/jobs/jobs.shape.ts';
import { openPage } from './open-page.ts';
import { serve } from './serve/serve.cli.ts';
import type { MakeApp, Session } from './session.ts';
import { start } from './start.cli.ts';
import { isMade, type StartOptions } from './starting.ts';
import type { Terminal } from './terminal.ts';
import { beginDemo, type DemoPlan } from './make-demo.cli.ts';

const usualPort = 4747;
/** Nobody waits long for a page once they have pressed Ctrl-C, in milliseconds. */
const patience = 2000;

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
  makeApp: MakeApp | Promise<MakeApp>,
  { stopping, plan, port: told }: { stopping?: Promise<string>; plan?: DemoPlan; port?: number } = {},
): Promise<number> {
  await mkdir(folder.path, { recursive: true, mode: 0o700 });
  await markAsDemo(folder.path);
  // What takes longest begins first, while the data is opened.
  const begun = isMade(folder.path) ? null : beginDemo(plan);
  let making = false;
  const makeDemo = async (address: string, session: Session): Promise<readonly WorkAsked[]> => {
    if (options.open !== false && openPage(address)) terminal.say('It opens in your browser.');
    if (begun !== null) {
      terminal.say('The demo organisation is being made; the app shows what there is so far.');
      making = true;
      await start(session, terminal, { ...options, open: false }, begun);
      making = false;
    }
    terminal.say('Ctrl-C ends it.');
    return workLeft(session);
  };
  const port = String(told ?? (await freePort(usualPort)));
  try {
    const code = await serve(terminal, folder, { port }, await makeApp, stopping, {
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
  } finally {
    await begun?.close();
  }
}

/** The forecast takes half as long as all the rest: nobody waits for it, and its page says that it is being made. */
async function workLeft({ client }: Session): Promise<readonly WorkAsked[]> {
  const { madeAt } = await client.get(ForecastReadShape, '/v1/forecast');
  return madeAt === null ? ['forecast'] : [];
}

/** The port where it is free, else 0, which stands for any. */
async function freePort(port: number): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(0));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(port)));
  });
}
