// A server that is killed again and again while people write to it: amid requests, jobs and uploads. What it acknowledged must
// be there afterwards, and nothing twice, however often it was asked for again.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { nodeFlags } from '../../bin/node-flags.mjs';
import { addToken } from '../../src/auth/tokens.use.ts';
import { home, organisationOf } from '../../src/platform/config.ts';
import { openStore } from '../../src/platform/db/open.ts';
import { verifyLedger } from '../../src/platform/ledger/verify-ledger.ts';
import { madeCall } from '../made-calls.ts';

export interface Kills {
  /** Data folder, new. */
  readonly data: string;
  readonly databaseUrl?: string;
  readonly times: number;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Longest time between the server's answer and its end, in seconds. */
  readonly longest: number;
}

export interface Survived {
  /** Writes that were acknowledged. */
  readonly acknowledged: number;
  /** Of these, or of the contacts in them, what is not there. */
  readonly lost: readonly string[];
  /** What is there more than once, acknowledged or not. */
  readonly doubled: readonly string[];
  /** Jobs that ended otherwise than done. */
  readonly failedJobs: readonly string[];
  readonly ledgerHolds: boolean;
}

const writers = 4;
const callsAFile = 5;
/** Searches that one writer may keep, and some less. */
const mostViews = 90;
/** A server has so long to acknowledge anything before it is killed, in milliseconds. */
const patience = 20_000;

/** Kills, starts again, and says what is left. */
export async function killedUnderLoad(asked: Kills): Promise<Survived> {
  const tokens = await tokensOf(asked);
  const acknowledged = new Set<string>();
  let address = '';
  let over = false;
  const load = Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let nth = 0; !over; nth += 1) {
        // Nobody may keep more searches than that.
        const kind = nth % 3 === 2 ? 'file' : nth % 3 === 1 || nth > 3 * mostViews ? 'import' : 'view';
        const name = `${kind}-${writer}-${nth}`;
        if (
          await untilTold(
            async () => writeOne(address, tokens[writer]!, name, writer * 100_000 + nth),
            () => over,
          )
        )
          acknowledged.add(name);
      }
    }),
  );
  for (let nth = 0; nth < asked.times; nth += 1) {
    const server = await begin(asked);
    address = server.address;
    await wait((0.2 + asked.random() * (asked.longest - 0.2)) * 1000);
    // On a busy machine a server has hardly begun by then, and one that has acknowledged nothing has nothing to lose.
    for (const end = Date.now() + patience; acknowledged.size < (nth + 1) * writers && Date.now() < end;)
      await wait(20);
    server.child.kill('SIGKILL');
    await server.ended;
  }
  const last = await begin(asked);
  address = last.address;
  await wait(500);
  over = true;
  await load;
  await jobsOver(address, tokens[0]!);
  last.child.kill('SIGTERM');
  await last.ended;
  return lookAt(asked, acknowledged);
}

/** One for each writer. */
async function tokensOf({ data, databaseUrl }: Kills): Promise<string[]> {
  const store = await openStore({ dataDir: data, now: () => new Date(), ...(databaseUrl ? { databaseUrl } : {}) });
  try {
    const actor = { orgId: await organisationOf(data), id: 'bench', roles: ['owner' as const] };
    return await store.inWork(actor, async (work) => {
      const tokens: string[] = [];
      for (let nth = 1; nth <= writers; nth += 1)
        tokens.push((await addToken(work, { says: `writer ${nth}`, roles: ['owner'] })).text);
      return tokens;
    });
  } finally {
    await store.close();
  }
}

