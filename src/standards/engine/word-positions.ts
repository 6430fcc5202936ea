// A phrase with a position for each word that it may read: what looks for words one by one, such as for what sounds like them, reads
// phrases so.
import type { PhrasePositions } from './positions.ts';

/** Reads the word `word`, or where that is negative any word of one of `classes`. */
export interface WordPosition {
  readonly word: number;
  readonly classes: number;
  readonly next: readonly number[];
  readonly previous: readonly number[];
}

export interface WordPositions {
  readonly positions: readonly WordPosition[];
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly anchors: readonly number[];
}

/** The same phrase, each set of words taken apart. */
export function wordByWord(phrase: PhrasePositions): WordPositions {
  let size = 0;
  const own = phrase.positions.map(({ words, classes }) => {
    const here: number[] = [];
    for (let at = 0; at < words.length + (classes === 0 ? 0 : 1); at++) here.push(size++);
    return here;
  });
  const apart = (positions: readonly number[]): number[] => positions.flatMap((position) => own[position]!);
  return {
    positions: phrase.positions.flatMap(({ words, classes, next, previous }) => {
      const beside = { next: apart(next), previous: apart(previous) };
      return [
        ...words.map((word) => ({ word, classes: 0, ...beside })),
        ...(classes === 0 ? [] : [{ word: -1, classes, ...beside }]),
      ];
    }),
    first: apart(phrase.first),
    last: apart(phrase.last),
    anchors: apart(phrase.anchors),
  };
}
