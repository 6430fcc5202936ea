// How long people wait for the pages that read contacts: 50 of them at once, each reading a while before asking again, over HTTP
// against a server in a process of its own, on PostgreSQL; beside it what the database alone takes for the same.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { addToken } from '../src/auth/tokens.use.ts';
import type { Actor } from '../src/kernel/actor.ts';
import { indexContacts } from '../src/marking/search/index-contacts.job.ts';
import { findContactIds } from '../src/marking/search/find-contacts.use.ts';
import type { ContactQuery } from '../src/marking/search/contact-query.core.ts';
import { home } from '../src/platform/config.ts';
import { onServer, serverFor, withName } from '../src/platform/db/databases.setup.ts';
import { openStore, type Store } from '../src/platform/db/open.ts';
import { figure, type BenchResult, type Measure } from './bench.ts';
import { load, orgId, vocabulary } from './web/load.ts';

export const name = 'web';

const users = 50;
/** A person reads between two questions for so long, in milliseconds: from, to. */
const reads = [500, 1500] as const;
const goal = '< 0.15';
/** A quarter of the machine's memory, as PostgreSQL's manual has it; the package's own 128 MB hold a fiftieth of a million contacts. */
const settings = [`shared_buffers=${Math.floor(totalmem() / 4 / 2 ** 20)}MB`];
const owner: Actor = { orgId, id: 'bench', roles: ['owner'] };

/** What is asked, by kind; words by how common they are: in nearly every contact, in one of 50, of 5,000. */
const asked: Readonly<Record<string, (random: () => number) => ContactQuery>> = {
  'list, newest': () => ({}),
  'list of a site': (random) => ({ site: `s-${Math.floor(random() * 50)}` }),
  'list of a standard missed at a site': (random) => ({
    standard: `area.standard-${Math.floor(random() * 40)}`,
    site: `s-${Math.floor(random() * 30)}`,
  }),
  'search for a common word': (random) => ({ words: vocabulary[Math.floor(random() * 20)]! }),
  'search for an uncommon word': (random) => ({ words: vocabulary[500 + Math.floor(random() * 500)]! }),
  'search for a rare word': (random) => ({ words: vocabulary[12_000 + Math.floor(random() * 5000)]! }),
  'search for two words where a standard was missed': (random) => ({
    words: `${vocabulary[30 + Math.floor(random() * 100)]!} ${vocabulary[200 + Math.floor(random() * 300)]!}`,
    verdict: 'failed',
  }),
};

/** What else people open: the pages of causes, which are made anew where anything was done and read at once otherwise. */
const opened: Readonly<Record<string, string>> = {
  'overview: shares, cost, sites, months': '/v1/overview',
  'failures of a cause': '/v1/failures?cause=training&limit=20',
  'what to fix first': '/v1/first-fixes?limit=20',
  'report, summary': '/v1/report',
};

/** Measures the 95th percentile of what people wait; full: a million contacts, quick: 50,000. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const count = Number(process.env['CUSTOMARY_BENCH_CONTACTS'] ?? (quick ? 50_000 : 1_000_000));
  const folder = await mkdtemp(join(tmpdir(), 'customary-web-'));
  await chmod(folder, 0o755);
  const server = await serverFor(folder, settings);
  const database = `customary_web_${process.pid}`;
  const url = withName(server.url, database);
  let store: Store | undefined;
  let served: ChildProcess | undefined;
  try {
    await onServer(server.url, `create database ${database}`);
    store = await openStore({ dataDir: join(folder, 'data'), databaseUrl: url, now: () => new Date() });
    const tokens = await manyTokens(store);
    await load(url, count);
    const began = performance.now();
    for await (const _done of indexContacts(store, owner, 2000));
    const ready = (performance.now() - began) / 1000;
    const bare = await bareTimes(store, quick ? 20 : 100);
    served = spawn(
      process.execPath,
      [join(home, 'src/main.ts'), 'serve', '--port', '0', '--data', join(folder, 'data')],
      {
        env: { ...process.env, DATABASE_URL: url, CI: '1' },
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    const [line] = (await once(served.stdout!, 'data')) as [Buffer];
    const address = line.toString().split('\n')[0]!;
    // The first to open a page of causes after a change waits until it is made; nobody else does.
    const firstTimes: Measure[] = [];
    for (const [kind, path] of Object.entries(opened)) {
      const asking = performance.now();
      const reply = await fetch(`${address}${path}`, { headers: { authorization: `Bearer ${tokens[0]!}` } });
      await reply.arrayBuffer();
      firstTimes.push(figure(`${kind}: the first after a change`, (performance.now() - asking) / 1000, 's', ''));
    }
    await askAround(address, tokens.slice(0, 5), 3);
    const before = processorOf(served.pid);
    const { waited, failed } = await askAround(address, tokens, quick ? 12 : 60);
    const processor = processorOf(served.pid) - before;
    const requests = [...waited.values()].reduce((sum, one) => sum + one.length, 0);
    const measures: Measure[] = [
      figure(`requests of ${users} people that failed`, failed, 'count', '<= 0'),
      ...Object.keys(asked).flatMap((kind) => [
        quantile(`${kind}: 95 of 100 people waited at most`, waited.get(kind) ?? [], goal),
        quantile(`${kind}: the database alone`, bare.get(kind) ?? [], ''),
      ]),
      ...Object.keys(opened).map((kind) =>
        quantile(`${kind}: 95 of 100 people waited at most`, waited.get(kind) ?? [], goal),
      ),
      ...firstTimes,
      figure(`processor time of the server per request`, processor / Math.max(1, requests), 's', ''),
      figure(`contacts made ready to be found a second, ${count} of them`, count / ready, 'per s', ''),
    ];
    return {
      measures,
      left_out: [
        'Shares and patterns at this size: the marks mean nothing, so nothing is worked out from them; counting them is not left out.',
      ],
    };
  } finally {
    served?.kill('SIGKILL');
    await store?.close();
    await onServer(server.url, `drop database if exists ${database} with (force)`);
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Seconds of processor that a process has taken; not a number where the system doesn't say (only Linux does). */
function processorOf(pid: number | undefined): number {
  try {
    // After the name in brackets: the 12th and 13th are ticks of its own and of the system for it, a hundred a second.
    const parts = readFileSync(`/proc/${pid ?? 0}/stat`, 'utf8')
      .split(') ')
      .at(-1)!
      .split(' ');
    return (Number(parts[11]) + Number(parts[12])) / 100;
  } catch {
    return Number.NaN;
  }
}

