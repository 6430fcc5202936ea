// The ways of saying a phrase, each as its words, where it is made of words alone and has few of them.
import type { PhrasePositions } from './positions.ts';

const mostWays = 64;

/** Every way through the phrase; null where it has kinds of words or gaps in it, or too many ways. */
export function waysOf({ positions, first, last }: PhrasePositions): number[][] | null {
  if (positions.some((position) => position.classes !== 0)) return null;
  const ends = new Set(last);
  const ways: number[][] = [];
  const walk = (at: number, before: readonly number[]): boolean => {
    for (const word of positions[at]!.words) {
      const words = [...before, word];
      if (ends.has(at)) ways.push(words);
      if (ways.length > mostWays || !positions[at]!.next.every((to) => walk(to, words))) return false;
    }
    return true;
  };
  return first.every((at) => walk(at, [])) ? ways : null;
}
