// What both agreed on, and where what is written and what is done part.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { agreedDuties, driftOf, taskId, wrongToEvaluate, type WrittenDuty } from './job-description.core.ts';

const duty = (id: string, standards: string[] = []): WrittenDuty => ({
  id,
  task: `Task ${id}`,
  trigger: '',
  standard: '',
  method: '',
  tools: '',
  authority: '',
  outcome: 'Well',
  standards,
});

it('what is agreed is what was written, less what was taken out, amended where it was, with what was added', () => {
  const verdict = fc.constantFrom('agree' as const, 'amend' as const, 'remove' as const);
  fc.assert(
    fc.property(fc.array(verdict, { maxLength: 8 }), fc.nat(3), (said, more) => {
      const duties = said.map((_, at) => duty(String(at)));
      const lines = said.map((one, at) => ({
        duty: String(at),
        verdict: one,
        reason: 'since',
        ...(one === 'amend' ? { amended: { ...duty(String(at)), task: 'Other' } } : {}),
      }));
      const added = Array.from({ length: more }, (_, at) => ({ duty: duty(`n${at}`), reason: 'since' }));
      const evaluation = { thanks: 'Thanks', lines, added };
      const written = { duties, daily: '', suggestions: [] };
      expect(wrongToEvaluate(written, evaluation)).toEqual([]);
      const agreed = agreedDuties(written, evaluation);
      expect(agreed).toHaveLength(said.filter((one) => one !== 'remove').length + more);
      expect(agreed.filter((one) => one.task === 'Other')).toHaveLength(said.filter((one) => one === 'amend').length);
    }),
  );
});

it('tells duties that never came up, and what comes up often without a duty', () => {
  const duties = [duty('a', ['s1']), duty('b', ['s2', 's3']), duty('c')];
  const seen = [
    { standard: 's1', contacts: 3 },
    { standard: 's4', contacts: 12 },
    { standard: 's5', contacts: 2 },
    { standard: 's6', contacts: 40 },
  ];
  expect(driftOf(duties, seen)).toEqual({ never: ['b'], unwritten: [seen[3], seen[1]] });
  expect(driftOf(duties, [])).toEqual({ never: [], unwritten: [] });
});

it.each([
  ['New enquiry', 'new-enquiry'],
  ['  Öffnen, & schließen! ', 'offnen-schließen'],
  ['–', ''],
])('%s is the task %s', (task, id) => expect(taskId(task)).toBe(id));
