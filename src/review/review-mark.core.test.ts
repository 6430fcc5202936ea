import fc from 'fast-check';
import { expect, it } from 'vitest';
import { agreedOf, type KeyMark } from './review-mark.core.ts';

const mark = (more: Partial<KeyMark>): KeyMark => ({
  taskId: 't1',
  contactId: 'c1',
  contactVersion: 1,
  standard: 'greeting',
  standardVersion: 'v1',
  verdict: 'met',
  at: new Date('2026-03-01T10:00:00.000Z'),
  purpose: 'plan',
  probability: 0.2,
  blindId: null,
  ...more,
});
const second = { taskId: 't2', purpose: 'second', blindId: 'b1' } as const;

it('of two who agree, the verdict is of two; of two who differ there is none until somebody decides', () => {
  const first = mark({ blindId: 'b1' });
  expect(agreedOf([first, mark(second)])).toMatchObject([{ verdict: 'met', by: 'two', probability: 0.2 }]);
  const differs = [first, mark({ ...second, verdict: 'failed' })];
  expect(agreedOf(differs)).toEqual([]);
  const decided = mark({
    taskId: 't3',
    purpose: 'adjudication',
    blindId: 'b1',
    verdict: 'failed',
    probability: null,
  });
  // What was decided keeps the chance with which the contact was drawn.
  expect(agreedOf([...differs, decided])).toMatchObject([{ verdict: 'failed', by: 'adjudicated', probability: 0.2 }]);
});

it('what was drawn goes before what was picked, and neither a calibration nor a dispute makes a key', () => {
  const picked = mark({
    taskId: 't9',
    purpose: 'targeted',
    probability: null,
    verdict: 'failed',
    at: new Date('2026-02-01T10:00:00.000Z'),
  });
  expect(agreedOf([picked, mark({})])).toMatchObject([{ verdict: 'met', probability: 0.2 }]);
  expect(agreedOf([picked])).toMatchObject([{ verdict: 'failed', probability: null }]);
  expect(agreedOf([mark({ purpose: 'calibration' }), mark({ purpose: 'dispute' })])).toEqual([]);
});

it('gives one verdict per contact and standard, whatever the order of the marks', () => {
  const any = fc
    .record({
      taskId: fc.constantFrom('t1', 't2', 't3'),
      contactId: fc.constantFrom('c1', 'c2'),
      standard: fc.constantFrom('greeting', 'need'),
      verdict: fc.constantFrom('met' as const, 'failed' as const),
      purpose: fc.constantFrom('plan' as const, 'second' as const, 'targeted' as const, 'calibration' as const),
      minute: fc.integer({ min: 10, max: 59 }),
    })
    .map(({ minute, ...one }) =>
      mark({
        ...one,
        // A task is of one contact.
        taskId: `${one.taskId} ${one.contactId} ${one.purpose}`,
        at: new Date(`2026-03-01T10:${String(minute)}:00.000Z`),
        probability: one.purpose === 'targeted' ? null : 0.5,
      }),
    );
  const marks = fc
    .uniqueArray(any, { selector: (one) => `${one.taskId} ${one.standard}`, maxLength: 20 })
    .map((all) => all.map((one, at) => ({ ...one, at: new Date(one.at.getTime() + (10 + at) * 1000) })));
  fc.assert(
    fc.property(marks, (all) => {
      const agreed = agreedOf(all);
      const keys = agreed.map((one) => `${one.contactId} ${one.standard}`);
      expect(new Set(keys).size).toBe(keys.length);
      const again = agreedOf(all.toReversed());
      expect(again).toHaveLength(agreed.length);
      expect(again).toEqual(expect.arrayContaining(agreed));
    }),
  );
});
