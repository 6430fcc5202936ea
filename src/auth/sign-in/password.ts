// Passwords as they are kept: scrypt, with its cost and salt beside the hash, so that the cost can be raised later.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { Fault } from '../../kernel/fault.ts';

/** Memory and time of one hash: 2^17 takes 128 MiB and about half a second, which is what a guess then costs too. */
export const usualCost = 2 ** 17;

const bytes = 32;
const blockSize = 8;
const parallel = 1;

/** `scrypt$N$r$p$SALT$HASH`. */
export async function hashPassword(password: string, cost: number): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost, blockSize, parallel);
  return ['scrypt', cost, blockSize, parallel, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Whether it is the password; a hash that is null takes as long and is never right. */
export async function isPassword(password: string, kept: string | null, cost: number): Promise<boolean> {
  const parts = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w-]+)\$([\w-]+)$/.exec(kept ?? '');
  if (!parts) {
    await derive(password, Buffer.alloc(16), cost, blockSize, parallel);
    return false;
  }
  const [, n, r, p, salt = '', right = ''] = parts;
  const hash = await derive(password, Buffer.from(salt, 'base64url'), Number(n), Number(r), Number(p));
  return timingSafeEqual(hash, Buffer.from(right, 'base64url'));
}

/** Whether it was hashed at less than the cost of today, and is worth hashing anew. */
export function isCheap(kept: string, cost: number): boolean {
  return Number(kept.split('$')[1]) < cost;
}

// Each takes much memory: more than two at once would let anybody fill it by asking.
let running = 0;
const waiting: (() => void)[] = [];
const mostWaiting = 30;

async function derive(password: string, salt: Buffer, cost: number, r: number, p: number): Promise<Buffer> {
  if (running >= 2) {
    if (waiting.length >= mostWaiting)
      throw new Fault('sign-in-busy', 'too-many', 'Too many people sign in at this moment. Try again in a minute.');
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await new Promise((resolve, reject) => {
      const options = { N: cost, r, p, maxmem: 256 * cost * r };
      scrypt(password.normalize('NFKC'), salt, bytes, options, (error, hash) =>
        error ? reject(error) : resolve(hash),
      );
    });
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
