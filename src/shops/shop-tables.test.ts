// Files of shops that were made to do harm: each is read, or refused, in proportion to its size.
import { expect, it } from 'vitest';
import { shopTables } from './shop-tables.ts';

const head = 'Date,Store,Rep,Was the greeting used?\n';
const row = '2026-01-02,north,Ann,yes\n';
const read = async (text: string) => shopTables('x.csv', Buffer.from(text));

it('lines with a quote and no comma, by the hundred thousand, are too many and not too long', async () => {
  await expect(read(`${head}${row}${'a"\n'.repeat(800_000)}`)).rejects.toMatchObject({ slug: 'shops-too-many' });
});

it('blank lines without end are too many, and some between shops are passed over', async () => {
  await expect(read(`${head}${row}${'\n'.repeat(8_000_000)}`)).rejects.toMatchObject({ slug: 'shops-too-many' });
  const [table] = await read(`${head}${'\n'.repeat(300)}${row}`);
  expect(table?.table.rows).toEqual([{ row: 302, cells: ['2026-01-02', 'north', 'Ann', 'yes'] }]);
});

it('a header longer than a page is cut', async () => {
  const [table] = await read(`${head.trim()},${'Was it good? '.repeat(200)}\n${row}`);
  expect(table?.headers.at(-1)).toMatch(/^Was it good\?.{200,300}$/);
});
