import { expect, it } from 'vitest';
import type { LedgerLine } from '../../kernel/ledger-line.ts';
import { isTold, noteLetters, untoldEvents, wholeBefore, type Told } from './told-by-history.core.ts';

const told = (more: Partial<Told>): Told => ({
  lastAt: new Map(),
  seals: new Map(),
  wholes: [10, 20, 30],
  lines: [],
  letters: new Map(),
  ...more,
});
const line = (kind: string, ...subjects: string[]): LedgerLine => ({
  orgId: 'harbor',
  seq: 1,
  at: '2026-03-01T12:00:00.000Z',
  actor: 'cli',
  kind,
  subjects,
  salt: '',
  digest: null,
  prev: '',
  hash: '',
});
const row = (key: string, moment: string | null = null, cells: unknown = {}) => ({ key, moment, cells });

it('knows after which sealing nothing waited any more', () => {
  const seqs = [5, 10, 11, 20, 25, 30, 99, null];
  expect(seqs.map((seq) => wholeBefore(told({}), seq))).toEqual([0, 0, 10, 10, 20, 20, 30, 30]);
  expect(wholeBefore(told({ wholes: [] }), null)).toBe(0);
});

it('believes a row that a line tells of since the sealing before its own, and what the first one found', () => {
  const at = '2026-03-01T12:00:00.000Z';
  const own = told({ lastAt: new Map([[at, 15]]) });
  expect(isTold(own, 'certificates', row('c', at), 18)).toBe(true);
  expect(isTold(own, 'certificates', row('c', at), 25)).toBe(false);
  expect(isTold(own, 'certificates', row('c', at), null)).toBe(false);
  expect(isTold(own, 'certificates', row('c', '2025-01-01T00:00:00.000Z'), 7)).toBe(true);
  const said = row('r', null, { said_at: '2026-03-01T12:00:00+00:00' });
  expect([18, 25].map((seq) => isTold(own, 'clause-reasons', said, seq))).toEqual([true, false]);
});

it('knows letters by the lines that tell of them, and how many rows each may have', () => {
  const letters = new Map<string, number>();
  for (const one of [
    line('letter.sent', 'a'),
    line('letter.joined', 'a'),
    line('letter.answered', 'a'),
    line('letters.recorded', 'b', 'c'),
  ])
    noteLetters(letters, one);
  const own = told({ letters });
  const known = ['a', 'b', 'x'].map((id) => isTold(own, 'letters', row(id), null));
  expect(known).toEqual([true, true, false]);
  expect(isTold(own, 'letter-events', row('x~1'), null)).toBe(false);
  const events = new Map([
    ['a', 3],
    ['b', 9],
  ]);
  expect(untoldEvents(own, events)).toEqual(['a']);
});
