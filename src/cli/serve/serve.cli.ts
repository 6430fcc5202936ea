// `customary serve`: the API over HTTP until it is told to stop.
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { singleSignOnSet } from '../../auth/sign-in/single-sign-on.core.ts';
import { newTerminalToken } from '../../auth/sign-in/terminal-token.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Actor } from '../../kernel/actor.ts';
import { organisationOf, rememberFolder, version, type DataFolder } from '../../platform/config.ts';
import { isDemo } from '../../platform/demo-folder.ts';
import { openStore } from '../../platform/db/open.ts';
import { believeProxies, proxiesTold } from '../../platform/http/asking-address.ts';
import { listen } from '../../platform/http/listen.ts';
import { gathered, newLog, type Log } from '../../platform/http/log.ts';
import { leaveServerNote, removeServerNote } from '../../platform/http/server-note.ts';
import type { WorkAsked } from '../../platform/jobs/jobs.shape.ts';
import { mailSettings } from '../../platform/mail/mailer.ts';
import { exitCode } from '../exit-code.ts';
import { sessionOn, type MakeApp, type Session } from '../session.ts';
import type { Terminal } from '../terminal.ts';
import { openingLink } from './opening-link.ts';
import { servedApp } from './served-app.ts';

export interface ServeOptions {
  port: string;
  host?: string;
  name?: string;
  proxy?: string;
}

/** What goes on beside the serving, where a command does more than serve. */
export interface Beside {
  /** In place of lines on standard error. */
  readonly log?: Log;
  /** How long those being answered are waited for, in milliseconds. */
  readonly patience?: number;
  /**
   * Called once it answers, with the address to open and a session on the same store; gives the jobs that are asked for when it is
   * over. What it throws ends the serving.
   */
  readonly answering?: (address: string, session: Session) => Promise<readonly WorkAsked[]>;
}

const loopback = new Set(['localhost', '127.0.0.1', '::1']);
/** How long those being answered are waited for, in milliseconds. */
const patience = 60_000;

/**
 * Serve the folder until SIGTERM or SIGINT.
 * @param stopping resolves when it is to stop; the signals unless a test gives another
 * @throws Fault `port-malformed`, `port-taken`, `address-refused`, and those of opening the store
 */
