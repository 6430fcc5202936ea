// A clock is believed only where it agrees with itself, with what is stated, and with how people speak.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tidyClock } from './clock.core.ts';
import type { ContactDraft, DraftTurn } from './contact.core.ts';

const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');
const draft = (turns: readonly DraftTurn[], more: Partial<ContactDraft> = {}): ContactDraft => ({
  source: { file: 'a', originalId: 'a', format: 'text' },
  facts: {},
  channel: 'phone',
  timing: 'none',
  turns,
  answers: [],
  knownNames: [],
  notes: [],
  ...more,
});
// Ten turns of ten words, `step` seconds apart.
const paced = (step: number): DraftTurn[] =>
  Array.from({ length: 10 }, (_, i) => ({ label: i % 2 ? 'b' : 'a', text: words(10), start: i * step }));

test('keeps a clock at the pace of speech and says how much of it there is', () => {
  expect(tidyClock(draft(paced(4)))).toMatchObject({ timing: 'starts', notes: [] });
  const full = paced(4).map((turn) => ({ ...turn, end: turn.start! + 3 }));
  expect(tidyClock(draft(full)).timing).toBe('full');
  expect(tidyClock(draft([{ label: null, text: 'hi' }])).timing).toBe('none');
});

test('a silence inside a turn is not slow speech, and goes with the clock where that is dropped', () => {
  const silent = paced(20).map((turn) => ({
    ...turn,
    end: turn.start! + 15,
    pauses: [{ at: turn.start! + 1, seconds: 12 }],
  }));
  expect(tidyClock(draft(silent)).timing).toBe('full');
  expect(tidyClock(draft(silent.map((turn) => ({ ...turn, pauses: [] })))).timing).toBe('none');
  const dropped = tidyClock(draft(silent, { facts: { durationSeconds: 20 } }));
  expect(dropped.turns.some((turn) => turn.pauses !== undefined)).toBe(false);
});

test('drops a clock that spans more than half again of the stated duration, also where that is told later', () => {
  const read = tidyClock(draft(paced(4)));
  const late = tidyClock(read, { durationSeconds: 12 });
  expect(late.timing).toBe('none');
  expect(late.turns.every((turn) => turn.start === undefined)).toBe(true);
  expect(late.notes).toEqual(['The times span 36 s and the contact is said to last 12 s, so the times were left out.']);
  expect(tidyClock(read, { durationSeconds: 34 }).timing).toBe('starts');
});

test.each([
  ['slower than anybody speaks', paced(60)],
  ['faster than anybody speaks', paced(0.5)],
  ['backwards', paced(4).toReversed()],
  ['not at all: every turn has one time', paced(0)],
])('drops a clock that runs %s', (_, turns) => {
  const tidied = tidyClock(draft(turns));
  expect(tidied.timing).toBe('none');
  expect(tidied.notes).toHaveLength(1);
});

test('lets people take their time in a chat', () => {
  expect(tidyClock(draft(paced(60), { channel: 'chat' })).timing).toBe('starts');
});

test('does not call a call slow for a hold that is known of', () => {
  const turns = paced(4).map((turn, i) => (i < 5 ? turn : { ...turn, start: turn.start! + 900 }));
  expect(tidyClock(draft(turns)).timing).toBe('none');
  expect(tidyClock(draft(turns, { holds: [{ from: 20, to: 915, kind: 'hold' }] })).timing).toBe('starts');
});

test('drops ends that lie before their starts, and keeps the starts', () => {
  const turns = paced(4).map((turn) => ({ ...turn, end: turn.start! - 1 }));
  expect(tidyClock(draft(turns))).toMatchObject({
    timing: 'starts',
    notes: ['Some turns end before they begin, so the ends were left out.'],
  });
});

test('drops the times where only some turns have one', () => {
  const tidied = tidyClock(
    draft([
      { label: 'a', text: 'hi', start: 0 },
      { label: 'b', text: 'hello' },
    ]),
  );
  expect(tidied.turns[0]).toEqual({ label: 'a', text: 'hi' });
  expect(tidied.notes).toHaveLength(1);
});

test('changes nothing when done twice, and never the words', () => {
  const turn = fc.record({
    label: fc.constantFrom('a', 'b', null),
    text: fc.string(),
    start: fc.option(fc.double(), { nil: undefined }),
    end: fc.option(fc.double(), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 20 }), fc.option(fc.double(), { nil: undefined }), (raw, duration) => {
      const turns = raw.map(({ start, end, ...rest }): DraftTurn => ({
        ...rest,
        ...(start === undefined ? {} : { start }),
        ...(end === undefined ? {} : { end }),
      }));
      const facts = duration === undefined ? {} : { durationSeconds: duration };
      const once = tidyClock(draft(turns), facts);
      expect(tidyClock(once, facts)).toEqual(once);
      expect(once.turns.map((one) => one.text)).toEqual(turns.map((one) => one.text));
      if (once.timing === 'none') expect(once.turns.some((one) => 'start' in one)).toBe(false);
    }),
  );
});
