// The written record at size, on PostgreSQL: how long lists and "in force as of" take, how long a judge's file of over 500 pages takes, and
// whether any tampering with a file or with the database goes unseen.
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeApp } from '../src/app.ts';
import { askForBundle, takeBundle } from '../src/binder/bundles.use.ts';
import type { BundleAsked } from '../src/binder/bundle.core.ts';
import { makeBundle } from '../src/binder/make/make-bundle.job.ts';
import { sealAll } from '../src/binder/seal/seal.job.ts';
import { verifyRows } from '../src/binder/seal/verify-rows.use.ts';
import { checkBundle } from '../src/binder/verify/verify-bundle.core.ts';
import { wrongSignatures } from '../src/binder/web/signature.ts';
import type { Actor } from '../src/kernel/actor.ts';
import { onServer, serverFor, withName } from '../src/platform/db/databases.setup.ts';
import { openStore, type Store } from '../src/platform/db/open.ts';
import { importRecord } from '../src/record/import-record.use.ts';
import { exampleFiles } from '../src/record/write-example.ts';
import { figure, share, type BenchResult, type Measure } from './bench.ts';
import { Chance } from './chance.ts';
import { loadRecord, orgId } from './record/load.ts';
import { shieldMeasures } from './record/shield.ts';
import { tamperOnce } from './record/tamper.ts';

export const name = 'record';

const owner: Actor = { orgId, id: 'bench', roles: ['owner'] };
const day = '2026-02-01';
/** The pages that people open: lists, one document, what held on a day. */
const asked: Readonly<Record<string, string>> = {
  'documents, first page': '/v1/documents?limit=50',
  'documents, searched': '/v1/documents?words=policy+c4ca&limit=50',
  'one document': '/v1/documents/policy/d-11',
  'policies in force as of a day': `/v1/record/entries?kind=policies&day=${day}&limit=50`,
  'policies of a site in force as of a day': `/v1/record/entries?kind=policies&day=${day}&site=s-3&limit=50`,
  'the record, first page': '/v1/record/entries?limit=50',
  'acknowledgements, first page': '/v1/record/entries?kind=acknowledgements&limit=50',
  'acknowledgements of a person': `/v1/record/entries?kind=acknowledgements&person=p-13&limit=50`,
};

