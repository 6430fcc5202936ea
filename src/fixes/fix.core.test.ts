// A fix's state is read from what happened to it; no history skips a state.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { causes } from '../diagnosis/finding.core.ts';
import { fits, fixKindNames, kindsFor } from './fix-kinds.core.ts';
import { assertAllowed, stateOf, verbsFor, type FixEvent, type FixVerb } from './fix.core.ts';

const verbs: readonly FixVerb[] = ['begin', 'done', 'check', 'drop', 'reopen'];
const eventOf = (verb: FixVerb, nth: number): FixEvent => {
  const on = `2026-01-${String(nth + 1).padStart(2, '0')}`;
  if (verb === 'begin') return { kind: 'begun', on };
  if (verb === 'done') return { kind: 'done', on, sites: ['bay'] };
  if (verb === 'check') return { kind: 'checked', on, verdict: 'verified' };
  return { kind: verb === 'drop' ? 'dropped' : 'reopened', on };
};

describe('the state of a fix', () => {
  it('is never past "begun" without having begun in this round, nor verified without having been done', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...verbs), { maxLength: 20 }), (wanted) => {
        const events: FixEvent[] = [{ kind: 'proposed', on: '2026-01-01' }];
        for (const verb of wanted) {
          const state = stateOf({}, events);
          if (verbsFor(state).includes(verb)) events.push(eventOf(verb, events.length));
          else expect(() => assertAllowed(state, verb)).toThrow();
        }
        const { name, begunOn, doneOn } = stateOf({}, events);
        if (['begun', 'done', 'verified'].includes(name)) expect(begunOn).toBeDefined();
        if (['done', 'verified'].includes(name)) expect(doneOn.size).toBeGreaterThan(0);
        if (['proposed', 'reopened'].includes(name)) expect(begunOn).toBeUndefined();
      }),
    );
  });

  it('starts a new round when reopened, with days of its own that it was picked by', () => {
    const state = stateOf({ pickedFrom: '2025-01-01', pickedTo: '2025-02-01' }, [
      { kind: 'proposed', on: '2025-03-01' },
      { kind: 'begun', on: '2025-03-02' },
      { kind: 'done', on: '2025-03-03', sites: ['bay'] },
      { kind: 'checked', on: '2025-06-01', verdict: 'verified' },
      { kind: 'reopened', on: '2025-09-01', pickedFrom: '2025-08-01', pickedTo: '2025-08-31' },
    ]);
    expect(state).toMatchObject({ name: 'reopened', rounds: 1, pickedFrom: '2025-08-01', pickedTo: '2025-08-31' });
    expect(state.doneOn.size).toBe(0);
    expect(state.verdictOn).toBeUndefined();
  });

  it('takes sites one after the other, each from its own day', () => {
    const state = stateOf({}, [
      { kind: 'begun', on: '2025-03-02' },
      { kind: 'done', on: '2025-03-03', sites: ['bay'] },
      { kind: 'done', on: '2025-04-03', sites: ['bay', 'harbor'] },
    ]);
    expect([...state.doneOn]).toEqual([
      ['bay', '2025-03-03'],
      ['harbor', '2025-04-03'],
    ]);
  });
});

describe('kinds of fix', () => {
  it('has at least two for every cause, and each fits one cause alone', () => {
    for (const cause of causes) expect(kindsFor(cause).length).toBeGreaterThanOrEqual(2);
    for (const kind of fixKindNames) expect(causes.filter((cause) => fits(kind, cause))).toHaveLength(1);
  });

  it('never mends conduct by training', () => {
    expect(kindsFor('personnel')).not.toContain('training');
  });
});
