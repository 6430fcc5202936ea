import { expect, it } from 'vitest';
import type { Standard } from '../../standards/standard.core.ts';
import { standardRows } from './rows.core.ts';

const standard = (id: string): Standard => ({
  id,
  version: 'v1',
  pack: 'core',
  kind: 'standard',
  says: 'Thanks the customer.',
  weight: 1,
  channels: [],
  few: false,
  firstImpression: false,
});

it('published rates stand with the standard that they speak of, and with no other', () => {
  const rate = {
    missed: { from: 0.8, to: 0.8 },
    counted: 'thanked',
    of: '10 calls',
    sector: 'hotels',
    source: 'x.example',
  };
  const rows = standardRows(
    [standard('thanked'), standard('greeted')],
    [],
    5,
    new Map(),
    new Map([['thanked', [rate]]]),
  );
  expect(rows.map((row) => row.published)).toEqual([[rate], undefined]);
});
