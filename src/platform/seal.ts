// Seals a text with the organisation's key: whoever has the database alone reads nothing of it.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const tagLength = 16;
const nonceLength = 12;

/** @param about what it is and whose: a sealed text opens only for the same */
export function seal(key: Uint8Array, about: string, text: string): string {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(key), nonce).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** @throws Error where it was sealed with another key or about something else, or was changed */
export function unseal(key: Uint8Array, about: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const body = bytes.subarray(nonceLength + tagLength);
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(key), bytes.subarray(0, nonceLength))
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}

function sealingKey(key: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', 'customary sealed text', 32));
}
