// What a command may overwrite: nothing, or a result that we wrote ourselves. Checked before the long work begins, so that
// an evening's marking isn't lost to a name, nor a file of somebody's to a result.
import { constants } from 'node:fs';
import { access, open, readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Fault } from '../kernel/fault.ts';

export interface ResultFiles {
  readonly json?: string;
  readonly csv?: string;
  readonly html?: string;
  readonly full?: string;
  readonly yes?: boolean;
}

// The page's policy allows only its own style, by digest: no other page begins like this.
const pageBegins =
  /^<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-/;
const pageTitle = ': why service fails, and what to fix first</title>';
const beginnings = {
  html: (text: string) => pageBegins.test(text) && text.includes(pageTitle),
  json: (text: string) =>
    ['{"head":{"customary":"', '{\n  "importId": "', '{\n  "dissatisfied": {'].some((begin) => text.startsWith(begin)),
  csv: (text: string) =>
    ['id,contact,standard,verdict,marker,confidence,turn,', 'likelihood,contact,turn,quote,said before,'].some(
      (begin) => text.replace(/^\ufeff/, '').startsWith(begin),
    ),
};

/**
 * Refuses result files that would take another file's place, and such as can't be written at all.
 * @throws Fault `file-not-written`, `file-would-be-overwritten`, `result-path-malformed`, `standard-output-twice`
 */
export async function assertMayWrite(files: ResultFiles): Promise<void> {
  if (files.json === '-' && files.csv === '-')
    throw new Fault(
      'standard-output-twice',
      'malformed',
      'Only one result can go to standard output: give --json or --csv a file.',
    );
  for (const kind of ['html', 'json', 'csv'] as const) {
    const path = files[kind];
    if (path !== undefined && path !== '-') await assertFile(path, kind, files.yes === true);
  }
  if (files.full !== undefined) await assertFolder(files.full, files.yes === true);
}

async function assertFile(path: string, kind: keyof typeof beginnings, yes: boolean): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory())
    throw new Fault(
      'result-path-malformed',
      'malformed',
      `--${kind} writes a file, and ${path} is a folder. Name a file in it.`,
    );
  if (!found) await assertPlaceFor(path, kind);
  // A device or a pipe holds nothing, nor does an empty file.
  if (yes || !found?.isFile() || found.size === 0) return;
  if (!beginnings[kind](await beginningOf(path)))
    throw new Fault(
      'file-would-be-overwritten',
      'conflict',
      `${path} holds something that is no earlier result of --${kind}. Name another file, or add --yes to overwrite it.`,
    );
}

// Folders on the way are made where they are missing: the first that there is must be one that we may write in.
async function assertPlaceFor(path: string, kind: string): Promise<void> {
  const folder = dirname(resolve(path));
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => error.code ?? null);
  if (found === 'ENOENT' && folder !== dirname(folder)) return assertPlaceFor(folder, kind);
  if (found === 'ENOTDIR' || (typeof found === 'object' && found !== null && !found.isDirectory()))
    throw new Fault(
      'result-path-malformed',
      'malformed',
      `--${kind} can't write ${path}: a folder on the way there is a file. Name a file in a folder.`,
    );
  const barred = await access(folder, constants.W_OK).then(
    () => null,
    (error: NodeJS.ErrnoException) => error.code ?? 'EACCES',
  );
  if (barred !== null)
    throw new Fault(
      'file-not-written',
      'unavailable',
      `${path} could not be written (${barred}). Check the folder's permissions and free space, or name another file.`,
    );
}

async function assertFolder(folder: string, yes: boolean): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found && !found.isDirectory())
    throw new Fault(
      'result-path-malformed',
      'malformed',
      `--full writes a folder, and ${folder} is a file. Name a folder, new or of an earlier report.`,
    );
  if (!found || yes) return;
  const pages = (await readdir(folder).catch(() => [])).filter((name) => /^(?:index|failures-\d+)\.html$/.test(name));
  for (const name of pages) await assertFile(join(folder, name), 'html', false);
}

// A file that we may not read is not ours.
async function beginningOf(path: string): Promise<string> {
  const handle = await open(path).catch(() => null);
  if (handle === null) return '';
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
