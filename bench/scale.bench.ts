// How long the main job takes and how it grows: `diagnose` as a person runs it, on made calls, on both databases.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onServer, serverFor, withName } from '../src/platform/db/databases.setup.ts';
import { figure, type BenchResult, type Measure } from './bench.ts';
import { madeCall } from './made-calls.ts';
import { runCustomary } from './run-customary.ts';

export const name = 'scale';

/** Measures seconds, growth and memory. Full: 1,000 contacts of 800 words, then up to 100,000 short ones. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'customary-scale-'));
  await chmod(folder, 0o755);
  const server = await serverFor(folder);
  const measures: Measure[] = [];
  try {
    const long = quick ? 150 : 1000;
    for (const database of ['PGlite', 'PostgreSQL'] as const) {
      const goal = (database === 'PGlite' ? 30 : 15) * (quick ? 0.6 : 1);
      const ran = await timed(folder, server.url, database, long, 800);
      measures.push(figure(`diagnose ${long} contacts of 800 words, ${database}`, ran.seconds, 's', `< ${goal}`));
      if (ran.megabytes !== null)
        measures.push(
          figure(`memory of that, ${database}`, ran.megabytes, 'MB', `< ${database === 'PGlite' ? 1200 : 400}`),
        );
    }
    const sizes = quick ? [300, 1200] : [1000, 10_000, 100_000];
    for (const database of quick ? (['PostgreSQL'] as const) : (['PostgreSQL', 'PGlite'] as const)) {
      const each: number[] = [];
      for (const size of sizes) {
        const ran = await timed(folder, server.url, database, size, 120);
        each.push(ran.seconds / size);
        measures.push(figure(`diagnose ${size} contacts of 120 words, ${database}`, ran.seconds, 's', ''));
        if (ran.megabytes !== null)
          measures.push(
            figure(`memory of ${size}, ${database}`, ran.megabytes, 'MB', `< ${database === 'PGlite' ? 1200 : 400}`),
          );
      }
      // Linear: a contact costs no more in the largest run than in the one before, but for noise of the machine.
      measures.push(
        figure(
          `seconds a contact, ${sizes.at(-1)} against ${sizes.at(-2)}, ${database}`,
          each.at(-1)! / each.at(-2)!,
          'ratio',
          '< 1.3',
        ),
      );
    }
    return {
      measures,
      left_out: quick ? ['10,000 and 100,000 contacts, and growth on PGlite: the full run has them.'] : [],
    };
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function timed(
  folder: string,
  serverUrl: string,
  database: 'PGlite' | 'PostgreSQL',
  contacts: number,
  words: number,
) {
  const work = await mkdtemp(join(folder, 'run-'));
  await mkdir(join(work, 'in'));
  const file = createWriteStream(join(work, 'in', 'calls.jsonl'));
  for (let index = 0; index < contacts; index += 1) {
    if (!file.write(`${JSON.stringify(madeCall(7, index, words))}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
  const env: Record<string, string> = {};
  if (database === 'PostgreSQL') {
    const own = `customary_bench_${contacts}_${words}_${Date.now()}`;
    await onServer(serverUrl, `create database ${own}`);
    env['DATABASE_URL'] = withName(serverUrl, own);
  }
  const ran = await runCustomary(['diagnose', join(work, 'in'), '--data', join(work, 'data'), '--no-open'], env);
  if (ran.code !== 0) throw new Error(`diagnose ended with ${ran.code}:\n${ran.output.slice(-2000)}`);
  await rm(work, { recursive: true, force: true });
  return ran;
}