export async function serve(
  terminal: Terminal,
  folder: DataFolder,
  options: ServeOptions,
  makeApp: MakeApp,
  stopping: Promise<string> = toldToStop(),
  beside: Beside = {},
): Promise<number> {
  const port = portTold(options.port);
  const host = options.host ?? '127.0.0.1';
  const beyond = !loopback.has(host);
  const proxies = proxiesTold(options.proxy);
  const mail = mailSettings(process.env);
  const singleSignOn = singleSignOnSet(process.env);
  const orgId = await organisationOf(folder.path);
  const databaseUrl = process.env['DATABASE_URL'];
  const lines = gathered((text) => process.stderr.write(text));
  process.once('exit', lines.flush);
  const store = await openStore({
    dataDir: folder.path,
    now: () => new Date(),
    ...(databaseUrl ? { databaseUrl } : {}),
  });
  try {
    // Of a server that ended without tidying up; nobody may take it for this one's.
    await removeServerNote(folder.path);
    const spoolDir = join(folder.path, 'spool');
    await mkdir(spoolDir, { recursive: true, mode: 0o700 });
    let ending = false;
    const actor: Actor = { orgId, id: 'this-machine', roles: ['owner'] };
    const own = { text: `own-${randomBytes(32).toString('base64url')}`, actor };
    const demo = !beyond && isDemo(folder.path);
    const terminalToken = newTerminalToken();
    const log = beside.log ?? newLog(lines.take, () => new Date());
    const app = servedApp(makeApp, {
      context: { store, spoolDir, ownPacks: join(folder.path, 'packs'), version },
      own,
      names: { names: namesTold(options, host), anyAddress: beyond },
      log,
      webhooksToPrivate: process.env['CUSTOMARY_WEBHOOKS_PRIVATE'] === 'yes',
      // Where nobody else can reach this app, its own machine may be where the model runs.
      modelToPrivate: !beyond || process.env['CUSTOMARY_LANGUAGE_MODEL_PRIVATE'] === 'yes',
      ending: () => ending,
      signIn: { terminalToken, demo, singleSignOn, address: publicAddress(options.name) },
      mail,
    });
    const answer = (request: Request, env: unknown): Response | Promise<Response> => {
      believeProxies(env, proxies);
      return app.fetch(request, env);
    };
    const listening = await listen(answer, { host, port });
    const address = `http://${ownAddress(host)}:${listening.port}`;
    // On PostgreSQL the folder is free for other processes, which need no server to reach the data.
    if (store.kind === 'pglite')
      await leaveServerNote(folder.path, { address, token: own.text, pid: process.pid, version });
    await rememberFolder(folder.path);
    await app.begin(publicAddress(options.name) ?? address);
    log({ level: 'info', says: 'started', port: listening.port, organisation: orgId });
    terminal.print(address);
    if (beyond) log({ level: 'warn', says: reachable(host) });
    // For a person who watches; a log that is kept holds JSON alone.
    if (process.stderr.isTTY && !beside.log) explain(terminal, address);
    // Not a line of the log: whoever reads it may set up first, or look around.
    const link = await openingLink(store, { orgId, terminalToken, demo, port: listening.port });
    if (link) terminal.print(link);
    const session = await sessionOn(store, { folder, orgId }, makeApp);
    const opened = `http://localhost:${listening.port}/#${terminalToken}`;
    const why = await Promise.race([
      stopping,
      failing(beside.answering?.(opened, session).then(async (works) => app.catchUp(works))),
    ]);
    ending = true;
    log({ level: 'info', says: `stopping on ${why}` });
    await app.end();
    await listening.stop(beside.patience ?? patience);
    log({ level: 'info', says: 'stopped' });
    return exitCode.done;
  } finally {
    if (store.kind === 'pglite') await removeServerNote(folder.path);
    await store.close();
    lines.flush();
    process.off('exit', lines.flush);
  }
}

// Ends only by failing: what is done beside goes on being served when it is done.
async function failing(work: Promise<void> | undefined): Promise<never> {
  await work;
  return new Promise<never>(() => undefined);
}

/** Where people call a server that has a name: beyond this machine over TLS alone. */
function publicAddress(name: string | undefined): string | null {
  const [first] = (name ?? '').split(',').map((one) => one.trim().toLowerCase());
  return first ? `https://${first}` : null;
}

function explain(terminal: Terminal, address: string): void {
  terminal.say(`Customary answers at ${address}. What it can be asked: ${address}/v1/reference`);
  terminal.say('Commands on this machine use it by themselves; other programs need a token: customary token add');
  terminal.say('Stop it with Ctrl-C or SIGTERM: what is being answered is finished first.');
}

function reachable(host: string): string {
  return `Listening at ${host}: whoever reaches this machine over the network can try to call it, and what is sent, tokens too, can be read on the way. Put a proxy with TLS before it and name it with --name.`;
}

function portTold(told: string): number {
  const port = /^\d{1,5}$/.test(told) ? Number(told) : Number.NaN;
  if (port <= 65_535) return port;
  throw new Fault('port-malformed', 'malformed', '--port takes a number from 1 to 65535, or 0 for any free one.');
}

function namesTold({ name }: ServeOptions, host: string): string[] {
  const told = (name ?? '').split(',').map((one) => one.trim().toLowerCase());
  return [...told, host.toLowerCase()].filter((one) => one !== '');
}

// Where it listens at every address, commands of this machine call it by its own.
function ownAddress(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

// Stays listening: a terminal and the launcher both pass a signal on, and the second must not cut the ending short.
async function toldToStop(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve(signal));
  });
}
