// What a row says in a list, and which standards it names.
import { expect, it } from 'vitest';
import { saysOf, standardsOf } from './entry.core.ts';

it.each([
  [{ kind: 'posts', cells: { role: 'district-manager' } }, 'district manager'],
  [
    { kind: 'authority-limits', cells: { role: 'rep', act: 'refund a fee', limit: 0 } },
    'rep: refund a fee, always to ask',
  ],
  [{ kind: 'authority-limits', cells: { role: 'rep', act: 'refund', limit: 25 } }, 'rep: refund, up to 25'],
  [{ kind: 'policies', cells: { title: 'Quoting', version: '2' } }, 'Quoting, version 2'],
  [{ kind: 'certificates', cells: { task: 'new-enquiry' } }, 'new enquiry'],
  [{ kind: 'observations', cells: { act: 'guide', standards: ['a.b', 'c.d'] } }, 'Guided, about a.b, c.d'],
  [{ kind: 'observations', cells: { act: 'observe' } }, 'Observed'],
  [{ kind: 'approvals', cells: { 'waited-for': 'a refund' } }, 'Waited for a refund'],
  [{ kind: 'outcomes', cells: { worth: 12 } }, 'What came of a contact'],
] as const)('%o says %s', (row, says) => {
  expect(saysOf(row)).toBe(says);
});

it('an observation names three standards by their titles and counts the rest', () => {
  const row = { kind: 'observations', cells: { act: 'help', standards: ['a', 'b', 'c', 'd', 'e'] } } as const;
  expect(saysOf(row, new Map([['a', 'Greeted']]))).toBe('Helped, about Greeted, b, c and 2 more');
});

it('a row’s standards are those of its own columns and of its clauses, each once', () => {
  const part = (serves: string[], obstructs: string[]) => ({ id: '1', text: 'x', serves, obstructs });
  expect(
    standardsOf({ cells: { standards: ['a'], against: ['b'] }, parts: [part(['a'], ['c']), part(['c'], [])] }),
  ).toEqual(['a', 'b', 'c']);
});
