// Packs from disk: the ones that ship, and a folder of the organisation's own. A pack with a mistake, or one of their own
// with an example that comes out otherwise, is refused with the line it stands in.
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { sha256 } from '../kernel/digest.ts';
import { Fault } from '../kernel/fault.ts';
import { checkPacks } from './check-packs.ts';
import { withExamples } from './examples-file.ts';
import { isExamplesFile, isPackFile } from './pack-files.core.ts';
import { engineVersion } from './engine/version.ts';
import { linkErrors } from './engine/link.ts';
import { packsKept } from './kept-packs.ts';
import { readPack, type Pack, type PackError } from './pack.ts';
import { withChanges } from './with-changes.ts';

const shippedFolder = join(import.meta.dirname, '../../packs');
export interface PackFile {
  /** How it is named to people. */
  readonly file: string;
  readonly text: string;
}

/** The names that people know files of a folder by: never where it lies on a disk. */
const namedBySelf = (files: readonly PackFile[]): PackFile[] =>
  files.map(({ file, text }) => ({ file: basename(file), text }));

/**
 * Every pack in use: those that ship, then the organisation's own; an own pack of the same name replaces the one that ships,
 * and one that changes another only the standards that it names.
 * Examples of own packs are run once for a content and engine; the result is remembered in the user's cache folder.
 * @throws Fault `pack-refused` (unready) with `file:line:column` of every mistake or failing example
 */
export async function loadPacks(ownPacks?: string): Promise<Pack[]> {
  const shippedFiles = namedBySelf(await packFiles(shippedFolder));
  const ownFiles = ownPacks === undefined ? [] : namedBySelf(await packFiles(ownPacks, { examples: true }));
  const files = `${ownPacks}\u001f${digestOfFiles([...shippedFiles, ...ownFiles])}`;
  if (loaded?.files !== files) loaded = { files, packs: await readPacks(shippedFiles, ownFiles, ownPacks ?? '') };
  return [...loaded.packs];
}

/** What was loaded last. A command asks for the packs several times, and to read them takes a second. */
let loaded: { readonly files: string; readonly packs: readonly Pack[] } | null = null;

/** What ships, as it was read last: an organisation that changes its own sets changes none of it. */
let readLast: { readonly files: string; readonly read: Shipped } | null = null;

interface Shipped extends ReturnType<typeof readAll> {
  /** They stand together without a mistake: only with others beside them need that be looked at again. */
  readonly linked: boolean;
}

function readShipped(files: readonly PackFile[]): Shipped {
  const digest = digestOfFiles(files);
  if (readLast?.files !== digest) readLast = { files: digest, read: readOrKept(files, digest) };
  return readLast.read;
}

function readOrKept(files: readonly PackFile[], digest: string): Shipped {
  let read: ReturnType<typeof readAll> = { packs: [], errors: [] };
  const kept = packsKept(digest, () => {
    read = readAll(files);
    return read.errors.length === 0 && linkErrors(read.packs).length === 0 ? read.packs : null;
  });
  return { packs: asShipped(kept ?? read.packs), errors: kept ? [] : read.errors, linked: kept !== null };
}

function asShipped(packs: readonly Pack[]): Pack[] {
  return packs.map((pack): Pack => ({ ...pack, path: join(shippedFolder, pack.file), ships: 'itself' }));
}

/** Packs of others, those among them that take the place of one that ships known as such. */
function replacing(packs: readonly Pack[], shipped: ReadonlySet<string>): Pack[] {
  return packs.map((pack): Pack => (shipped.has(pack.name) ? { ...pack, ships: 'replaced' } : pack));
}

function readOwn(files: readonly PackFile[], folder: string, shipped: readonly Pack[]): ReturnType<typeof readAll> {
  const { packs, errors } = readAll(files);
  const placed = packs.map((pack) => ({ ...pack, path: join(folder, pack.file) }));
  return { packs: replacing(placed, new Set(shipped.map((pack) => pack.name))), errors };
}

async function readPacks(
  shippedFiles: readonly PackFile[],
  ownFiles: readonly PackFile[],
  ownPacks: string,
): Promise<Pack[]> {
  const shipped = readShipped(shippedFiles);
  const own = readOwn(ownFiles, ownPacks, shipped.packs);
  refuse([...shipped.errors, ...own.errors]);
  const names = new Set(own.packs.map((pack) => pack.name));
  const packs = withChanges([...shipped.packs.filter((pack) => !names.has(pack.name)), ...own.packs]);
  if (own.packs.length > 0 || !shipped.linked) refuse(linkErrors(packs));
  if (own.packs.length > 0)
    await once(digestOf(packs, ownFiles), () =>
      refuse(failingExamples(packs, new Set(own.packs.map((pack) => pack.name)))),
    );
  return packs;
}

