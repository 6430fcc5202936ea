// The nearest known word to one that isn't known, for "did you mean".

/** The candidate with the fewest edits (Damerau, adjacent swaps count one), at most a third of its length; else null. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const sought = word.toLowerCase();
  let best: string | null = null;
  let fewest = Infinity;
  for (const candidate of candidates) {
    const limit = Math.max(1, Math.floor(Math.max(sought.length, candidate.length) / 3));
    if (Math.abs(candidate.length - sought.length) > limit) continue;
    const edits = editDistance(sought, candidate.toLowerCase());
    if (edits <= limit && (edits < fewest || (edits === fewest && best !== null && candidate < best))) {
      best = candidate;
      fewest = edits;
    }
  }
  return best;
}

/** Optimal string alignment distance: inserts, deletes, replacements and swaps of neighbours. */
export function editDistance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const replaced = last[j - 1]! + (left[i - 1] === right[j - 1] ? 0 : 1);
      let edits = Math.min(last[j]! + 1, row[j - 1]! + 1, replaced);
      const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (swapped) edits = Math.min(edits, beforeLast[j - 2]! + 1);
      row.push(edits);
    }
    beforeLast = last;
    last = row;
  }
  return last[right.length]!;
}