/** Quick: 1,000 documents with 20,000 acknowledgements and fewer tamperings; else 10,000 with 200,000. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'customary-record-'));
  await chmod(folder, 0o755);
  const server = await serverFor(folder);
  const database = `customary_record_${process.pid}`;
  await onServer(server.url, `create database ${database}`);
  try {
    const store = await openStore({
      dataDir: join(folder, 'data'),
      databaseUrl: withName(server.url, database),
      now: () => new Date(),
    });
    try {
      const size = await loadRecord(store, quick ? 1000 : 10_000);
      const of = `${size.documents.toLocaleString('en-US')} documents, ${size.acknowledgements.toLocaleString('en-US')} acknowledgements`;
      return {
        measures: [
          ...(await pages(store, folder, of, quick)),
          ...(await files(store, quick)),
          ...(await tampering(folder, quick)),
          ...(await shieldMeasures(folder, quick)),
        ],
        left_out: [
          'Whether a shielded writer can be found otherwise, and whether two who edit at once lose work: tests try both (src/policies/letters, src/documents/drafts).',
          ...(quick ? ['Goals of time, and most tamperings: the full run has them.'] : []),
        ],
      };
    } finally {
      await store.close();
    }
  } finally {
    await onServer(server.url, `drop database if exists ${database} with (force)`);
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function pages(store: Store, folder: string, of: string, quick: boolean): Promise<Measure[]> {
  const app = makeApp({
    store,
    actorOf: () => owner,
    spoolDir: folder,
    ownPacks: join(folder, 'packs'),
    version: 'bench',
  });
  const measures: Measure[] = [];
  for (const [what, path] of Object.entries(asked)) {
    const times: number[] = [];
    for (let round = 0; round < (quick ? 25 : 100); round += 1) {
      const began = performance.now();
      const reply = await app.request(path);
      await reply.arrayBuffer();
      if (!reply.ok) throw new Error(`${path} answered ${reply.status}.`);
      times.push((performance.now() - began) / 1000);
    }
    times.sort((a, b) => a - b);
    const p95 = times[Math.ceil(times.length * 0.95) - 1]!;
    measures.push({
      ...figure(`${of}: ${what}, 95th percentile`, p95, 's', quick ? '' : '< 0.1'),
      low: times[0]!,
      high: times.at(-1)!,
    });
  }
  return measures;
}

async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; value: T }> {
  const began = performance.now();
  const value = await work();
  return { seconds: (performance.now() - began) / 1000, value };
}

async function madeFile(store: Store, actor: Actor, about: BundleAsked): Promise<{ file: Uint8Array; pages: number }> {
  const { id } = await store.inWork(actor, async (work) => askForBundle(work, about));
  for await (const _step of makeBundle(store, actor, id));
  const { bundle, file } = await store.inWork(actor, async (work) => takeBundle(work, id));
  return { file, pages: bundle.pages ?? 0 };
}

const oneMore = {
  name: 'outages.csv',
  bytes: new TextEncoder().encode('site,what,from,to\ns-3,the tills,2026-01-15 09:00,2026-01-15 11:00\n'),
};

async function files(store: Store, quick: boolean): Promise<Measure[]> {
  const sealed = await timed(async () => sealAll(store, owner));
  await store.inWork(owner, async (work) => importRecord(work, [oneMore]));
  const later = await timed(async () => sealAll(store, owner));
  const read = await timed(async () => store.inWork(owner, verifyRows));
  if (read.value.wrong.length > 0)
    throw new Error(`What nobody touched is said to be wrong: ${read.value.wrong[0]!.sentence}`);
  // One person and one site of ten: every document of the site, with its acknowledgement.
  const about: BundleAsked = quick ? { from: day, to: day } : { from: day, to: day, site: 's-3', person: 'p-13' };
  const made = await timed(async () => madeFile(store, owner, about));
  const checked = await timed(async () => problemsOf(made.value.file));
  return [
    figure('sealing every row the first time', sealed.seconds, 's', ''),
    figure('sealing again, when one row is new', later.seconds, 's', ''),
    figure('checking every row against its seal', read.seconds, 's', ''),
    figure('pages of the judge’s file', made.value.pages, 'count', quick ? '' : '>= 500'),
    figure('making it, with what is new sealed and signed', made.seconds, 's', quick ? '' : '< 20'),
    figure('checking it offline', checked.seconds, 's', ''),
    figure('what is wrong with it as it was made', checked.value, 'count', '< 1'),
  ];
}

async function problemsOf(file: Uint8Array): Promise<number> {
  const { wrong, signatures } = checkBundle(file);
  return wrong.length + (await wrongSignatures(signatures)).length;
}

/** Single bytes of a file changed at random places, and rows of a database changed, removed, dated back and slipped in. */
async function tampering(folder: string, quick: boolean): Promise<Measure[]> {
  const store = await openStore({ dataDir: join(folder, 'small'), now: () => new Date() });
  try {
    const records = await Promise.all(
      (await exampleFiles()).map(async (one) => ({
        name: one,
        bytes: new Uint8Array(await readFile(join(import.meta.dirname, '..', 'src', 'record', 'example', one))),
      })),
    );
    await store.inWork(owner, async (work) => importRecord(work, records));
    const { file } = await madeFile(store, owner, { from: '2026-03-01', to: '2026-03-01' });
    const drawn = new Chance(8);
    const chance = (): number => drawn.unit();
    const bytes = quick ? 150 : 5000;
    let found = 0;
    for (let round = 0; round < bytes; round += 1) {
      const changed = Uint8Array.from(file);
      const at = Math.floor(chance() * changed.length);
      changed[at] = changed[at]! ^ (1 + Math.floor(chance() * 255));
      if ((await problemsOf(changed)) > 0) found += 1;
    }
    const rows = quick ? 25 : 1000;
    let named = 0;
    for (let round = 0; round < rows; round += 1) if (await tamperOnce(store, owner, chance)) named += 1;
    return [
      share('single bytes of a judge’s file changed: found', found, bytes, '>= 1', false),
      share(
        'rows of the database changed, removed, dated back or slipped in since the checkpoint: found and named',
        named,
        rows,
        '>= 1',
        false,
      ),
    ];
  } finally {
    await store.close();
  }
}
