// The door of the package and its guide are held to each other: what is exported is listed, with a source.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import * as stats from './stats.ts';

const guide = await readFile(new URL('../../docs/guide/statistics.md', import.meta.url), 'utf8');
const rows = guide
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()));
const listed = rows.flatMap(([, names = '']) => [...names.matchAll(/`(\w+)`/g)].map(([, name]) => name!));

it('every function of the package is in the guide, and nothing else', () => {
  expect(listed.toSorted()).toEqual(Object.keys(stats).toSorted());
});

it('every row of the guide says what it gives and from where', () => {
  expect(rows.filter(([, , gives = '', source = '']) => gives === '' || source === '')).toEqual([]);
});

it('the package is found by its name', () => {
  expect(createRequire(import.meta.url).resolve('customary/stats')).toMatch(/src\/stats\/stats\.ts$/);
});
