// What may still tell whose contact it was is hidden, ordinary words stay, and hiding keeps every other word.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hiding, stretchesThatTell } from './known-names.core.ts';

const names = {
  people: ['Cyprian Voss', 'Will Grant', 'Mary-Ann O’Dell'],
  places: ['Harbor Bay Street', 'the Bay', 'Downtown', 'Zanzibar', 'Store 2', 'Harbor Tulsa'],
};
const shown = (text: string): string => hiding(text, stretchesThatTell(text, names));

it.each([
  ['this is cyprian at harbor bay street', 'this is [NAME] at [PLACE]'],
  ["That's Cyprian's unit, Mr. Voss said", "That's [NAME] unit, Mr. [NAME] said"],
  ['Will that be all? I will ask.', 'Will that be all? I will ask.'],
  ['I spoke to Will yesterday', 'I spoke to [NAME] yesterday'],
  ['Will Grant was here', '[NAME] [NAME] was here'],
  ['see you downtown, or at Downtown', 'see you downtown, or at [PLACE]'],
  ['come to the Bay', 'come to [PLACE]'],
  ['Hello, Harbor, Tulsa, a bay is free', 'Hello, [PLACE], a bay is free'],
  ['We in Tulsa have a harbor, Harbor it is', 'We in [PLACE] have a harbor, Harbor it is'],
  ['on March 3rd or 2026-03-04, the 5th of May', 'on [DAY] or [DAY], the [DAY]'],
  ['it may cost 90, a 10x10, 5/10', 'it may cost 90, a 10x10, 5/10'],
  ['Hello [NAME 1], 3/14/2026', 'Hello [NAME 1], [DAY]'],
])('%s', (text, hidden) => {
  expect(shown(text)).toBe(hidden);
});

it('hides stretches in order and apart, and touches nothing else', () => {
  const words = fc.array(fc.constantFrom('Cyprian', 'hello', '[NAME 1]', 'Zanzibar', 'é 😀', 'May 3rd', '\n'), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(words, (all) => {
      const text = all.join(' ');
      const found = stretchesThatTell(text, names);
      for (const [nth, one] of found.entries()) {
        expect(one.from).toBeLessThan(one.to);
        expect(one.from).toBeGreaterThanOrEqual(found[nth - 1]?.to ?? 0);
      }
      expect(hiding(text, found)).not.toMatch(/Cyprian|Zanzibar|May 3/);
      expect(hiding(text, found).match(/hello/g)?.length).toBe(text.match(/hello/g)?.length);
      expect(stretchesThatTell(hiding(text, found), names)).toEqual([]);
    }),
  );
});
