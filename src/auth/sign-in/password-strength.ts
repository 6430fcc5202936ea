// Whether a password is one of those that are tried first: the commonest breached ones, their variations, rows of keys,
// dates, and what is known of whoever chooses it. Worked out here from lists that come with the program; nothing is sent.
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { Fault } from '../../kernel/fault.ts';
import { wrongLength } from './password-rules.core.ts';

/** Guesses that it must outlast, as a power of ten: weeks at the pace that a kept hash allows, ages at the door. */
const fewestGuesses = 10;

/** Looking at more takes long and changes nothing. */
const lookedAt = 100;

/**
 * @param known words that whoever guesses would try first: the member's name and address, the organisation's name
 * @throws Fault `password-weak`
 */
export async function assertStrongPassword(password: string, known: readonly string[]): Promise<void> {
  const wrong = wrongLength(password) ?? (await tooEasy(password, known));
  if (wrong !== null) throw new Fault('password-weak', 'unready', wrong);
}

async function tooEasy(password: string, known: readonly string[]): Promise<string | null> {
  const words = known
    .flatMap((text) => [text, text.replaceAll(/[^\p{L}\p{N}]/gu, ''), ...text.split(/[^\p{L}\p{N}]+/u)])
    .filter((word) => word.length > 2);
  const { guessesLog10 } = (await estimator()).check(password.slice(0, lookedAt), [...words, 'customary']);
  if (guessesLog10 >= fewestGuesses) return null;
  return 'That is among the passwords that are tried first, or made like them. Add words that nobody would expect of you.';
}

// Loaded when the first password is chosen: the lists take memory, and most starts need none.
let loading: Promise<ZxcvbnFactory> | undefined;

async function estimator(): Promise<ZxcvbnFactory> {
  loading ??= (async () => {
    const [{ ZxcvbnFactory: Factory }, common] = await Promise.all([
      import('@zxcvbn-ts/core'),
      import('@zxcvbn-ts/language-common'),
    ]);
    return new Factory({ dictionary: { ...common.dictionary }, graphs: common.adjacencyGraphs });
  })();
  return loading;
}
