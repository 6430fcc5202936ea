// The form of a backup: one gzip file of JSON lines. Objects are rows, as the database writes them; arrays stand between
// them and say what follows. The last line holds the number and the SHA-256 of all before it, so a file that was cut off
// or changed is known before anything of it is kept.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Fault } from '../../kernel/fault.ts';

export interface BackupHeader {
  readonly format: 1;
  readonly madeAt: string;
  /** Names and digests of the migrations that the rows are shaped by. */
  readonly migrations: readonly { readonly name: string; readonly sha256: string }[];
}

/** What stands in a backup, in order: the header, then per organisation its key and its tables. */
export type BackupLine =
  | { readonly kind: 'header'; readonly header: BackupHeader }
  | { readonly kind: 'organisation'; readonly orgId: string; readonly key: Uint8Array }
  | { readonly kind: 'table'; readonly name: string }
  | { readonly kind: 'row'; readonly json: string };

/** Writes the lines to a file that appears under its name only when it is whole, readable by its owner alone. */
export async function writeBackup(file: string, lines: AsyncIterable<BackupLine>): Promise<void> {
  const draft = `${file}.part`;
  try {
    await pipeline(
      Readable.from(sealed(lines)),
      createGzip({ level: 5 }),
      createWriteStream(draft, { mode: 0o600, flush: true }),
    );
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function* sealed(lines: AsyncIterable<BackupLine>): AsyncGenerator<string> {
  const digest = createHash('sha256');
  let count = 0;
  for await (const line of lines) {
    const text = `${written(line)}\n`;
    digest.update(text);
    count += 1;
    yield text;
  }
  yield `${JSON.stringify(['end', count, digest.digest('hex')])}\n`;
}

function written(line: BackupLine): string {
  switch (line.kind) {
    case 'header':
      return JSON.stringify(['customary-backup', line.header]);
    case 'organisation':
      return JSON.stringify(['organisation', line.orgId, Buffer.from(line.key).toString('hex')]);
    case 'table':
      return JSON.stringify(['table', line.name]);
    case 'row':
      return line.json;
  }
}

/**
 * Reads the lines back. Whoever reads must keep nothing until the end is reached, for only there the whole is proved.
 * @throws Fault `backup-missing`, `backup-damaged`
 */
export async function* readBackup(file: string): AsyncGenerator<BackupLine> {
  const digest = createHash('sha256');
  let count = 0;
  let ended = false;
  for await (const bytes of linesOf(file)) {
    if (ended) throw damaged(count + 1);
    const text = bytes.toString('utf8');
    if (text.startsWith('{')) yield { kind: 'row', json: text };
    else if (text.startsWith('["end"')) {
      ended = true;
      if (text !== JSON.stringify(['end', count, digest.digest('hex')])) throw damaged(count + 1);
      continue;
    } else yield parsed(text, count + 1);
    digest.update(bytes).update('\n');
    count += 1;
  }
  if (!ended) throw damaged(count + 1);
}

function parsed(text: string, at: number): BackupLine {
  let parts: unknown;
  try {
    parts = JSON.parse(text);
  } catch {
    throw damaged(at);
  }
  if (!Array.isArray(parts)) throw damaged(at);
  const [kind, one, two] = parts as unknown[];
  if (kind === 'customary-backup' && isHeader(one)) return { kind: 'header', header: one };
  if (kind === 'organisation' && typeof one === 'string' && typeof two === 'string' && /^[0-9a-f]{64}$/.test(two)) {
    return { kind: 'organisation', orgId: one, key: new Uint8Array(Buffer.from(two, 'hex')) };
  }
  if (kind === 'table' && typeof one === 'string') return { kind: 'table', name: one };
  throw damaged(at);
}

function isHeader(value: unknown): value is BackupHeader {
  return (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === 1 &&
    'migrations' in value &&
    Array.isArray(value.migrations)
  );
}

// By the newline byte alone: readline would also split at characters that may stand in a row.
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file);
  const plain = createGunzip();
  const piped = pipeline(source, plain).catch((error: unknown) =>
    plain.destroy(error instanceof Error ? error : undefined),
  );
  let rest: Buffer[] = [];
  let count = 0;
  try {
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        count += 1;
        yield rest.length === 0 ? chunk.subarray(from, at) : Buffer.concat([...rest, chunk.subarray(from, at)]);
        rest = [];
        from = at + 1;
      }
      if (from < chunk.length) rest.push(chunk.subarray(from));
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT')
      throw new Fault('backup-missing', 'missing', 'There is no such backup file. Check the path.');
    if (code.startsWith('Z_')) throw damaged(count + 1);
    throw error;
  } finally {
    source.destroy();
    plain.destroy();
    await piped;
  }
  if (rest.length > 0) throw damaged(count + 1);
}

function damaged(line: number): Fault {
  return new Fault(
    'backup-damaged',
    'malformed',
    `The backup is damaged or cut off at its line ${line}; nothing of it was restored. Use another copy.`,
  );
}