async function begin({
  data,
  databaseUrl,
}: Kills): Promise<{ child: ChildProcess; address: string; ended: Promise<unknown> }> {
  const child = spawn(
    process.execPath,
    [...nodeFlags, join(home, 'src/main.ts'), 'serve', '--port', '0', '--data', data],
    {
      env: { ...process.env, CI: '1', ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const ended = once(child, 'close');
  const first = await Promise.race([once(child.stdout, 'data'), ended.then(() => null)]);
  if (!first) throw new Error('The server ended before it answered.');
  return { child, address: String(first[0]).split('\n')[0]!, ended };
}

/** Asks again, by the same key, until somebody answers; false where it was given up unanswered. */
async function untilTold(write: () => Promise<boolean>, over: () => boolean): Promise<boolean> {
  for (;;) {
    try {
      return await write();
    } catch (error) {
      // Nobody is there, or was cut off: a fetch says so by a TypeError, and so does the half of a reply.
      if (!(error instanceof TypeError)) throw error;
      if (over()) return false;
      await wait(50);
    }
  }
}

/** One write, by its name once. True where it was acknowledged; false where it was done before and only that is told. */
async function writeOne(address: string, token: string, name: string, seed: number): Promise<boolean> {
  const ask = async (method: string, path: string, body: unknown): Promise<Response> => {
    const reply = await fetch(`${address}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': typeof body === 'string' ? 'application/jsonl' : 'application/json',
        ...(typeof body === 'string' ? {} : { 'idempotency-key': name }),
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await reply.text();
    if (!reply.ok && !text.includes('key-under-way')) throw new Error(`${name}: ${reply.status} ${text.slice(0, 300)}`);
    return new Response(reply.ok ? text : null, { status: reply.status });
  };
  if (name.startsWith('view')) return (await ask('POST', '/v1/views', { name, of: 'contacts', query: {} })).ok;
  if (name.startsWith('import')) return (await ask('POST', '/v1/imports', { label: name })).ok;
  const calls = Array.from({ length: callsAFile }, (_, nth) =>
    JSON.stringify({ ...madeCall(seed, nth, 60), id: `${name}-${nth}` }),
  );
  const sent = await ask('PUT', '/v1/uploads', `${calls.join('\n')}\n`);
  const { id } = (await sent.json()) as { id: string };
  return (await ask('POST', '/v1/jobs', { work: 'import', input: { upload: id, name: `${name}.jsonl` } })).ok;
}

async function jobsOver(address: string, token: string): Promise<void> {
  for (let left = 1200; left > 0; left -= 1) {
    let waiting = 0;
    for (let after: string | null = ''; after !== null;) {
      const place: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
      const reply = await fetch(`${address}/v1/jobs?limit=100${place}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const page = (await reply.json()) as { items: { state: string }[]; next: string | null };
      waiting += page.items.filter((one) => ['waiting', 'running'].includes(one.state)).length;
      after = page.next;
    }
    if (waiting === 0) return;
    await wait(100);
  }
  throw new Error('Jobs went on for two minutes after the last kill.');
}

async function lookAt({ data, databaseUrl }: Kills, acknowledged: ReadonlySet<string>): Promise<Survived> {
  const store = await openStore({ dataDir: data, now: () => new Date(), ...(databaseUrl ? { databaseUrl } : {}) });
  try {
    const there = new Map<string, number>();
    const failedJobs = await store.asOwner(async (session) => {
      const rows = await session.query(`
        select name as what, count(*)::int as times from saved_view group by 1
        union all select label, count(*)::int from import where label ~ '^import-' group by 1
        union all select original_id, count(*)::int from contact group by 1`);
      for (const row of rows) there.set(String(row['what']), Number(row['times']));
      return session.query(`select id || ' ' || coalesce(problem::text, state) as what from job where state <> 'done'`);
    });
    const expected = [...acknowledged].flatMap((name) =>
      name.startsWith('file') ? Array.from({ length: callsAFile }, (_, nth) => `${name}-${nth}`) : [name],
    );
    const actor = { orgId: await organisationOf(data), id: 'bench', roles: ['owner' as const] };
    const { wrong } = await store.inWork(actor, async (work) => verifyLedger(work));
    return {
      acknowledged: acknowledged.size,
      lost: expected.filter((name) => !there.has(name)),
      doubled: [...there].filter(([, times]) => times > 1).map(([name]) => name),
      failedJobs: failedJobs.map((row) => String(row['what'])),
      ledgerHolds: wrong.length === 0,
    };
  } finally {
    await store.close();
  }
}
