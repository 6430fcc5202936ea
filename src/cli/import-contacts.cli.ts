// `customary import contacts PATH...`: sends files and folders to the API and says what came of them.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { Fault } from '../kernel/fault.ts';
import { walk } from '../contacts/readers/walk.ts';
import { FinishedImportShape, ImportLineShape, ImportShape } from '../contacts/import.shape.ts';
import type { Client } from './client.ts';
import { folderStream, type FileToSend } from './folder-stream.ts';
import { Progress } from './progress.ts';
import { oneLine, type Terminal } from './terminal.ts';

export interface ImportOptions {
  readonly columns?: Readonly<Record<string, string>>;
  readonly table?: string;
  readonly rep?: string;
  readonly channel?: string;
  readonly transcripts?: string;
  /** Folders inside a path that are not contacts, e.g. the record's. */
  readonly leaveOut?: readonly string[];
}

export interface ImportTotals {
  importId: string;
  contacts: number;
  versions: number;
  alreadyHere: number;
  turns: number;
  facts: number;
  rejects: number;
  files: number;
  bytes: number;
}

/** Before anything is opened: a mistyped path costs no wait, and leaves no data folder behind. @throws Fault `path-missing` */
export async function assertPathsThere(paths: readonly string[]): Promise<void> {
  for (const path of paths) if (path !== '-' && !(await stat(path).catch(() => null))) throw noSuchPath(path);
}

function noSuchPath(path: string): Fault {
  return new Fault(
    'path-missing',
    'missing',
    `There is no file or folder ${path}. Check the path; it is read from the folder you stand in.`,
  );
}

/** Import every path in order; a bad file is said and passed over. */
export async function importContacts(
  client: Client,
  terminal: Terminal,
  paths: readonly string[],
  options: ImportOptions = {},
): Promise<ImportTotals> {
  const label = paths.map((path) => (path === '-' ? 'standard input' : basename(resolve(path)))).join(', ');
  const { id } = await client.post(ImportShape, '/v1/imports', { label: label.slice(0, 200) });
  const totals: ImportTotals = {
    importId: id,
    contacts: 0,
    versions: 0,
    alreadyHere: 0,
    turns: 0,
    facts: 0,
    rejects: 0,
    files: 0,
    bytes: 0,
  };
  const seen = new Set<string>();
  for (const path of paths) await importPath(client, terminal, id, path, options, totals, seen);
  sayUnknownColumns(terminal, options, seen);
  const counts = {
    contacts: totals.contacts,
    versions: totals.versions,
    alreadyHere: totals.alreadyHere,
    facts: totals.facts,
  };
  const done = await client.post(FinishedImportShape, `/v1/imports/${id}/finish`, { counts, rejects: totals.rejects });
  for (const one of done.rejects.slice(0, 5))
    terminal.say(`  ${oneLine(one.file)}, row ${one.row}: expected ${one.expected}. ${one.remedy}`);
  totals.rejects += done.rejects.length;
  return totals;
}

async function importPath(
  client: Client,
  terminal: Terminal,
  id: string,
  path: string,
  options: ImportOptions,
  totals: ImportTotals,
  seen: Set<string>,
): Promise<void> {
  if (path === '-') {
    totals.files += 1;
    await send(
      client,
      terminal,
      id,
      'standard-input',
      Readable.toWeb(process.stdin) as ReadableStream<Uint8Array>,
      false,
      options,
      totals,
      0,
      seen,
    );
    return;
  }
  const found = await stat(path).catch(() => null);
  if (!found) throw noSuchPath(path);
  if (!found.isDirectory()) {
    totals.files += 1;
    await send(
      client,
      terminal,
      id,
      basename(path),
      Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>,
      false,
      options,
      totals,
      found.size,
      seen,
    );
    return;
  }
  const leaveOut = new Set((options.leaveOut ?? []).map((one) => resolve(one)));
  const files: FileToSend[] = [];
  let bytes = 0;
  for await (const entry of walk(path)) {
    if (entry.kind === 'said') {
      terminal.say(`  ${oneLine(entry.sentence)}`);
      continue;
    }
    const whole = resolve(entry.path);
    if ([...leaveOut].some((folder) => whole === folder || whole.startsWith(join(folder, '/')))) continue;
    files.push({ name: entry.name, path: whole, bytes: entry.bytes });
    bytes += entry.bytes;
  }
  totals.files += files.length;
  if (files.length === 0) {
    terminal.say(
      `  There is no file to read in ${oneLine(path)}: it is empty, or holds only hidden ones and the record.`,
    );
    return;
  }
  const stream = folderStream(files, (file, why) => {
    totals.rejects += 1;
    terminal.say(`  ${oneLine(file.name)}: ${why}. Check its owner and permissions, then import again.`);
  });
  await send(client, terminal, id, basename(resolve(path)), stream, true, options, totals, bytes, seen);
}

