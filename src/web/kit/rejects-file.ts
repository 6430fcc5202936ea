// What could not go in, as a table to fetch, mend from and bring again.
import { csvLine } from '../../kernel/csv-line.ts';

export interface ShownReject {
  readonly file: string;
  readonly row?: number | undefined;
  readonly field?: string | undefined;
  readonly expected: string;
  readonly remedy: string;
}

export function fetchRejects(rejects: readonly ShownReject[]): void {
  const rows = [
    ['file', 'row', 'field', 'expected', 'what to do'],
    ...rejects.map((one) => [one.file, one.row ?? null, one.field ?? null, one.expected, one.remedy]),
  ];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['\uFEFF', ...rows.map(csvLine)], { type: 'text/csv' }));
  link.download = 'could-not-go-in.csv';
  link.click();
  URL.revokeObjectURL(link.href);
}