/** The packs in use but for those that the given ones would replace, the given ones beside them, and everything wrong with those in use. */
export async function packsBeside(
  given: readonly Pack[],
  ownPacks: string,
): Promise<{ packs: Pack[]; given: Pack[]; errors: PackError[] }> {
  const names = new Set(given.map((pack) => pack.name));
  const shippedFiles = namedBySelf(await packFiles(shippedFolder, { examples: given.length === 0 }));
  // With their examples they are read for a check of all, which nobody asks for twice in a row.
  const shipped = given.length === 0 ? readWhole(shippedFiles) : readShipped(shippedFiles);
  const own = readOwn(namedBySelf(await packFiles(ownPacks, { examples: true })), ownPacks, shipped.packs);
  const ownNames = new Set(own.packs.map((pack) => pack.name));
  const packs = [...shipped.packs.filter((pack) => !ownNames.has(pack.name)), ...own.packs];
  return {
    packs: packs.filter((pack) => !names.has(pack.name)),
    given: replacing(given, new Set(shipped.packs.map((pack) => pack.name))),
    errors: [...shipped.errors, ...own.errors],
  };
}

function readWhole(files: readonly PackFile[]): ReturnType<typeof readAll> {
  const { packs, errors } = readAll(files);
  return { packs: asShipped(packs), errors };
}

/**
 * Pack files of a folder in the order of their names; the file itself where a file is named. No such folder is no packs.
 * Files of examples (`NAME.examples.yaml`) are among them only where `examples` is set: marking has no use for them.
 */
export async function packFiles(path: string, { examples = false } = {}): Promise<PackFile[]> {
  const found = await stat(path).catch(nothingThere);
  if (found === null) return [];
  const names = found.isDirectory()
    ? (await readdir(path))
        .filter((name) => isPackFile(name) && (examples || !isExamplesFile(name)))
        .toSorted()
        .map((name) => join(path, name))
    : [path];
  return Promise.all(names.map(async (file) => ({ file, text: await readFile(file, 'utf8') })));
}

/** Where a pack that was loaded lies. */
export function pathOf({ path, file }: Pack): string {
  return path ?? file;
}

/** The packs in some files with the examples that stand in others of them, and everything wrong with the rest. */
export function readAll(files: readonly PackFile[]): { packs: Pack[]; errors: PackError[] } {
  const read = files.filter(({ file }) => !isExamplesFile(file)).map(({ file, text }) => readPack(file, text));
  const errors = read.flatMap((one) => one.errors);
  const whole = withExamples(
    read.flatMap((one) => one.pack ?? []),
    files.filter(({ file }) => isExamplesFile(file)),
  );
  return { packs: whole.packs, errors: [...errors, ...whole.errors] };
}

function failingExamples(packs: readonly Pack[], names: ReadonlySet<string>): PackError[] {
  return checkPacks(packs)
    .filter((result) => !result.passed && names.has(result.pack))
    .map(({ file, line, standard, expected, got }) => ({
      file,
      line,
      column: 1,
      what: `An example of "${standard}" should be ${expected} and is ${got}.`,
      write: 'Run "customary standards check" to see what was found, then change the cues or the example.',
    }));
}

function refuse(errors: readonly PackError[]): void {
  if (errors.length === 0) return;
  const details = errors.map((one) => ({
    pointer: `${one.file}:${one.line}:${one.column}`,
    detail: `${one.what} ${one.write}`,
  }));
  throw new Fault(
    'pack-refused',
    'unready',
    `A set of standards has ${errors.length === 1 ? 'a mistake' : `${errors.length} mistakes`}. ${details[0]!.pointer}: ${details[0]!.detail}`,
    details,
  );
}

function digestOfFiles(files: readonly PackFile[]): string {
  return sha256(files.map(({ file, text }) => `${file}\u001f${text}`).join('\u001f'));
}

function digestOf(packs: readonly Pack[], own: readonly PackFile[]): string {
  const shipped = JSON.stringify(packs, (_, value: unknown) => (value instanceof Map ? [...value] : value));
  return sha256([engineVersion, shipped, ...own.map((one) => one.text)].join('\u001f'));
}

// An empty file named by the digest says that the examples passed. Where it can't be kept they are run again, no more.
async function once(digest: string, run: () => void): Promise<void> {
  const folder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'customary', 'checked-packs');
  const file = join(folder, digest);
  if ((await stat(file).catch(() => null)) !== null) return;
  run();
  await mkdir(folder, { recursive: true })
    .then(async () => writeFile(file, ''))
    .catch(() => undefined);
}

function nothingThere(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