async function send(
  client: Client,
  terminal: Terminal,
  id: string,
  name: string,
  body: ReadableStream<Uint8Array>,
  folder: boolean,
  options: ImportOptions,
  totals: ImportTotals,
  bytes: number,
  seen: Set<string>,
): Promise<void> {
  const query = new URLSearchParams({ name, folder: folder ? 'yes' : 'no', rejectsSoFar: String(totals.rejects) });
  if (options.columns) query.set('columns', JSON.stringify(options.columns));
  for (const key of ['table', 'rep', 'channel', 'transcripts'] as const) if (options[key]) query.set(key, options[key]);
  const progress = new Progress(terminal, `reading ${name}`, bytes);
  let shown = 0;
  const counted = body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        totals.bytes += chunk.byteLength;
        progress.moved(chunk.byteLength);
        controller.enqueue(chunk);
      },
    }),
  );
  for await (const line of client.lines(ImportLineShape, `/v1/imports/${id}/files?${query.toString()}`, {
    method: 'PUT',
    body: counted,
  })) {
    if (line.kind === 'progress')
      progress.show(`${line.counts.contacts + line.counts.versions} new, ${line.counts.alreadyHere} already here`);
    else if (line.kind === 'said') terminal.say(`  ${oneLine(line.file)}: ${oneLine(line.sentence)}`);
    else if (line.kind === 'mapping') {
      for (const { column } of line.mapping.columns) seen.add(columnKey(column));
      terminal.say(`  ${oneLine(line.file)}: ${mappingSentence(line.mapping, line.howSure)}`);
    } else if (line.kind === 'reject') {
      shown += 1;
      const where = [
        oneLine(line.reject.file),
        line.reject.row === undefined ? '' : `row ${line.reject.row}`,
        line.reject.field ?? '',
      ]
        .filter(Boolean)
        .join(', ');
      if (shown <= 5) terminal.say(`  ${where}: expected ${line.reject.expected}. ${line.reject.remedy}`);
      else if (shown === 6) terminal.say('  ... and more; all of them go into the rejects file.');
    } else {
      totals.contacts += line.counts.contacts;
      totals.versions += line.counts.versions;
      totals.alreadyHere += line.counts.alreadyHere;
      totals.turns += line.counts.turns;
      totals.facts += line.counts.facts;
      totals.rejects += line.counts.rejects;
    }
  }
}

// A mapping names a column by its first 120 characters; letter case never counts.
const columnKey = (name: string): string => name.trim().slice(0, 120).toLowerCase();

function sayUnknownColumns(terminal: Terminal, options: ImportOptions, seen: ReadonlySet<string>): void {
  for (const name of Object.keys(options.columns ?? {}).filter((one) => !seen.has(columnKey(one))))
    terminal.say(
      `  No table that was read has a column "${oneLine(name)}": what --column says of it changed nothing. Check the name against the columns above.`,
    );
}

/** How a table was understood, what of it was left out, and how to say otherwise. */
export function mappingSentence(
  mapping: { table: string; columns: readonly { column: string; field: string }[] },
  howSure: number,
): string {
  const row =
    {
      turns: 'one row a turn',
      transcripts: 'one row a contact',
      messages: 'one row a message',
      visits: 'one row a visit',
      facts: 'one row of facts about a contact',
    }[mapping.table] ?? mapping.table;
  const named = mapping.columns.filter((one) => one.field !== 'question' && one.field !== 'ignore');
  const questions = mapping.columns.filter((one) => one.field === 'question').length;
  const list = named.map((one) => `${one.column} is the ${one.field}`).join(', ');
  const rest = questions > 0 ? `, ${questions} columns are questions` : '';
  const ignored = mapping.columns.filter((one) => one.field === 'ignore').map((one) => oneLine(one.column));
  const more = ignored.length > 12 ? ` and ${ignored.length - 12} more` : '';
  const out = ignored.length > 0 ? `; left out: ${ignored.slice(0, 12).join(', ')}${more}` : '';
  const how = `${howSure < 0.7 ? 'This is a guess: set' : 'Set'} a column with --column NAME=FIELD.`;
  return `read as ${row}: ${list}${rest}${out}. ${how}`;
}
