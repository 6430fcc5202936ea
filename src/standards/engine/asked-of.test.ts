// Hearing only what is asked of each speaker comes to the same marks as hearing everything.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Encounter } from '../encounter.core.ts';
import { compilePacks, noWords } from './compile-packs.ts';
import { judge, markEncounter } from './mark-encounter.ts';
import { packOf } from './pack.test-data.ts';
import { scan } from './scan.ts';
import { Talk } from './talk.ts';

const compiled = compilePacks(
  [
    packOf(`pack: sides
language: en
cues:
  hello: ["good morning to you", "hello"]
  price: ["how much ...3 (cost|is)", "<money>"]
  place: ["<site>", "over there"]
  wait: ["hold please"]
  opener: ["so hello", "hold please hold"]
  never: ["nobody asks"]
situations: {enquiry: {says: price, by: customer}}
kinds: [enquiry]
standards:
  - {id: a.hello, says: It., met-when: {says: hello, by: rep, within: 2 turns}}
  - {id: a.opens, says: It., met-when: {says: opener, by: customer, within: 2 turns}}
  - {id: a.price, says: It., applies-when: {situation: enquiry}, met-when: {says: price, by: rep, after: {says: hello, by: customer}}}
  - {id: a.place, says: It., met-when: {says: [place, hello], by: rep}}
  - {id: a.site, says: It., failed-when: {says: <site>, by: customer}}
  - {id: a.none, says: It., met-when: {none: [{says: wait, by: rep}, {says: hello, by: customer}]}}
  - {id: a.count, says: It., failed-when: {says: wait, by: customer, count: "> 1"}}
  - {id: a.two, says: It., met-when: {at-least: 2, of: [{says: wait, by: rep}, {says: price, by: rep}, {says: hello, by: rep}]}}
  - {id: a.all, says: It., met-when: {all: [hello, wait], by: customer, in-order: true}}
  - {id: a.any, says: It., failed-when: {any: [{says: hello, by: rep}, {says: wait, by: customer}]}}
`),
  ],
  noWords,
);
const said = fc
  .array(
    fc.constantFrom(
      'hello',
      'good morning to you',
      'good morning you',
      'how much is it',
      '$20',
      '[LOCATION 1]',
      'hold please',
      'so. ',
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(' '));
const contact: fc.Arbitrary<Encounter> = fc.record({
  channel: fc.constant('phone' as const),
  language: fc.constant('en'),
  timing: fc.constant('none' as const),
  heardBy: fc.constantFrom('recogniser' as const, 'person' as const),
  turns: fc.array(
    fc.record({ speaker: fc.constantFrom('rep' as const, 'customer' as const, 'other' as const), text: said }),
    {
      maxLength: 24,
    },
  ),
  answers: fc.constant([]),
  repCertainty: fc.constantFrom(1, 0.5),
});

describe('what is asked of a speaker', () => {
  it('is all that marks rest on', () => {
    fc.assert(
      fc.property(contact, (encounter) => {
        const talk = new Talk(encounter);
        const everything = judge(compiled, talk, scan(compiled, talk));
        expect(markEncounter(compiled, encounter)).toEqual(everything);
      }),
      { numRuns: 300 },
    );
  });
});
