// A CSV or TSV file as one table: the first line that is neither empty nor a `#` comment names the columns.
import { CsvError, parse } from 'csv-parse/sync';
import type { Reject } from '../../contacts/contact.core.ts';
import type { RawRow } from '../record.core.ts';
import { columnName } from '../record.core.ts';
import type { FileReading } from './file-reading.ts';
import { refusedFile, stemOf } from './file-reading.ts';

interface Line {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

export function readCsv(file: string, text: string): FileReading {
  let lines: Line[];
  try {
    lines = parse(text, {
      bom: true,
      info: true,
      comment: '#',
      comment_no_infix: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as Line[];
  } catch (error) {
    const row = error instanceof CsvError && typeof error.lines === 'number' ? error.lines : undefined;
    return refusedFile(
      file,
      'rows of cells with quotation marks that close',
      'Close the quotation mark in this line, or double it where it belongs to the text.',
      row,
    );
  }
  const [header, ...rest] = lines;
  if (!header)
    return refusedFile(
      file,
      'a first line with the names of the columns',
      'Fill the file, or take it out of the folder.',
    );
  const columns = header.record.map(columnName);
  const rejects: Reject[] = [];
  const rows: RawRow[] = [];
  for (const { record, info } of rest) {
    if (record.every((cell) => cell === '')) continue;
    if (record.slice(columns.length).some((cell) => cell !== '')) {
      rejects.push({
        file,
        row: info.lines,
        expected: `at most ${columns.length} cells, as the first line has`,
        remedy: 'Put quotation marks around a cell that holds a comma.',
      });
      continue;
    }
    rows.push({
      row: info.lines,
      cells: Object.fromEntries(columns.map((name, index) => [name, record[index] ?? ''])),
    });
  }
  return {
    tables: [{ file, hint: stemOf(file), columns: columns.filter((name) => name !== ''), rows }],
    rejects,
    warnings: [],
  };
}

/** The separator that the first line with cells has most of. */
function delimiterOf(text: string): string {
  const first = text.split(/\r?\n/).find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  const counted = [',', ';', '\t'].map((mark) => ({ mark, count: first.split(mark).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).mark;
}
