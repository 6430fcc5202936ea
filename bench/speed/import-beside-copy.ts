// What importing costs beside the least a database could do with the same words: a raw COPY of them into one column.
import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { onServer, serverFor, withName } from '../../src/platform/db/databases.setup.ts';
import { figure, type Measure } from '../bench.ts';
import { runCustomary } from '../run-customary.ts';
import type { TimedText } from './texts.ts';

/** `customary import` of the first `contacts` texts (reading, redaction, ids, rows) and raw COPY, on both databases: MB/s of text and their ratio. */
export async function importBesideCopy(
  texts: readonly TimedText[],
  contacts: number,
  scratch: string,
): Promise<Measure[]> {
  const some = Array.from({ length: contacts }, (_, index) => texts[index % texts.length]!);
  const rows = some.map(({ contact }, index) =>
    JSON.stringify({
      id: `c${index}`,
      turns: contact.turns.map((turn) => ({ speaker: turn.speaker, text: turn.text })),
    }),
  );
  const megabytes = rows.reduce((sum, row) => sum + Buffer.byteLength(row), 0) / 1e6;
  const folder = await mkdtemp(join(scratch, 'import-'));
  // The server runs as another user when we are root, who must come through to its data.
  for (const passed of [scratch, folder]) await chmod(passed, 0o755);
  await mkdir(join(folder, 'in'));
  await mkdir(join(folder, 'empty'));
  await writeFile(join(folder, 'in', 'contacts.jsonl'), rows.join('\n'));
  const server = await serverFor(folder);
  const measures: Measure[] = [];
  try {
    for (const database of ['PGlite', 'PostgreSQL'] as const) {
      const env: Record<string, string> = {};
      if (database === 'PostgreSQL') {
        await onServer(server.url, 'create database import_beside_copy');
        env['DATABASE_URL'] = withName(server.url, 'import_beside_copy');
      }
      const data = join(folder, `data-${database}`);
      // Starting up and making the tables is not importing: a first run without contacts pays for it.
      await imported(join(folder, 'empty'), data, env);
      const idle = await imported(join(folder, 'empty'), data, env);
      const seconds = Math.max(0.001, (await imported(join(folder, 'in'), data, env)) - idle);
      const copied = database === 'PGlite' ? await copyIntoPglite(rows) : await copyIntoPostgres(server.url, rows);
      measures.push(
        figure(`import of ${contacts} contacts, ${database}`, megabytes / seconds, 'MB/s', ''),
        figure(`raw COPY of the same words, ${database}`, megabytes / copied, 'MB/s', ''),
        figure(`time to import against raw COPY, ${database}`, seconds / copied, 'ratio', ''),
      );
    }
  } finally {
    await server.stop();
  }
  return measures;
}

async function imported(input: string, data: string, env: Record<string, string>): Promise<number> {
  const ran = await runCustomary(['import', input, '--data', data], env);
  return ran.seconds;
}

// Lines of COPY's text format: backslashes doubled, so that a row is one line.
function copyLines(rows: readonly string[]): string {
  return `${rows.map((row) => row.replaceAll('\\', '\\\\')).join('\n')}\n`;
}

async function copyIntoPglite(rows: readonly string[]): Promise<number> {
  const database = await PGlite.create();
  await database.exec('create table words (row text)');
  const began = performance.now();
  await database.query("copy words from '/dev/blob'", [], { blob: new Blob([copyLines(rows)]) });
  const seconds = (performance.now() - began) / 1000;
  await database.close();
  return seconds;
}

async function copyIntoPostgres(url: string, rows: readonly string[]): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create temporary table words (row text)');
  const began = performance.now();
  await pipeline(Readable.from([copyLines(rows)]), client.query(copyFrom('copy words from stdin')));
  const seconds = (performance.now() - began) / 1000;
  await client.end();
  return seconds;
}
