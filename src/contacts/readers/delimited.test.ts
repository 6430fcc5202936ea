import fc from 'fast-check';
import { expect, it } from 'vitest';
import { delimitedRows } from './delimited.ts';

async function rowsOf(text: string, piece = text.length || 1): Promise<readonly (readonly string[])[]> {
  const pieces = async function* (): AsyncGenerator<string> {
    for (let at = 0; at < text.length; at += piece) yield text.slice(at, at + piece);
  };
  const rows: (readonly string[])[] = [];
  for await (const one of delimitedRows(pieces(), ',', 1 << 20)) rows.push('fault' in one ? [one.fault] : one.cells);
  return rows;
}

it('gives back the cells that were written, wherever the text is cut', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ' '), maxLength: 6 });
  const written = (rows: readonly (readonly string[])[]): string =>
    rows.map((row) => `${row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')}\n`).join('');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 9 }),
      async (rows, piece) => {
        expect(await rowsOf(written(rows), piece)).toEqual(rows);
      },
    ),
  );
});

// Looking on to the end of the file for each of these lines would take minutes.
it('takes lines with a quote and no comma one by one', async () => {
  expect(await rowsOf('a"\n'.repeat(800_000))).toHaveLength(800_000);
});
