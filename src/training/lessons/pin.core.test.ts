// What a pinned moment shows: whatever was chosen to be hidden is gone, what tells whose contact it was is gone, and every other word
// stands as it was said.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hiddenIn, isRun, mostTurns, shownTurns } from './pin.core.ts';

const names = { people: ['Cyprian Voss'], places: ['Zanzibar Yard'] };
const word = fc.constantFrom('hello', 'Cyprian', 'zanzibar yard', '[NAME 1]', 'price', 'é', '😀', 'May 3rd');
const turn = fc.array(word, { maxLength: 8 }).map((words) => ({ speaker: 'rep' as const, text: words.join(' ') }));
const place = fc.record({ turn: fc.nat(5), from: fc.nat(60), to: fc.nat(60) });

it('shows nothing that was hidden, and nothing that tells', () => {
  fc.assert(
    fc.property(fc.array(turn, { minLength: 1, maxLength: 6 }), fc.array(place, { maxLength: 4 }), (turns, chosen) => {
      const run = { fromTurn: 0, toTurn: turns.length - 1 };
      const hidden = hiddenIn(turns, run, chosen, names);
      const shown = shownTurns(turns, { ...run, hidden });
      expect(shown).toHaveLength(turns.length);
      shown.forEach(({ text }, at) => {
        expect(text).not.toMatch(/Cyprian|zanzibar|May 3/);
        const cut = hidden
          .filter((one) => one.turn === at)
          .toReversed()
          .reduce((left, { from, to }) => left.slice(0, from) + left.slice(to), turns[at]?.text ?? '');
        expect(text.replaceAll(/\[(?:NAME|PLACE|DAY|HIDDEN)\]/g, '')).toBe(cut);
      });
      // Made again from what is kept, it is the same.
      expect(shownTurns(turns, { ...run, hidden: structuredClone(hidden) })).toEqual(shown);
    }),
  );
});

it('is a run of the contact, no longer than a moment', () => {
  const turns = Array.from({ length: 20 }, () => ({ speaker: 'rep' as const, text: 'x' }));
  expect(isRun(turns, 0, mostTurns - 1)).toBe(true);
  expect(isRun(turns, 0, mostTurns)).toBe(false);
  expect(isRun(turns, 3, 2)).toBe(false);
  expect(isRun(turns, 19, 20)).toBe(false);
});
