// How long a password must be. There is no rule about kinds of characters: such rules make passwords harder to remember and
// no harder to guess. Whether it is one that is tried first: password-strength.ts.

export const shortestPassword = 12;
export const longestPassword = 200;

/** What is wrong with its length, as a sentence that says what to do; null where nothing is. */
export function wrongLength(password: string): string | null {
  const length = Array.from(password).length;
  if (length < shortestPassword)
    return `Take at least ${shortestPassword} characters: three or four words that do not belong together are easy to remember.`;
  return length > longestPassword ? `Take at most ${longestPassword} characters.` : null;
}
