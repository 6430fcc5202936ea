// One-time codes of an authenticator app (RFC 6238): six digits, half a minute each, the ones beside it taken too.
import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const period = 30;

/** A fresh secret in base 32, as authenticator apps take it by hand. */
export function newCodeSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address that an authenticator app reads from a picture. */
export function codeAddress(secret: string, { issuer, account }: { issuer: string; account: string }): string {
  return totp(secret, issuer, account).toString();
}

/**
 * The half minute that the code is of.
 * @param lastStep the half minute of the code that opened last: it and those before it open nothing more
 * @returns null where it is no code of these minutes
 */
export function stepOfCode(secret: string, code: string, at: number, lastStep: number | null): number | null {
  const delta = totp(secret).validate({ token: code.replaceAll(/\s/g, ''), timestamp: at, window: 1 });
  if (delta === null) return null;
  const step = Math.floor(at / 1000 / period) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
}

/** Ten codes for the day on which the telephone is lost; each opens once. */
export function newRecoveryCodes(): string[] {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const word = (): string => [...randomBytes(5)].map((byte) => letters[byte % letters.length]).join('');
  return Array.from({ length: 10 }, () => `${word()}-${word()}`);
}

/** A recovery code as it is compared: case and blanks don't matter. */
export function plainRecovery(told: string): string {
  return told.toLowerCase().replaceAll(/\s/g, '');
}

function totp(secret: string, issuer = 'Customary', label = 'Customary'): TOTP {
  return new TOTP({ issuer, label, algorithm: 'SHA1', digits: 6, period, secret: Secret.fromBase32(secret) });
}
