// Power cuts: an import is killed at a random moment, then run again; a server under load is killed amid requests, jobs and
// uploads, again and again. Nothing may be lost or doubled.
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Contact } from '../src/contacts/contact.core.ts';
import { readContacts } from '../src/contacts/contacts.use.ts';
import { markedContacts } from '../src/marking/marks.use.ts';
import { organisationOf } from '../src/platform/config.ts';
import { onServer, serverFor, withName } from '../src/platform/db/databases.setup.ts';
import { openStore } from '../src/platform/db/open.ts';
import { figure, type BenchResult, type Measure } from './bench.ts';
import { killedUnderLoad } from './faults/killed-under-load.ts';
import { madeCall } from './made-calls.ts';
import { runCustomary } from './run-customary.ts';

export const name = 'faults';

const contacts = 400;

/** Full: 30 kills on each database, a third of them while marking. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'customary-faults-'));
  await chmod(folder, 0o755);
  const server = await serverFor(folder);
  const input = join(folder, 'in');
  await mkdir(input);
  const lines = Array.from({ length: contacts }, (_, index) => JSON.stringify(madeCall(11, index, 150)));
  await writeFile(join(input, 'first.jsonl'), `${lines.slice(0, contacts / 2).join('\n')}\n`);
  await writeFile(join(input, 'second.jsonl'), `${lines.slice(contacts / 2).join('\n')}\n`);
  const measures: Measure[] = [];
  const chance = xoroshiro128plus(20_260_301);
  try {
    for (const database of ['PGlite', 'PostgreSQL'] as const) {
      const kills = quick ? 1 : 30;
      const whole = await trial(folder, server.url, database, input, null);
      let wrong = 0;
      let during = 0;
      for (let nth = 0; nth < kills; nth += 1) {
        const at = 0.3 + ((chance.next() >>> 0) / 2 ** 32) * (whole.seconds - 0.3);
        const found = await trial(folder, server.url, database, input, at);
        if (found.killed) during += 1;
        if (found.digest !== whole.digest) wrong += 1;
      }
      measures.push(
        figure(`runs killed at a random moment, ${database}`, during, `of ${kills}`, `>= ${Math.floor(kills / 2)}`),
      );
      measures.push(
        figure(`of them with something lost, doubled or a broken history, ${database}`, wrong, 'runs', '<= 0'),
      );
      const times = quick ? 3 : 30;
      const random = (): number => (chance.next() >>> 0) / 2 ** 32;
      const data = await mkdtemp(join(folder, 'served-'));
      const url = database === 'PostgreSQL' ? { databaseUrl: await newDatabase(server.url, data) } : {};
      const left = await killedUnderLoad({ data, ...url, times, random, longest: 3 });
      const wrongs = [...left.lost, ...left.doubled, ...left.failedJobs];
      measures.push(
        figure(
          `writes acknowledged by a server killed ${times} times under load, ${database}`,
          left.acknowledged,
          'writes',
          `>= ${times}`,
        ),
        figure(
          `of these lost, done twice or left undone, ${database}`,
          wrongs.length + (left.ledgerHolds ? 0 : 1),
          'writes',
          '<= 0',
        ),
      );
    }
    return {
      measures,
      left_out: quick ? ['29 of the 30 kills on each database, 27 of a server: the full run has them.'] : [],
    };
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** One run, killed and run again where a moment is given; what the store then holds, as a digest. */
async function trial(
  folder: string,
  serverUrl: string,
  database: 'PGlite' | 'PostgreSQL',
  input: string,
  killAt: number | null,
) {
  const data = await mkdtemp(join(folder, 'data-'));
  const env: Record<string, string> = {};
  if (database === 'PostgreSQL') {
    env['DATABASE_URL'] = await newDatabase(serverUrl, data);
  }
  const args = ['diagnose', input, '--data', data, '--no-open'];
  const first = await runCustomary(args, env, killAt ?? undefined);
  const killed = first.code === null;
  if (killed) {
    const again = await runCustomary(args, env);
    if (again.code !== 0)
      throw new Error(
        `After a kill at ${killAt} s the next run ended with ${again.code}:\n${again.output.slice(-1500)}`,
      );
  } else if (first.code !== 0) throw new Error(`diagnose ended with ${first.code}:\n${first.output.slice(-1500)}`);
  const verify = await runCustomary(['ledger', 'verify', '--data', data], env);
  const digest = `${await digestOf(data, env['DATABASE_URL'])} ${verify.code}`;
  await rm(data, { recursive: true, force: true });
  return { killed, digest, seconds: first.seconds };
}

async function newDatabase(serverUrl: string, data: string): Promise<string> {
  const own = `customary_faults_${data.slice(-6).toLowerCase()}_${Date.now()}`;
  await onServer(serverUrl, `create database ${own}`);
  return withName(serverUrl, own);
}

/** Everything that was said and marked, free of the keys that differ from run to run. */
async function digestOf(dataDir: string, databaseUrl: string | undefined): Promise<string> {
  const store = await openStore({ dataDir, now: () => new Date(), ...(databaseUrl ? { databaseUrl } : {}) });
  try {
    const actor = { orgId: await organisationOf(dataDir), id: 'bench', roles: ['owner' as const] };
    return await store.inWork(actor, async (work) => {
      const lines: string[] = [];
      let page: Contact[] = [];
      do {
        page = await readContacts(work, page.at(-1)?.id ?? '', 200);
        for (const one of await markedContacts(work, page)) {
          const marks = one.marks.map((mark) => [mark.standard, mark.verdict, mark.evidence]);
          lines.push(JSON.stringify([one.contact.source.originalId, one.contact.version, one.contact.turns, marks]));
        }
      } while (page.length === 200);
      return `${lines.length} ${createHash('sha256').update(lines.toSorted().join('\n')).digest('hex')}`;
    });
  } finally {
    await store.close();
  }
}
