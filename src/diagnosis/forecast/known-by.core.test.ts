import { expect, it } from 'vitest';
import { noRecords, type Records } from '../records.core.ts';
import { knownBy } from './known-by.core.ts';

const records: Records = {
  ...noRecords,
  certificates: [
    {
      id: 'a',
      person: 'dana',
      task: 'hold',
      standards: [],
      on: '2026-03-01',
      expires: '2026-05-01',
      lastPractised: '2026-04-20',
    },
    { id: 'b', person: 'dana', task: 'hold', standards: [], on: '2026-04-15' },
  ],
  observations: [{ id: 'o', person: 'dana', by: 'lee', on: '2026-04-11', act: 'help', standards: [] }],
  approvals: [
    {
      id: 'p',
      person: 'dana',
      waitedFor: 'lee',
      askedAt: '2026-04-09T10:00:00.000Z',
      answeredAt: '2026-04-12T10:00:00.000Z',
      standards: [],
    },
  ],
  policies: [
    { id: 'x', version: '1', title: 'X', class: 'house-rules', from: '2026-05-01', roles: [], sites: [], clauses: [] },
  ],
};

it('holds what was done by that day and what was settled beforehand, and nothing done later', () => {
  const then = knownBy(records, '2026-04-10');
  expect(then.certificates).toEqual([
    { id: 'a', person: 'dana', task: 'hold', standards: [], on: '2026-03-01', expires: '2026-05-01' },
  ]);
  expect(then.observations).toEqual([]);
  expect(then.approvals).toEqual([
    { id: 'p', person: 'dana', waitedFor: 'lee', askedAt: '2026-04-09T10:00:00.000Z', standards: [] },
  ]);
  expect(then.policies).toEqual(records.policies);
  expect(knownBy(records, '2026-04-30')).toEqual(records);
});
