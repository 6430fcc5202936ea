// Signs checkpoints and checks their signatures, with Ed25519 of Node's own crypto. The signing key is made of the organisation's
// secret key, which lies in the data folder for the program alone: it is there once that is, and a restored backup has it too.
import { createPrivateKey, createPublicKey, hash, sign, verify, type KeyObject } from 'node:crypto';
import { keyedDigest } from '../../kernel/digest.ts';
import {
  checkpointText,
  keyIdOf,
  readNote,
  signatureOf,
  writeNote,
  type Checkpoint,
  type VerifierKey,
} from '../../kernel/signed-note.ts';

// What stands before the 32 bytes of an Ed25519 key in its usual form (RFC 8410).
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicHead = Buffer.from('302a300506032b6570032100', 'hex');

/** SHA-256 by the machine's own crypto. */
export const quickSha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer');

/** What an organisation's log is called in checkpoints. */
export function originOf(orgId: string): string {
  return `customary/${orgId}`;
}

function privateKeyOf(key: Uint8Array): KeyObject {
  const seed = Buffer.from(keyedDigest(key, 'signs checkpoints of the ledger'), 'hex');
  return createPrivateKey({ key: Buffer.concat([privateHead, seed]), format: 'der', type: 'pkcs8' });
}

/** The public key by which an organisation's checkpoints are checked. @param key the organisation's secret key */
export function verifierKeyOf(orgId: string, key: Uint8Array): VerifierKey {
  const der = createPublicKey(privateKeyOf(key)).export({ format: 'der', type: 'spki' });
  return { name: originOf(orgId), key: new Uint8Array(der.subarray(publicHead.length)) };
}

/** The checkpoint as a signed note. @param key the organisation's secret key */
export function signCheckpoint(checkpoint: Checkpoint, orgId: string, key: Uint8Array): string {
  const verifier = verifierKeyOf(orgId, key);
  const text = checkpointText(checkpoint);
  const signature = new Uint8Array(sign(null, Buffer.from(text), privateKeyOf(key)));
  return writeNote({ text, signatures: [{ name: verifier.name, keyId: keyIdOf(verifier), signature }] });
}

/** Whether a note was signed by a key. */
export function isSignedBy(whole: string, verifier: VerifierKey): boolean {
  const note = readNote(whole);
  const signature = note && signatureOf(note, verifier);
  if (!note || !signature) return false;
  const key = createPublicKey({ key: Buffer.concat([publicHead, verifier.key]), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(note.text), key, signature);
}
