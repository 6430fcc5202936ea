// How alike contacts are: the share of its runs of five words that the shorter of two has in common with the other.
import { seedOf } from './chance.core.ts';

/** The distinct runs of `length` words of a text as numbers, without case and punctuation. */
export function runsOf(text: string, length = 5): Uint32Array {
  const words = text.toLowerCase().match(/[a-z0-9$@']+/g) ?? [];
  const runs = new Set<number>();
  for (let at = 0; at + length <= words.length; at++) runs.add(seedOf(words.slice(at, at + length).join(' ')));
  return Uint32Array.from(runs);
}

export interface Alike {
  readonly share: number;
  readonly a: number;
  readonly b: number;
}

/**
 * Every pair compared, by an index from runs to who has them: for each text the one before it with the largest share.
 * @param texts runs of each text, by `runsOf`
 * @returns one for each text, in order; the share is 0 where nothing is shared
 */
export function mostAlike(texts: readonly Uint32Array[]): Alike[] {
  const holders = new Map<number, number[]>();
  // Counted in one array for all: an entry for every text before this one.
  const shared = new Uint16Array(texts.length);
  return texts.map((runs, a) => {
    shared.fill(0, 0, a);
    for (const run of runs) {
      const before = holders.get(run);
      if (before === undefined) holders.set(run, [a]);
      else {
        for (const b of before) shared[b]! += 1;
        before.push(a);
      }
    }
    let most: Alike = { share: 0, a, b: a };
    for (let b = 0; b < a; b++) {
      const share = shared[b]! / Math.max(1, Math.min(runs.length, texts[b]!.length));
      if (share > most.share) most = { share, a, b };
    }
    return most;
  });
}
