// Failures kept to choose from: few, whatever passes by, and the most promising of all.
import { expect, it } from 'vitest';
import { type Candidate, candidatesKept, keepPromising, mostPromising, typical } from './candidates.core.ts';

const one = (
  id: string,
  change: Partial<Candidate['mark']> & { startedAt?: string; kinds?: string[] } = {},
): Candidate => {
  const { startedAt, kinds = [], ...mark } = change;
  return {
    mark: { id, contact: `c-${id}`, confidence: 0.95, evidence: [{ turn: 0, from: 0, to: 20 }], ...mark },
    kinds,
    ...(startedAt === undefined ? {} : { startedAt }),
  };
};
const ids = (all: readonly Candidate[]) => all.map(({ mark }) => mark.id);

it('are those with words that are sure before bare cues and before none, the newest of equals first', () => {
  const kept: Candidate[] = [];
  keepPromising(kept, one('none', { evidence: [], confidence: 0.8 }));
  keepPromising(kept, one('bare', { evidence: [{ turn: 0, from: 0, to: 4 }] }));
  keepPromising(kept, one('old', { startedAt: '2026-01-01T00:00:00Z' }));
  keepPromising(kept, one('new', { startedAt: '2026-02-01T00:00:00Z' }));
  expect(ids(kept)).toEqual(['new', 'old', 'bare', 'none']);
});

it('are as many as are kept, and the same whatever order they pass by in', () => {
  const all = Array.from({ length: 40 }, (_, at) =>
    one(`m${at}`, { startedAt: `2026-01-${String((at % 28) + 1).padStart(2, '0')}` }),
  );
  const [kept, turned]: [Candidate[], Candidate[]] = [[], []];
  for (const next of all) keepPromising(kept, next);
  for (const next of all.toReversed()) keepPromising(turned, next);
  expect(kept).toHaveLength(candidatesKept);
  expect(turned).toEqual(kept);
  expect(mostPromising([kept.slice(3), turned.slice(0, 3)])).toEqual(kept);
});

it('are of contacts that are about what such failures are mostly about, where there are any', () => {
  const kinds = new Map([
    ['complaint', 30],
    ['billing', 12],
    ['new-enquiry', 4],
  ]);
  const all = [one('a', { kinds: ['new-enquiry'] }), one('b', { kinds: ['billing', 'new-enquiry'] }), one('c')];
  expect(ids(typical(all, kinds))).toEqual(['b']);
  expect(ids(typical([all[0]!, all[2]!], kinds))).toEqual(['a', 'c']);
  expect(ids(typical(all, new Map()))).toEqual(['a', 'b', 'c']);
});
