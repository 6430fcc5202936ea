// The code by which a shielded writer reads replies: 160 random bits, easily read aloud, shown once. Only its keyed digest is kept.
import { randomBytes } from 'node:crypto';
import { keyedDigest } from '../../kernel/digest.ts';

// Crockford's: no letter that is taken for a digit or another letter.
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 32;
const whole = /^[0-9A-HJKMNP-TV-Z]{32}$/;

/** `8F3K-...`, eight groups of four. */
export function newClaimCode(): string {
  const text = [...randomBytes(length)].map((byte) => signs[byte % signs.length]).join('');
  return text.match(/.{4}/g)!.join('-');
}

/** What is kept of a code, however it was typed; null for what can't be one. */
export function claimDigestOf(key: Uint8Array, told: string): string | null {
  const text = told.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (!whole.test(text)) return null;
  return keyedDigest(key, `letter claim\u001f${text}`);
}
