import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { recordTables } from './read-record.core.ts';

const guide = await readFile(new URL('../../docs/guide/record.md', import.meta.url), 'utf8');
// `from` and `to` stand together in some lines; every name counts wherever it stands as a word of its own.
const written = (name: string): boolean =>
  new RegExp(`(^|[\\s*|\`(,])${name.replaceAll('-', '[- ]')}($|[\\s*|\`),.:;])`, 'm').test(guide);

it.each(recordTables.map((table) => [table.kind, table] as const))(
  'the guide explains every column of %s',
  (_kind, table) => {
    const missing = Object.entries(table.columns)
      .filter(([name, column]) => ![name, ...column.also].some(written))
      .map(([name]) => name);
    expect(missing).toEqual([]);
  },
);
