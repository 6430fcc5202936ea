// Laws of the engine over random contacts: same in, same out; letter case decides nothing; quotes are in the text; work
// grows with the words and with nothing else.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Encounter } from '../encounter.core.ts';
import type { EncounterMarks } from '../standard.core.ts';
import { compiledData, compilePacks, noWords, tryCompile } from './compile-packs.ts';
import { fromBytes, toBytes } from './compiled-bytes.ts';
import type { CompiledPhrase } from './compiled.core.ts';
import { markEncounter } from './mark-encounter.ts';
import { packOf } from './pack.test-data.ts';
import { runnable } from './runnable.ts';

const pack = packOf(`pack: laws
language: en
cues:
  hello: ["good (morning|evening)", "hello", "thank(s| you) for calling"]
  name: ["this is <rep>", "<rep> speaking"]
  price: ["how much ...3 (cost~|is)", "<money>"]
  help: ["!can ...2 help", "help~ you"]
  need: ["what ... (need|store) (today)?", "^ so", "right $"]
situations: {enquiry: {says: price, by: customer}}
standards:
  - {id: a.hello, says: Greets., met-when: {all: [hello, name], by: rep, within: 2 turns}}
  - {id: a.need, says: Asks., applies-when: {situation: enquiry}, met-when: {says: need, by: rep, before: {says: <money>, by: rep}}}
  - {id: a.help, says: Helps., met-when: {says: help, by: rep, not-after: {says: price, by: customer, within-turns-of: 2}}}
  - {id: a.near, says: Near., met-when: {all: [hello, help], in-order: true, within-turns-of: 3}}
`);
const compiled = compilePacks([pack], noWords);
const words = [
  'good',
  'morning',
  'hello',
  'thank',
  'you',
  'know',
  'for',
  'calling',
  'this',
  'is',
  'Dana',
  '[NAME 1]',
  'speaking',
  'how',
  'much',
  'um',
  'does',
  'it',
  'cost',
  '$59',
  'fifty',
  'nine',
  'dollars',
  "can't",
  'can',
  'I',
  'mean',
  'help',
  'helping',
  'what',
  'do',
  'need',
  'store',
  'today',
  'so',
  'right',
  'but',
  'no',
  '10x10',
  'two',
  'hundred',
  'caf\u00e9',
  'XXXX',
];
const said = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(' ', ' ', ' ', ', ', '. ', '? ')), { maxLength: 30 })
  .map((parts) => parts.map((part) => part.join('')).join(''));
const turn = fc.record({
  speaker: fc.constantFrom('rep' as const, 'customer' as const, 'other' as const),
  text: fc.oneof(said, said, fc.string({ unit: 'binary', maxLength: 40 })),
});
const contact = fc.array(turn, { maxLength: 12 }).map((turns): Encounter => ({
  channel: 'phone',
  language: 'en',
  timing: 'none',
  turns,
  answers: [],
  repCertainty: 1,
}));
const verdicts = (marks: EncounterMarks): string[] => marks.marks.map((mark) => `${mark.standard} ${mark.verdict}`);

const plainPhrase = ({ text, cue, loose, positions, first, last, anchors }: CompiledPhrase) => [
  [text, cue, loose],
  [positions, first, last, anchors],
];

