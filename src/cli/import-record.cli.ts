// `customary import record PATH`: the record's files in one request, and what was refused or doubted in them.
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { walk } from '../contacts/readers/walk.ts';
import { Fault } from '../kernel/fault.ts';
import { RecordImportShape, type RecordFileOnWire, type RecordImport } from '../record/record.shape.ts';
import type { Client } from './client.ts';
import type { SharedOptions } from './shared-options.ts';
import { exitCode } from './exit-code.ts';
import type { Session } from './session.ts';
import { oneLine, type Terminal } from './terminal.ts';
import { writeText } from './write-file.ts';
import { refusedCsv } from './rejects.cli.ts';

/** `customary import record PATH`. */
export async function importRecordCommand(
  session: Session,
  terminal: Terminal,
  path: string,
  options: SharedOptions,
): Promise<number> {
  const done = await importRecordFrom(session.client, terminal, path);
  if (options.json) await writeText(options.json, [`${JSON.stringify(done, null, 2)}\n`]);
  if (done.rejects.length > 0) {
    const file = join(session.dataDir, 'record-rejects.csv');
    await writeText(file, refusedCsv(done.rejects));
    terminal.say(`All that was refused: ${file}`);
  }
  // Some good rows are enough to go on; none at all is a mistake that a script should see.
  return done.rejects.length > 0 && rowsOf(done) === 0 ? exitCode.notUnderstood : exitCode.done;
}

/** Read the record's files and hand them over; says what came of them. */
export async function importRecordFrom(client: Client, terminal: Terminal, path: string) {
  const files = await recordFiles(path, terminal);
  const done = await client.post(RecordImportShape, '/v1/record', { files });
  const kinds = Object.entries(done.taken)
    .map(([kind, { added, changed, same }]) => ({ kind, rows: added + changed + same }))
    .filter((one) => one.rows > 0);
  terminal.say(
    kinds.length === 0 && done.rejects.length > 0
      ? `Nothing of the record in ${path} could go in:`
      : kinds.length === 0
        ? `No record was found in ${path}. customary init DIR writes an example.`
        : `Record: ${kinds.map(({ kind, rows }) => counted(rows, kind)).join(', ')}.`,
  );
  for (const one of done.rejects.slice(0, 8))
    terminal.say(`  ${placeOf(one)}: expected ${one.expected}. ${one.remedy}`);
  if (done.rejects.length > 8) terminal.say(`  ... and ${done.rejects.length - 8} more rows that could not go in.`);
  for (const one of done.warnings.slice(0, 5)) terminal.say(`  ${placeOf(one)}: ${one.sentence}`);
  if (done.warnings.length > 5)
    terminal.say(`  ... and ${done.warnings.length - 5} more remarks; --json FILE has all.`);
  return done;
}

function rowsOf({ taken }: RecordImport): number {
  return Object.values(taken).reduce((sum, { added, changed, same }) => sum + added + changed + same, 0);
}

async function recordFiles(path: string, terminal: Terminal): Promise<RecordFileOnWire[]> {
  const found = await stat(path).catch(() => null);
  if (!found)
    throw new Fault(
      'path-missing',
      'missing',
      `There is no file or folder ${path}. Check the path; it is read from the folder you stand in.`,
    );
  if (!found.isDirectory()) return [{ name: basename(path), base64: (await readFile(path)).toString('base64') }];
  const files: RecordFileOnWire[] = [];
  for await (const entry of walk(path)) {
    if (entry.kind === 'said') terminal.say(`  ${oneLine(entry.sentence)}`);
    else {
      const bytes = await readFile(entry.path).catch((error: unknown) => error as NodeJS.ErrnoException);
      if (Buffer.isBuffer(bytes)) files.push({ name: entry.name, base64: bytes.toString('base64') });
      else
        terminal.say(
          `  ${oneLine(entry.name)}: it can't be read (${(bytes as NodeJS.ErrnoException).code ?? 'unreadable'}) and was passed over. Check its owner and permissions, then import again.`,
        );
    }
  }
  return files;
}

function placeOf(one: { file: string; row?: number | undefined; field?: string | undefined }): string {
  return [oneLine(one.file), one.row === undefined ? '' : `row ${one.row}`, one.field ?? ''].filter(Boolean).join(', ');
}

/** `3 site months`, `1 policy`: a kind of the record, which is named in the plural, with how many. */
export function counted(rows: number, kind: string): string {
  const plural = kind.replaceAll('-', ' ');
  if (rows !== 1) return `${rows} ${plural}`;
  return `1 ${plural === 'people' ? 'person' : plural.replace(/ies$/, 'y').replace(/s$/, '')}`;
}
