// Tries to sign in, counted before they are looked at: a guess costs its turn whether or not there is such an account.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { keyedDigest } from '../../kernel/digest.ts';
import type { Work } from '../../platform/db/work.ts';
import { countedFor, ofAccount, ofAddress, waitAfter } from './attempts.core.ts';
import { forgetAttempts, readTries, takeTurn, writeAttempt, type Attempt } from './attempts.store.ts';

export interface Trying {
  /** What is tried: an e-mail address, the id of a link; null where the try names none. */
  readonly account: string | null;
  readonly address: string;
  /** What the browser keeps of an earlier sign-in, where it has any. */
  readonly device: string | null;
}

/**
 * Count a try. A browser that its member has signed in with before is counted by itself: however many others guess at
 * the account, it waits for none of them.
 * @returns the seconds to wait, where there may be no try now
 */
export async function beginAttempt(
  work: Work,
  { account, address, device }: Trying,
): Promise<{ readonly wait: number } | Attempt> {
  const { now } = work;
  const known = account !== null && device !== null && isDeviceOf(work, account, device);
  const attempt: Attempt = {
    id: `a${randomBytes(8).toString('hex')}`,
    account: account === null ? null : digestOf(work, known ? `${account}\u001f${device}` : account),
    address: known ? 'known device' : digestOf(work, address),
  };
  await takeTurn(work, attempt.account ?? attempt.address);
  await forgetAttempts(work, { before: before(now, 96 * countedFor) });
  const since = before(now, countedFor);
  const own = attempt.account === null ? [] : await readTries(work, { account: attempt.account }, since);
  const here = known ? [] : await readTries(work, { address: attempt.address }, since);
  const wait = Math.max(waitAfter(own, now, ofAccount), waitAfter(here, now, ofAddress));
  if (wait > 0) return { wait };
  await writeAttempt(work, attempt);
  return attempt;
}

/** The try opened what it was for: it and those before it at the same account count no more. */
export async function attemptOpened(work: Work, attempt: Attempt): Promise<void> {
  await forgetAttempts(work, { id: attempt.id });
  if (attempt.account !== null) await forgetAttempts(work, { account: attempt.account });
}

/** The try was neither right nor wrong, as where only the code is still missing. */
export async function attemptUndecided(work: Work, attempt: Attempt): Promise<void> {
  await forgetAttempts(work, { id: attempt.id });
}

/** What a browser keeps once a member has signed in with it. It opens nothing. */
export function newDevice(work: Work, account: string): string {
  const nonce = randomBytes(12).toString('base64url');
  return `${nonce}.${deviceDigest(work, account, nonce)}`;
}

function isDeviceOf(work: Work, account: string, device: string): boolean {
  const [nonce, digest, ...more] = device.split('.');
  if (!nonce || digest === undefined || more.length > 0) return false;
  const [given, right] = [Buffer.from(digest), Buffer.from(deviceDigest(work, account, nonce))];
  return given.length === right.length && timingSafeEqual(given, right);
}

function deviceDigest({ key }: Work, account: string, nonce: string): string {
  return keyedDigest(key, `known device\u001f${account}\u001f${nonce}`);
}

function digestOf({ key }: Work, text: string): string {
  return keyedDigest(key, `sign-in attempt\u001f${text}`);
}

const before = (now: string, milliseconds: number): string => new Date(Date.parse(now) - milliseconds).toISOString();