/** One for each person: a token is held to a pace. */
async function manyTokens(store: Store): Promise<string[]> {
  const tokens: string[] = [];
  for (let nth = 0; nth < users; nth += 1)
    tokens.push(
      await store.inWork(
        owner,
        async (work) => (await addToken(work, { says: `user ${nth}`, roles: ['auditor'] })).text,
      ),
    );
  return tokens;
}

/** Everybody asks by turns of every kind for so many seconds. Returns what each waited, in seconds, by kind. */
async function askAround(address: string, tokens: readonly string[], seconds: number) {
  const waited = new Map<string, number[]>();
  let failed = 0;
  const end = Date.now() + seconds * 1000;
  await Promise.all(
    tokens.map(async (token, person) => {
      const random = turning(person);
      await wait(random() * reads[1]);
      while (Date.now() < end) {
        const kinds = [...Object.keys(asked), ...Object.keys(opened)];
        const kind = kinds[Math.floor(random() * kinds.length)]!;
        const query = new URLSearchParams((asked[kind]?.(random) ?? {}) as Record<string, string>);
        const path = opened[kind] ?? `/v1/contacts?${query.toString()}`;
        const began = performance.now();
        const reply = await fetch(`${address}${path}`, {
          headers: { authorization: `Bearer ${token}` },
        });
        await reply.arrayBuffer();
        if (!reply.ok) failed += 1;
        waited.set(kind, [...(waited.get(kind) ?? []), (performance.now() - began) / 1000]);
        await wait(reads[0] + random() * (reads[1] - reads[0]));
      }
    }),
  );
  return { waited, failed };
}

/** The same questions one after another, the database alone: seconds by kind. */
async function bareTimes(store: Store, times: number): Promise<Map<string, number[]>> {
  const found = new Map<string, number[]>();
  const random = turning(4711);
  for (const [kind, query] of Object.entries(asked)) {
    const each: number[] = [];
    for (let nth = 0; nth < times; nth += 1) {
      const began = performance.now();
      await store.inWork(owner, async (work) => findContactIds(work, query(random), { limit: 50 }));
      each.push((performance.now() - began) / 1000);
    }
    found.set(kind, each);
  }
  return found;
}

/** The 95th percentile, with the interval of its order statistics. */
function quantile(what: string, values: readonly number[], told: string): Measure {
  const sorted = values.toSorted((a, b) => a - b);
  const n = sorted.length;
  const at = (place: number): number => sorted[Math.max(0, Math.min(n - 1, Math.round(place)))] ?? Number.NaN;
  const half = 1.96 * Math.sqrt(n * 0.95 * 0.05);
  const measure = figure(what, at(n * 0.95 - 1), 's', told);
  return { ...measure, low: at(n * 0.95 - 1 - half), high: at(n * 0.95 - 1 + half) };
}

/** Chance that is the same each time. */
function turning(seed: number): () => number {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 4_294_967_296;
  };
}
