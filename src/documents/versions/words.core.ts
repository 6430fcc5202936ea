// Two texts compared word by word: what was kept, what was added, what was taken out, in reading order.

export interface Piece {
  readonly text: string;
  readonly was: 'kept' | 'added' | 'removed';
}

/** Longer texts are compared line by line first: the table of all pairs of words would grow past what anybody waits for. */
const mostPairs = 4_000_000;

/** Pieces that, without the added ones, are the text before and, without the removed ones, the text after. */
export function wordsChanged(before: string, after: string): Piece[] {
  if (before === after) return before === '' ? [] : [{ text: before, was: 'kept' }];
  return joined(aligned(wordsOf(before), wordsOf(after)));
}

/** Words with the blanks after them, so that joining them gives the text back. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}]+(?:['’.,][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu) ?? [];
}

function aligned(left: readonly string[], right: readonly string[]): Piece[] {
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < left.length - start && end < right.length - start && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  const middleLeft = left.slice(start, left.length - end);
  const middleRight = right.slice(start, right.length - end);
  const kept = (text: string): Piece => ({ text, was: 'kept' });
  const middle =
    middleLeft.length * middleRight.length > mostPairs
      ? [
          ...middleLeft.map((text): Piece => ({ text, was: 'removed' })),
          ...middleRight.map((text): Piece => ({ text, was: 'added' })),
        ]
      : longestCommon(middleLeft, middleRight);
  return [...left.slice(0, start).map(kept), ...middle, ...left.slice(left.length - end).map(kept)];
}

/** By the table of longest common subsequences, in one typed array: a clause has a few hundred words at most. */
function longestCommon(left: readonly string[], right: readonly string[]): Piece[] {
  const width = right.length + 1;
  const table = new Uint16Array((left.length + 1) * width);
  for (let row = left.length - 1; row >= 0; row -= 1)
    for (let column = right.length - 1; column >= 0; column -= 1)
      table[row * width + column] =
        left[row] === right[column]
          ? table[(row + 1) * width + column + 1]! + 1
          : Math.max(table[(row + 1) * width + column]!, table[row * width + column + 1]!);
  const pieces: Piece[] = [];
  let row = 0;
  let column = 0;
  while (row < left.length && column < right.length) {
    if (left[row] === right[column]) {
      pieces.push({ text: left[row]!, was: 'kept' });
      row += 1;
      column += 1;
    } else if (table[(row + 1) * width + column]! >= table[row * width + column + 1]!) {
      pieces.push({ text: left[row]!, was: 'removed' });
      row += 1;
    } else {
      pieces.push({ text: right[column]!, was: 'added' });
      column += 1;
    }
  }
  return [
    ...pieces,
    ...left.slice(row).map((text): Piece => ({ text, was: 'removed' })),
    ...right.slice(column).map((text): Piece => ({ text, was: 'added' })),
  ];
}

/** Neighbours of one sort become one piece; between two changes, what was removed comes before what was added. */
function joined(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = [];
  let removed = '';
  let added = '';
  const close = (): void => {
    if (removed !== '') found.push({ text: removed, was: 'removed' });
    if (added !== '') found.push({ text: added, was: 'added' });
    removed = '';
    added = '';
  };
  for (const [at, { text, was }] of pieces.entries()) {
    if (was === 'removed') removed += text;
    else if (was === 'added') added += text;
    // A blank between two changed words is read with them.
    else if (/^\s+$/.test(text) && removed + added !== '' && (pieces[at + 1]?.was ?? 'kept') !== 'kept') {
      removed += text;
      added += text;
    } else {
      close();
      const last = found.at(-1);
      if (last?.was === 'kept') found[found.length - 1] = { text: last.text + text, was };
      else found.push({ text, was });
    }
  }
  close();
  return found;
}
