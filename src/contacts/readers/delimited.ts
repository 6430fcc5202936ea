// CSV and TSV as rows, in one pass and flat memory. Our own and not a package's, for one reason: a quote that is never closed
// must cost one row and not the rest of the file.

export type DelimitedRow =
  | { readonly row: number; readonly cells: readonly string[] }
  | { readonly row: number; readonly fault: 'quote' | 'long' };

const delimiters = [',', '\t', ';', '|'] as const;

/** Splits chunks into rows (1-based, counted in lines of the file). Quoted cells may hold line ends; `""` is a quote. */
export async function* delimitedRows(
  chunks: AsyncIterable<string>,
  delimiter: string,
  limit: number,
): AsyncGenerator<DelimitedRow> {
  let buffer = '';
  let line = 1;
  let skipping = false;
  const state = { at: 0 };
  const drain = function* (last: boolean): Generator<DelimitedRow> {
    for (;;) {
      if (skipping) {
        const end = buffer.indexOf('\n', state.at);
        if (end < 0) {
          state.at = buffer.length;
          return;
        }
        state.at = end + 1;
        line += 1;
        skipping = false;
      }
      if (state.at >= buffer.length) return;
      const found = oneRow(buffer, state.at, delimiter, last);
      if (found === null && buffer.length - state.at <= limit && !last) return;
      const row = line;
      if (found !== null && found.end - state.at <= limit) {
        line += found.lines;
        state.at = found.end;
        yield { row, cells: found.cells };
        continue;
      }
      // Too long, or the file ended inside quotes: the line where it began is lost, and reading goes on with the next.
      yield { row, fault: found === null && buffer.slice(state.at, state.at + limit).includes('"') ? 'quote' : 'long' };
      skipping = true;
    }
  };
  for await (const chunk of chunks) {
    buffer = buffer.slice(state.at) + chunk;
    state.at = 0;
    yield* drain(false);
  }
  buffer = buffer.slice(state.at);
  state.at = 0;
  yield* drain(true);
}

interface Found {
  readonly cells: string[];
  readonly end: number;
  readonly lines: number;
}

/** The row that begins at `from`, or null where its end is not in the text yet (or, in quotes, not at all). */
function oneRow(text: string, from: number, delimiter: string, last: boolean): Found | null {
  const newline = text.indexOf('\n', from);
  if (newline < 0 && !last) return null;
  const end = newline < 0 ? text.length : newline;
  const next = newline < 0 ? end : end + 1;
  const plain = text.slice(from, text[end - 1] === '\r' && end > from ? end - 1 : end);
  if (!plain.includes('"')) return { cells: plain.split(delimiter), end: next, lines: 1 };
  return quotedRow(text, from, delimiter, last);
}

function quotedRow(text: string, from: number, delimiter: string, last: boolean): Found | null {
  const cells: string[] = [];
  let at = from;
  let lines = 1;
  // Looked for again only where a quote went beyond it: cells are many, and the end of a line may be far.
  let newline = text.indexOf('\n', at);
  for (;;) {
    let cell = '';
    if (text[at] === '"') {
      for (;;) {
        const close = text.indexOf('"', at + 1);
        if (close < 0) return null;
        cell += text.slice(at + 1, close);
        at = close + 1;
        if (text[at] !== '"') break;
        cell += '"';
      }
      for (let i = cell.indexOf('\n'); i >= 0; i = cell.indexOf('\n', i + 1)) lines += 1;
    }
    // What stands behind a closing quote, and every cell without quotes, is taken as it is.
    if (newline >= 0 && newline < at) newline = text.indexOf('\n', at);
    if (newline < 0 && !last) return null;
    const stop = newline < 0 ? text.length : newline;
    const comma = text.slice(at, stop).indexOf(delimiter);
    const end = comma >= 0 ? at + comma : stop;
    cell += text.slice(at, end);
    if (comma >= 0) {
      cells.push(cell);
      at = end + 1;
      continue;
    }
    cells.push(cell.endsWith('\r') ? cell.slice(0, -1) : cell);
    return { cells, end: newline < 0 ? stop : stop + 1, lines };
  }
}

/**
 * The delimiter of a table, from its first lines: the one that cuts most rows into the same number of cells (two at least);
 * null where the text is no table. `fits` is the share of rows that agree.
 */
export function sniffDelimiter(
  head: string,
  whole: boolean,
): { delimiter: string; columns: number; fits: number; first: readonly string[] } | null {
  let best: { delimiter: string; columns: number; fits: number; first: readonly string[] } | null = null;
  for (const delimiter of delimiters) {
    const rows = headRows(head, delimiter, whole);
    const counts = new Map<number, number>();
    for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
    const [columns, times] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
    const fits = times / Math.max(1, rows.length);
    if (columns < 2 || (best && best.fits * Math.log(best.columns) >= fits * Math.log(columns))) continue;
    best = { delimiter, columns, fits, first: rows[0]! };
  }
  return best;
}

function headRows(head: string, delimiter: string, whole: boolean): string[][] {
  const rows: string[][] = [];
  for (let at = 0; at < head.length && rows.length < 60;) {
    const found = oneRow(head, at, delimiter, whole);
    if (found === null) break;
    at = found.end;
    if (found.cells.length > 1 || found.cells[0] !== '') rows.push(found.cells);
  }
  return rows;
}
