// Packs cut down to what is kept: nothing that decides a mark may be missing, and what nobody asks for is gone.
import { expect, it } from 'vitest';
import { Fault } from '../kernel/fault.ts';
import { compilePacks, noWords, standardsOf } from './engine/compile-packs.ts';
import { markEncounter } from './engine/mark-encounter.ts';
import { keptIds, keptPacks } from './kept-standards.ts';
import { readPack } from './pack.ts';
import { encounterOfText } from './try-text.ts';
import type { Pack } from './pack.core.ts';

const yard = `
pack: yard
language: en
cues:
  hello: ["good morning", "{morning-words}"]
  morning-words: ["fine morning"]
  asks-price: ["how much"]
  price: ["<money>"]
  farewell: ["goodbye"]
situations:
  enquiry: {says: asks-price, by: customer}
  leaving: {says: farewell}
  kinds-need-this: {says: shop/wares}
kinds: [kinds-need-this]
standards:
  - {id: yard.hello, says: Greets., met-when: {says: hello, by: rep}}
  - {id: yard.price, says: Tells the price., applies-when: {situation: enquiry}, met-when: {says: price, by: rep}}
  - {id: yard.farewell, says: Takes leave., applies-when: leaving, met-when: {says: farewell, by: rep}}
`;
const shop = `
pack: shop
language: en
cues:
  wares: ["boat"]
  rude: ["what now"]
  unused: ["never asked"]
standards:
  - {id: shop.rude, kind: atrocity, says: Is rude., instead: Be kind., done-when: {says: rude, by: rep}}
`;

function packOf(text: string): Pack {
  const { pack, errors } = readPack('test.yaml', text);
  expect(errors).toEqual([]);
  return pack!;
}
const packs = [packOf(yard), packOf(shop)];
const cues = (kept: readonly Pack[]) => kept.flatMap((pack) => [...pack.cues.keys()]);

it('nothing chosen keeps everything', () => {
  expect(keptPacks(packs, [])).toBe(packs);
  expect(keptIds(packs, []).size).toBe(4);
  expect(keptIds(packs, ['all', 'shop.rude'])).toEqual(keptIds(packs, []));
});

it('a standard keeps the cues and situations that it reaches, and so do kinds of contact', () => {
  const kept = keptPacks(packs, ['yard.price']);
  expect(kept.flatMap((pack) => pack.standards.map((one) => one.id))).toEqual(['yard.price']);
  expect(kept[0]!.situations.map((one) => one.name)).toEqual(['enquiry', 'kinds-need-this']);
  expect(cues(kept)).toEqual(['asks-price', 'price', 'wares']);
  expect(cues(keptPacks(packs, ['yard.hello']))).toEqual(['hello', 'morning-words', 'wares']);
  // A bare name that is no cue is a situation.
  expect(keptPacks(packs, ['yard.farewell'])[0]!.situations.map((one) => one.name)).toContain('leaving');
});

it('a pack’s name stands for all of its standards', () => {
  expect([...keptIds(packs, ['yard', 'shop.rude', 'yard.hello'])]).toEqual([
    'yard.hello',
    'yard.price',
    'yard.farewell',
    'shop.rude',
  ]);
});

it('what is kept has the versions and the marks that it has among all', () => {
  const text = 'Customer: How much is a boat?\nRep: Fine morning. $90.\nRep: What now? Goodbye.';
  const chosen = ['yard.hello', 'yard.price', 'shop.rude'];
  const kept = keptPacks(packs, chosen);
  const versions = new Map(standardsOf(packs).map((one) => [one.id, one.version]));
  for (const one of standardsOf(kept)) expect(one.version).toBe(versions.get(one.id));
  const marked = (of: readonly Pack[]) => markEncounter(compilePacks(of, noWords), encounterOfText(text));
  expect(marked(kept).marks).toEqual(marked(packs).marks.filter((one) => chosen.includes(one.standard)));
  expect(marked(kept).marks.map((one) => one.verdict)).toEqual(['met', 'met', 'failed']);
  expect(marked(kept).kinds).toEqual(marked(packs).kinds);
});

it('an unknown name is refused with the nearest there is', () => {
  expect(() => keptPacks(packs, ['yard.helo'])).toThrow(Fault);
  expect(() => keptPacks(packs, ['yard.helo'])).toThrow(/is "yard.hello" meant/);
});
