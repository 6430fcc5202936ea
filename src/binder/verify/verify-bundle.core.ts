// Checks a judge's file without anything but itself: every byte of it, every row against the line of the history that vouches for it,
// every line against a signed checkpoint. Signatures are handed back, for whoever has Ed25519 at hand.
import { bytesOfBase64, bytesOfHex, hexOf, sha256Bytes } from '../../kernel/sha256.ts';
import { lineText } from '../../kernel/ledger-line.ts';
import { isConsistent, leafHash, rootFromInclusion, sameBytes } from '../../kernel/merkle.ts';
import {
  readCheckpointText,
  readNote,
  readVerifierKey,
  signatureOf,
  writeNote,
  writeVerifierKey,
  type Checkpoint,
  type VerifierKey,
} from '../../kernel/signed-note.ts';
import { contentHash } from '../seal/sealed-row.core.ts';
import { fileIn, guarded, jsonIn, textIn, tried, type Say } from './bundle-files.core.ts';
import {
  bundleFiles,
  bundleFormat,
  bundleMade,
  sealsRows,
  type BundleLine,
  type BundleManifest,
  type BundleRecord,
  type BundleRow,
  type BundleSeal,
} from './bundle-format.core.ts';
import { firstDifference, readZip, writeZip, type ZipFile } from './zip.core.ts';

/** One thing that is wrong: in which file, where in it, and what. */
export interface BundleWrong {
  readonly file: string;
  readonly where: string;
  readonly sentence: string;
}

/** A signature that is still to be checked, and what it means where it doesn't hold. */
export interface ToCheck {
  readonly file: string;
  readonly text: string;
  readonly signature: Uint8Array;
  readonly key: Uint8Array;
}

export interface BundleChecked {
  readonly wrong: readonly BundleWrong[];
  readonly signatures: readonly ToCheck[];
  /** What it says of itself; null where that can't be read. */
  readonly told: BundleTold | null;
  /** Whose key its signatures are of: the one that was given, one that nobody named, or another than was given. */
  readonly signedBy: 'named' | 'unnamed' | 'another';
}

export interface BundleTold {
  readonly organisation: string;
  readonly asked: Readonly<Record<string, string>>;
  readonly madeAt: string;
  readonly rows: number;
  /** Rows that no line of the history vouches for yet. */
  readonly unsealed: number;
  readonly files: number;
  /** Lines of the history that the signed checkpoint covers. */
  readonly covers: number;
  /** The public key that its signatures are of: compare it with the one that the organisation gave you another way. */
  readonly key: string;
}

/** @param pinned the organisation's public key as you have it another way; without it the key in the file is taken */
export function checkBundle(archive: Uint8Array, pinned?: string): BundleChecked {
  const wrong: BundleWrong[] = [];
  const say = (file: string, sentence: string, where = ''): void => void wrong.push({ file, where, sentence });
  const files = readZip(archive);
  if (!files) {
    say('the archive', 'This is not a judge’s file: it doesn’t begin as one.');
    return { wrong, signatures: [], told: null, signedBy: pinned === undefined ? 'unnamed' : 'named' };
  }
  const differs = firstDifference(writeZip(files), archive);
  if (differs !== null)
    say('the archive', `Something between or about its files was changed: byte ${differs} is not as it was written.`);
  const manifest = checkFiles(files, say);
  const { verifier, signedBy } = keyIn(files, pinned, say);
  const seal = jsonIn<BundleSeal>(files, bundleFiles.seal, say);
  const record = jsonIn<BundleRecord>(files, bundleFiles.record, say);
  const signatures: ToCheck[] = [];
  const checkpointOf = (file: string, note: string | null): Checkpoint | null => {
    const read = note === null ? null : readNote(note);
    const told = read && readCheckpointText(read.text);
    if (!read || !told || writeNote(read) !== note) {
      say(file, 'The checkpoint in it can’t be read.');
      return null;
    }
    const signature = verifier && signatureOf(read, verifier);
    if (verifier && !signature) say(file, 'The checkpoint in it was not signed with the organisation’s key.');
    if (verifier && signature) signatures.push({ file, text: read.text, signature, key: verifier.key });
    return told;
  };
  const first = checkpointOf(bundleFiles.checkpoint, textIn(files, bundleFiles.checkpoint));
  const sealed = seal && tried(() => seal.checkpoint, null);
  const last = checkpointOf(bundleFiles.seal, typeof sealed === 'string' ? sealed : null);
  if (seal && last) guarded(bundleFiles.seal, say, () => checkSeal(seal, last, first, manifestHash(files), say));
  if (record && first) guarded(bundleFiles.record, say, () => checkRecord(record, first, say));
  return {
    wrong,
    signatures,
    told: record && first && verifier ? tried(() => toldOf(record, first, verifier, files, manifest), null) : null,
    signedBy,
  };
}

function manifestHash(files: readonly ZipFile[]): string {
  return hexOf(sha256Bytes(fileIn(files, bundleFiles.manifest)?.bytes ?? new Uint8Array(0)));
}

