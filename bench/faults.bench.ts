// Power cuts: an import is killed at a random moment, then run again; a server under load is killed amid requests, jobs and
// uploads, again and again. Nothing may be lost or doubled.
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { onServer, serverFor, withName } from '../src/platform/db/databases.setup.ts';
import { figure, type BenchResult, type Measure } from './bench.ts';
import { killedUnderLoad } from './faults/killed-under-load.ts';
import { killedWhileReading } from './faults/killed-while-reading.ts';
import { madeCall } from './made-calls.ts';

export const name = 'faults';

/** Each file's end is the end of a transaction: many small ones have many moments to be killed between. */
const files = 12;
const callsAFile = 10;
const wordsACall = 150;
/** Longest time that a server is left to work, in seconds. */
const longest = 2;

interface Asked {
  readonly folder: string;
  readonly input: string;
  readonly runs: number;
  readonly servers: number;
}

/** Full: 30 runs and 30 servers killed on each database, both databases at once. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'customary-faults-'));
  await chmod(folder, 0o755);
  const server = await serverFor(folder);
  try {
    const asked = { folder, input: await writtenCalls(folder), runs: quick ? 1 : 30, servers: quick ? 3 : 30 };
    const measures = await Promise.all([
      measuredOn('PGlite', asked),
      measuredOn('PostgreSQL', asked, async (data) => newDatabase(server.url, data)),
    ]);
    return {
      measures: measures.flat(),
      left_out: quick ? ['29 of the 30 kills on each database, 27 of a server: the full run has them.'] : [],
    };
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measuredOn(
  database: string,
  { folder, input, runs, servers }: Asked,
  newUrl?: (data: string) => Promise<string>,
): Promise<Measure[]> {
  const chance = xoroshiro128plus(20_260_301);
  const random = (): number => (chance.next() >>> 0) / 2 ** 32;
  const reading = { folder, input, times: runs, random, ...(newUrl ? { newDatabase: newUrl } : {}) };
  const read = await killedWhileReading(reading);
  const data = await mkdtemp(join(folder, 'served-'));
  const url = newUrl ? { databaseUrl: await newUrl(data) } : {};
  const served = await killedUnderLoad({ data, ...url, times: servers, random, longest });
  const wrong = [...served.lost, ...served.doubled, ...served.failedJobs];
  for (const one of [...read.wrong, ...wrong]) console.error(`${database}: ${one}`);
  return [
    figure(`runs killed at a random moment, ${database}`, read.during, `of ${runs}`, `>= ${Math.floor(runs / 2)}`),
    figure(`lost, doubled or broken by them, ${database}`, read.wrong.length, 'contacts', '<= 0'),
    figure(
      `writes acknowledged by a server killed ${servers} times under load, ${database}`,
      served.acknowledged,
      'writes',
      `>= ${servers}`,
    ),
    figure(
      `of these lost, done twice or left undone, ${database}`,
      wrong.length + (served.ledgerHolds ? 0 : 1),
      'writes',
      '<= 0',
    ),
  ];
}

async function writtenCalls(folder: string): Promise<string> {
  const input = join(folder, 'in');
  await mkdir(input);
  for (let file = 0; file < files; file += 1) {
    const calls = Array.from({ length: callsAFile }, (_, nth) => madeCall(11, file * callsAFile + nth, wordsACall));
    await writeFile(join(input, `${file}.jsonl`), `${calls.map((one) => JSON.stringify(one)).join('\n')}\n`);
  }
  return input;
}

async function newDatabase(serverUrl: string, data: string): Promise<string> {
  const own = `customary_faults_${data.slice(-6).toLowerCase()}_${Date.now()}`;
  await onServer(serverUrl, `create database ${own}`);
  return withName(serverUrl, own);
}
