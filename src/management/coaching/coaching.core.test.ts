// How a note stands: what was read is never withdrawn, and as of a moment nothing later counts.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { above, type CoachingEvent, followUpDue, mayFollow, stateAt } from './coaching.core.ts';

const note = { givenAt: '2026-03-01T09:00:00.000Z', followUp: '2026-03-08' };
const at = (nth: number): string => new Date(Date.parse(note.givenAt) + nth * 3_600_000).toISOString();
const event = (kind: CoachingEvent['kind'], nth: number): CoachingEvent => ({ kind, says: '', by: 'p', at: at(nth) });
const kinds = ['read', 'acknowledged', 'withdrawn', 'looked'] as const;

/** The events that may follow each other, of those that somebody tries. */
const tried = fc.array(fc.constantFrom(...kinds), { maxLength: 8 }).map((all) => {
  const events: CoachingEvent[] = [];
  all.forEach((kind, nth) => {
    if (mayFollow(stateAt(note, events)!, kind)) events.push(event(kind, nth + 1));
  });
  return events;
});

it('what was read is never withdrawn, and what was withdrawn is never read', () => {
  fc.assert(
    fc.property(tried, (events) => {
      const happened = events.map((one) => one.kind);
      const seen = happened.includes('read') || happened.includes('acknowledged');
      expect(seen && happened.includes('withdrawn')).toBe(false);
    }),
  );
});

it('as of a moment it stands as it stood then, whatever came later', () => {
  fc.assert(
    fc.property(tried, fc.nat(9), (events, nth) => {
      const before = events.filter((one) => one.at <= at(nth));
      expect(stateAt(note, events, at(nth))).toBe(stateAt(note, before));
      expect(stateAt(note, events, at(-1))).toBeNull();
    }),
  );
});

it('waits for the coach from its day until they looked again', () => {
  expect(followUpDue(note, 'read', [], '2026-03-07')).toBe(false);
  expect(followUpDue(note, 'read', [], '2026-03-08')).toBe(true);
  expect(followUpDue(note, 'withdrawn', [], '2026-03-08')).toBe(false);
  expect(followUpDue(note, 'read', [event('looked', 24)], '2026-03-09')).toBe(true);
  expect(followUpDue(note, 'read', [event('looked', 24 * 8)], '2026-03-09')).toBe(false);
});

it('knows everybody above somebody, and ends where posts lead in a circle', () => {
  const posts = [
    { person: 'a', supervisor: 'b' },
    { person: 'b', supervisor: 'c' },
    { person: 'c', supervisor: 'a' },
    { person: 'x', supervisor: 'y' },
  ];
  expect(above(posts, 'a')).toEqual(new Set(['b', 'c', 'a']));
  expect(above(posts, 'y').size).toBe(0);
});
