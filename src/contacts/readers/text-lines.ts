// Text as numbered lines, in flat memory: a line past the limit is cut short and the rest of it passed over.

export interface NumberedLine {
  /** 1-based. */
  readonly row: number;
  readonly text: string;
  /** The line was longer than the limit; `text` is its beginning. */
  readonly cut: boolean;
}

/** Splits chunks of text at LF, CRLF, or CR alone. Each character is looked at once, however long the line. */
export async function* linesOf(chunks: AsyncIterable<string>, limit: number): AsyncGenerator<NumberedLine> {
  let pieces: string[] = [];
  let length = 0;
  let row = 0;
  const take = function* (): Generator<NumberedLine> {
    const cut = length > limit;
    const whole = pieces.join('').slice(0, limit);
    pieces = [];
    length = 0;
    const line = whole.endsWith('\r') ? whole.slice(0, -1) : whole;
    // Old exports end lines with CR alone.
    for (const text of line.includes('\r') ? line.split('\r') : [line]) yield { row: (row += 1), text, cut };
  };
  const add = (piece: string): void => {
    if (length <= limit && piece !== '') pieces.push(piece);
    length += piece.length;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      add(chunk.slice(from, end));
      yield* take();
      from = end + 1;
    }
    add(chunk.slice(from));
  }
  if (length > 0) yield* take();
}
