// One line of CSV that a spreadsheet opens as words, never as a formula. RFC 4180 with CRLF.
import { inert } from './inert.view.ts';

export function line(cells: readonly (string | number)[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/**
 * One cell. Text that a spreadsheet could take for a formula (first letter = + - @, tab or carriage return, also after
 * blanks, also in full width) gets an apostrophe before it; numbers stay numbers.
 */
export function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const risky = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(value);
  const text = inert(risky ? `'${value}` : value);
  return /[",\r\n;\t']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