describe('the engine', () => {
  it('gives the same marks for the same contact, whatever it marked before and whoever compiled', () => {
    fc.assert(
      fc.property(contact, contact, (one, other) => {
        const fresh = JSON.stringify(markEncounter(compilePacks([pack], noWords), one));
        markEncounter(compiled, other);
        expect(JSON.stringify(markEncounter(compiled, one))).toBe(fresh);
      }),
      { numRuns: 40 },
    );
  });

  it('gives the same marks from what another thread compiled', () => {
    const { plan, phrases } = compiled;
    const shared = runnable(fromBytes(toBytes(compiledData([pack], noWords))));
    expect(shared.plan).toEqual(plan);
    expect(shared.phrases.map(plainPhrase)).toEqual(phrases.map(plainPhrase));
    fc.assert(
      fc.property(contact, fc.constantFrom('person' as const, 'recogniser' as const), (said, heardBy) => {
        const one: Encounter = { ...said, heardBy };
        expect(JSON.stringify(markEncounter(shared, one))).toBe(JSON.stringify(markEncounter(compiled, one)));
      }),
    );
  });

  it('does not mind letter case or accents', () => {
    // Placeholders and XXXX are marks of other tools, not words: they keep their case.
    const recase = (text: string): string =>
      text
        .split(/(\[[^\]]*\]|X{2,})/)
        .map((part, index) => (index % 2 === 1 ? part : part.normalize('NFD').toUpperCase().normalize('NFD')))
        .join('');
    fc.assert(
      fc.property(
        fc.array(fc.record({ speaker: fc.constantFrom('rep' as const, 'customer' as const), text: said }), {
          maxLength: 8,
        }),
        (turns) => {
          const one: Encounter = {
            channel: 'phone',
            language: 'en',
            timing: 'none',
            turns,
            answers: [],
            repCertainty: 1,
          };
          const loud = { ...one, turns: turns.map((each) => ({ ...each, text: recase(each.text) })) };
          expect(verdicts(markEncounter(compiled, loud))).toEqual(verdicts(markEncounter(compiled, one)));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('quotes only what stands in the text, in turns of the rep or the customer, in order', () => {
    fc.assert(
      fc.property(contact, (one) => {
        for (const mark of markEncounter(compiled, one).marks) {
          for (const { turn: at, from, to } of mark.evidence) {
            expect(one.turns[at]!.speaker).not.toBe('other');
            expect(0 <= from && from < to && to <= one.turns[at]!.text.length).toBe(true);
            expect(one.turns[at]!.text.slice(from, to)).toMatch(/[\p{L}\p{N}]/u);
          }
          expect(mark.confidence >= 0 && mark.confidence <= 1).toBe(true);
          if (mark.verdict === 'met' || mark.verdict === 'failed')
            expect(mark.evidence.length > 0 || mark.searched !== undefined).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('does not change what the rep was heard to do first when the customer says something unrelated at the end', () => {
    fc.assert(
      fc.property(contact, (one) => {
        const longer = { ...one, turns: [...one.turns, { speaker: 'customer' as const, text: 'zebra crossing' }] };
        const before = markEncounter(compiled, one).marks.find((mark) => mark.standard === 'a.hello');
        if (before?.verdict === 'met')
          expect(markEncounter(compiled, longer).marks.find((mark) => mark.standard === 'a.hello')!.evidence).toEqual(
            before.evidence,
          );
      }),
      { numRuns: 200 },
    );
  });

  it('hears a phrase wherever it stands: words around it take nothing away', () => {
    fc.assert(
      fc.property(said, said, (before, after) => {
        const one: Encounter = {
          channel: 'phone',
          language: 'en',
          timing: 'none',
          turns: [{ speaker: 'rep', text: `${before}. how much would it cost. ${after}` }],
          answers: [],
          repCertainty: 1,
        };
        const priced = compilePacks(
          [packOf('pack: p\ncues: {it: ["how much ...3 cost"]}\nstandards: [{id: a.b, says: It., met-when: it}]\n')],
          noWords,
        );
        expect(markEncounter(priced, one).marks[0]!.verdict).toBe('met');
      }),
      { numRuns: 30 },
    );
  });
});

describe('work', () => {
  const workFor = (packText: string, text: string): number => {
    const fresh = compilePacks([packOf(packText)], noWords);
    markEncounter(fresh, {
      channel: 'phone',
      language: 'en',
      timing: 'none',
      turns: [{ speaker: 'rep', text }],
      answers: [],
      repCertainty: 1,
    });
    return fresh.ear.work;
  };
  const gaps = Array.from({ length: 8 }, () => 'a').join(' ...9 ');
  const evil = `pack: evil\ncues:\n  it: ["${gaps} b", "(a|b) ...9 (a|b) ...9 (a|b) ...9 c", "(a b? a?)? (a a? b?) ...9 a"]\nstandards: [{id: a.b, says: It., met-when: it}]\n`;
  // Thue-Morse: no state repeats soon, which is the worst that text can do to a machine with states kept.
  const text = (count: number): string =>
    Array.from({ length: count }, (_, at) => (at.toString(2).replaceAll('0', '').length % 2 === 0 ? 'a' : 'b')).join(
      ' ',
    );

  it('grows in proportion to the words, whatever a pack holds', () => {
    const [short, long] = [workFor(evil, text(1500)), workFor(evil, text(6000))];
    expect(long / short).toBeLessThan(4.6);
    const positions = compilePacks([packOf(evil)], noWords).phrases.reduce(
      (sum, phrase) => sum + phrase.positions.length,
      0,
    );
    expect(long).toBeLessThan(6000 * positions * 60);
  });

  it('is refused where a phrase would need too much of it, with the reason', () => {
    const wide = Array.from({ length: 12 }, () => 'a').join(' ...9 ');
    const many = Array.from({ length: 200 }, () => 'zebra ...9 zebra ...9 zebra ...9 zebra ...9 zebra ...9 zebra');
    const refusal = (cue: string): string =>
      tryCompile([packOf(`pack: p\ncues:\n  it: ${cue}\nstandards: [{id: a.b, says: It., met-when: it}]\n`)], noWords)
        .errors.map(({ file, line, column, what }) => `${file}:${line}:${column} ${what}`)
        .join('\n');
    expect(refusal(`["${wide}"]`)).toContain('test.yaml:3:8 This phrase has too many wide gaps.');
    expect(refusal(JSON.stringify(many))).toContain('Too many phrases with gaps go by the word "zebra".');
    const options = Array.from({ length: 14_000 }, (_, at) => `w${at}`).join('|');
    expect(refusal(`["(${options})"]`)).toContain('too many alternatives');
    const words = Array.from(
      { length: 30 },
      (_, at) =>
        `(${options
          .split('|')
          .slice(at * 400, at * 400 + 400)
          .join('|')}) x`,
    );
    const own = `pack: p\ncues:\n  wide: ${JSON.stringify(words)}\n  it: ["{wide} y"]\nstandards: [{id: a.b, says: It., met-when: it}]\n`;
    expect(tryCompile([packOf(own)], noWords).errors.map(({ write }) => write)).toEqual([
      '{wide} can be said in very many ways. Ask for such a cue by itself in a condition (says: wide), include fewer, or write here only the words that you mean.',
    ]);
    // A hundred thousand are more text than anybody writes by hand.
    const text = `["(${Array.from({ length: 100_000 }, (_, at) => `w${at}`).join('|')})"]`;
    expect(() => refusal(text)).toThrow('3: This text has 688891 characters.');
  });
});
