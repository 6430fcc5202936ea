// Checkpoints of the log in the forms of C2SP: the text of tlog-checkpoint in a signed-note with Ed25519. Here is what is pure of
// it: writing, reading, and naming the key. Who signs and who checks the signature brings Ed25519 along.
import { base64Of, bytesOfBase64, hexOf, sha256Bytes } from './sha256.ts';

/** A tree head: whose log, how many leaves, and the root over them. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** A public key as C2SP writes it: its name and its 32 bytes. */
export interface VerifierKey {
  readonly name: string;
  readonly key: Uint8Array;
}

/** A line of a note that says who signed it. */
export interface NoteSignature {
  readonly name: string;
  /** The first four bytes of the hash of the key's name and bytes, in hex. */
  readonly keyId: string;
  readonly signature: Uint8Array;
}

export interface Note {
  /** What was signed, with its last newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** The type byte of Ed25519 signatures. */
const ed25519 = 1;
const mostSignatures = 100;
const named = /^[^\s+]+$/u;

/** The key's id: the first four bytes of SHA-256 over name, newline, type and key. */
export function keyIdOf({ name, key }: VerifierKey): string {
  const head = new TextEncoder().encode(`${name}\n`);
  const whole = new Uint8Array(head.length + 1 + key.length);
  whole.set(head);
  whole[head.length] = ed25519;
  whole.set(key, head.length + 1);
  return hexOf(sha256Bytes(whole)).slice(0, 8);
}

/** The key as people hand it on: `NAME+ID+BASE64`. */
export function writeVerifierKey(verifier: VerifierKey): string {
  return `${verifier.name}+${keyIdOf(verifier)}+${base64Of(Uint8Array.from([ed25519, ...verifier.key]))}`;
}

/** The key in a text that `writeVerifierKey` made, or null. */
export function readVerifierKey(text: string): VerifierKey | null {
  const parts = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(text.trim());
  const bytes = parts && bytesOfBase64(parts[3]!);
  if (!bytes || bytes.length !== 33 || bytes[0] !== ed25519) return null;
  const verifier = { name: parts![1]!, key: bytes.slice(1) };
  return keyIdOf(verifier) === parts![2] ? verifier : null;
}

/** The text of a checkpoint, which is what is signed. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${base64Of(root)}\n`;
}

/** The checkpoint in a note's text, or null where it isn't one. */
export function readCheckpointText(text: string): Checkpoint | null {
  const lines = text.split('\n');
  // Lines after the third are others' extensions: opaque, but never empty.
  if (lines.pop() !== '' || lines.length < 3 || lines.some((line) => line === '')) return null;
  const [origin, size, root] = lines as [string, string, string];
  const bytes = bytesOfBase64(root);
  if (!/^(0|[1-9]\d{0,14})$/.test(size) || bytes?.length !== 32) return null;
  return { origin, size: Number(size), root: bytes };
}

/** A note: what was signed, a blank line, and a line for each signature. */
export function writeNote({ text, signatures }: Note): string {
  const lines = signatures.map(({ name, keyId, signature }) => {
    const id = [0, 2, 4, 6].map((at) => Number.parseInt(keyId.slice(at, at + 2), 16));
    return `— ${name} ${base64Of(Uint8Array.from([...id, ...signature]))}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

/** The note in a text, or null where it isn't one. Whether a signature holds is another question. */
export function readNote(whole: string): Note | null {
  // oxlint-disable-next-line no-control-regex -- a note may hold no control character but newline
  if (/[\u0000-\u0009\u000B-\u001F\uFFFD]/u.test(whole) || !whole.endsWith('\n')) return null;
  const split = whole.lastIndexOf('\n\n');
  if (split < 0) return null;
  const lines = whole.slice(split + 2, -1).split('\n');
  if (lines.length > mostSignatures) return null;
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const parts = /^— (\S+) ([A-Za-z0-9+/=]+)$/u.exec(line);
    const bytes = parts && bytesOfBase64(parts[2]!);
    if (!bytes || bytes.length < 5 || !named.test(parts![1]!)) return null;
    signatures.push({ name: parts![1]!, keyId: hexOf(bytes.slice(0, 4)), signature: bytes.slice(4) });
  }
  return { text: whole.slice(0, split + 1), signatures };
}

/** The signature in a note that claims to be of a key, or null where none does. */
export function signatureOf({ signatures }: Note, verifier: VerifierKey): Uint8Array | null {
  const id = keyIdOf(verifier);
  const found = signatures.find(({ name, keyId }) => name === verifier.name && keyId === id);
  return found?.signature.length === 64 ? found.signature : null;
}
