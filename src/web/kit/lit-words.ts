// The words of a turn cut into pieces, each with the marks that rest on it: so that a mark lights its words and words name
// their marks. Pieces put together are the turn's text, whatever places they were cut at.

export interface Place {
  readonly mark: string;
  /** UTF-16 offsets into the turn's text. */
  readonly from: number;
  readonly to: number;
}

export interface Piece {
  readonly text: string;
  readonly from: number;
  /** Ids of marks, in the order they were given; none for words that nothing rests on. */
  readonly marks: readonly string[];
}

/** Cuts a text at the places of its marks; places outside it are cut to it, empty ones left out. */
export function piecesOf(text: string, places: readonly Place[]): Piece[] {
  const within = places
    .map(({ mark, from, to }) => ({ mark, from: Math.max(0, from), to: Math.min(text.length, to) }))
    .filter(({ from, to }) => from < to);
  const cuts = [...new Set([0, ...within.flatMap(({ from, to }) => [from, to]), text.length])].toSorted(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1]!;
    const marks = within.filter((one) => one.from <= from && to <= one.to).map((one) => one.mark);
    return { text: text.slice(from, to), from, marks: [...new Set(marks)] };
  });
}
