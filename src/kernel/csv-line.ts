// Cells as a file that a spreadsheet opens can hold them, and a line of CSV of them. Words stay words, whoever wrote them: no cell
// is taken for a formula, and no character that a file can't hold goes in.

export type Cell = string | number | null;

/** RFC 4180 with CRLF. Text that a spreadsheet could take for a formula gets an apostrophe before it; numbers stay numbers. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  // Judged as it goes in: what can't be held has become a blank by then.
  const held = storable(value);
  const risky = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(held);
  const text = risky ? `'${held}` : held;
  return /[",\r\n;\t']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// oxlint-disable-next-line no-control-regex
const unstorable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Without control characters and halves of pairs, which XML refuses and terminals obey. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll(unstorable, ' ');
}
