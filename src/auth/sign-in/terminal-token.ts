// The token that a server prints in its terminal: who can read the terminal, or be read it, sets up first.
import { createHash, randomInt, timingSafeEqual } from 'node:crypto';

// No letter or digit that can be taken for another.
const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** e.g. `K7QM-2FHX-9RTB-WC4D`: 80 bits, to be typed where it can't be clicked. */
export function newTerminalToken(): string {
  const four = (): string => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('');
  return [four(), four(), four(), four()].join('-');
}

/** Whether it is the token; dashes, blanks and case don't matter. */
export function isTerminalToken(told: string, right: string): boolean {
  const digest = (text: string): Buffer =>
    createHash('sha256').update(text.toUpperCase().replaceAll(/[\s-]/g, '')).digest();
  return timingSafeEqual(digest(told), digest(right));
}