/** Every file must be listed with its hash, in the order of the list. */
function checkFiles(files: readonly ZipFile[], say: Say): BundleManifest | null {
  for (const name of Object.values(bundleFiles)) if (!fileIn(files, name)) say(name, 'It is missing.');
  const manifest = jsonIn<BundleManifest>(files, bundleFiles.manifest, say);
  if (!manifest || !Array.isArray(manifest.files)) return null;
  if (manifest.format !== bundleFormat) say(bundleFiles.manifest, 'It is of another form than this checks.');
  const rest: readonly string[] = [bundleFiles.manifest, bundleFiles.seal];
  for (const { name, sha256 } of manifest.files) {
    const file = fileIn(files, name);
    if (!file) say(name, 'It is listed, and missing.');
    else if (hexOf(sha256Bytes(file.bytes)) !== sha256) say(name, 'It was changed after it was sealed.');
  }
  for (const { name } of files)
    if (!rest.includes(name) && !manifest.files.some((one) => one.name === name))
      say(name, 'It was not there when the file was sealed.');
  const order = [...manifest.files.map((one) => one.name), ...rest];
  if (files.length === order.length && files.some(({ name }, at) => name !== order[at]))
    say('the archive', 'Its files stand in another order than they were sealed in.');
  if (new Set(files.map((one) => one.name)).size !== files.length)
    say('the archive', 'It holds two files of one name.');
  return manifest;
}

function keyIn(
  files: readonly ZipFile[],
  pinned: string | undefined,
  say: Say,
): { readonly verifier: VerifierKey | null; readonly signedBy: BundleChecked['signedBy'] } {
  const text = textIn(files, bundleFiles.key);
  const own = text === null ? null : readVerifierKey(text);
  if (!own) say(bundleFiles.key, 'The public key in it can’t be read.');
  if (pinned === undefined) return { verifier: own, signedBy: 'unnamed' };
  const given = readVerifierKey(pinned);
  if (!given) say('the key that you gave', 'It is not a public key as Customary writes it.');
  if (!given || !own) return { verifier: given, signedBy: 'named' };
  if (given.name === own.name && sameBytes(given.key, own.key)) return { verifier: given, signedBy: 'named' };
  say(bundleFiles.key, 'It is another key than the one that you gave: somebody else made this file.');
  return { verifier: given, signedBy: 'another' };
}

/** Whether a line is in the tree of a checkpoint. */
function isIn({ line, path }: BundleLine, { size, root }: Checkpoint): boolean {
  const leaf = leafHash(new TextEncoder().encode(lineText(line)));
  const led = rootFromInclusion(leaf, { index: line.seq - 1, size, path: hashes(path) });
  return led !== null && sameBytes(led, root);
}

const hashes = (path: readonly string[]): Uint8Array[] => path.map((one) => bytesOfBase64(one) ?? new Uint8Array(0));

function checkSeal(seal: BundleSeal, last: Checkpoint, first: Checkpoint | null, manifest: string, say: Say): void {
  const { line, consistency } = seal;
  if (!isIn(seal, last)) say(bundleFiles.seal, 'The line of the history in it is not one that its checkpoint covers.');
  if (line.kind !== bundleMade || line.subjects[1] !== manifest)
    say(bundleFiles.manifest, 'It is not the list of files that was sealed in the history.');
  if (line.orgId !== last.origin.slice(last.origin.indexOf('/') + 1))
    say(bundleFiles.seal, 'It was sealed in the history of another organisation.');
  if (first && (first.origin !== last.origin || !isConsistent(first, last, hashes(consistency))))
    say(bundleFiles.checkpoint, 'It and the checkpoint of the seal are not of one history.');
}

function checkRecord(record: BundleRecord, checkpoint: Checkpoint, say: Say): void {
  const file = bundleFiles.record;
  if (record.format !== bundleFormat) say(file, 'It is of another form than this checks.');
  const lines = new Map<number, BundleLine['line']>();
  for (const one of record.lines) {
    const { seq } = one.line;
    if (!isIn(one, checkpoint))
      say(
        file,
        `It is not the line that the checkpoint covers: it was changed, or moved.`,
        `line ${seq} of the history`,
      );
    else lines.set(seq, one.line);
  }
  for (const [at, row] of record.rows.entries()) {
    const where = `row ${row.n} (${row.kind} ${row.key})`;
    if (row.n !== at + 1)
      say(file, row.n > at + 1 ? `Row ${at + 1} is missing before it.` : 'It stands out of its order.', where);
    const sentence = rowWrong(row, lines);
    if (sentence !== null) say(file, sentence, where);
  }
}

function rowWrong(row: BundleRow, lines: ReadonlyMap<number, BundleLine['line']>): string | null {
  if (row.seal === null) return null;
  const { salt, line: seq, place, of, path } = row.seal;
  const line = lines.get(seq);
  if (!line) return `Line ${seq} of the history, which vouches for it, is missing or wrong.`;
  const leaf = bytesOfHex(contentHash(salt, row))!;
  const root = rootFromInclusion(leaf, { index: place, size: of, path: hashes(path) });
  if (line.kind === sealsRows && line.subjects[1] === String(of) && root && hexOf(root) === line.subjects[0])
    return null;
  return `It is not what line ${seq} of the history vouches for: it was changed, put in another row’s place, or dated back.`;
}

function toldOf(
  record: BundleRecord,
  first: Checkpoint,
  verifier: VerifierKey,
  files: readonly ZipFile[],
  manifest: BundleManifest | null,
): BundleTold {
  return {
    organisation: String(record.organisation.name),
    asked: record.asked,
    madeAt: String(record.made.at),
    rows: record.rows.length,
    unsealed: record.rows.filter((row) => row.seal === null).length,
    files: manifest ? files.length : 0,
    covers: first.size,
    key: writeVerifierKey(verifier),
  };
}
