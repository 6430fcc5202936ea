// Marks: verdicts of standards and atrocities, what they quote, how sure they are, kinds, reasons and telling words.
import { describe, expect, it } from 'vitest';
import type { Turn } from '../encounter.core.ts';
import { compilePacks, noWords, standardsOf } from './compile-packs.ts';
import { markEncounter } from './mark-encounter.ts';
import { compiledWith, marked, packOf, quotesOf, talk } from './pack.test-data.ts';

const head = `pack: test
language: en
cues:
  hi: ["hello"]
  ask: ["what ... need"]
  price: ["how much"]
  rude: ["shut up"]
  cited: ["our policy"]
`;
const compiled = (rest: string) => compilePacks([packOf(head + rest)], noWords);
const one = (standard: string, lines: string, more = {}) =>
  marked(compiled(`standards:\n  - {id: a.b, says: It., ${standard}}\n`), lines, more);

describe('a standard', () => {
  it('is not applicable where applies-when does not hold, and then only counted', () => {
    const said = one('applies-when: {says: price, by: customer}, met-when: hi', 'customer: bye / rep: hello');
    expect(said).toMatchObject({ marks: [], notApplicable: 1 });
  });
  it('is not applicable on another channel', () =>
    expect(one('channels: [chat], met-when: hi', 'rep: hello').notApplicable).toBe(1));
  it('counts a mystery shop as a visit', () =>
    expect(one('channels: [visit], met-when: hi', 'rep: hello', { channel: 'shop' }).marks[0]!.verdict).toBe('met'));
  it('fails by failed-when, also where met-when holds too', () => {
    expect(one('met-when: hi, failed-when: rude', 'rep: hello, shut up').marks[0]!.verdict).toBe('failed');
    expect(one('met-when: hi, failed-when: rude', 'rep: hello').marks[0]!.verdict).toBe('met');
    expect(one('met-when: hi, failed-when: rude', 'rep: well').marks[0]!.verdict).toBe('unsure');
    expect(one('failed-when: rude', 'rep: well').marks[0]!.verdict).toBe('met');
  });
  it('that is read from words is not applicable to a form without words, and one that the form answers is marked', () => {
    const form = { channel: 'shop' as const, answers: [{ question: 'was it clean', answer: 'yes' }] };
    expect(one('met-when: hi', '', form)).toMatchObject({ marks: [], notApplicable: 1 });
    expect(one('met-when: {silence: "> 5 s"}', '', form).marks).toEqual([]);
    expect(one('met-when: {question: clean, answered: yes}', '', form).marks[0]!.verdict).toBe('met');
    expect(one('met-when: {any: [{question: greeted, answered: yes}, hi]}', '', form).marks[0]!.verdict).toBe('unsure');
    expect(one('met-when: hi', '').marks[0]!.verdict).toBe('unsure');
  });
  it('is unsure where it may not apply', () =>
    expect(one('applies-when: {rings: "> 1"}, met-when: hi', 'rep: hello').marks[0]).toMatchObject({
      verdict: 'unsure',
      why: 'the rings are not known',
    }));
});

describe('an atrocity', () => {
  const atrocity = 'kind: atrocity, instead: Listen., done-when: {says: rude, by: rep}';
  it('failed means that it happened', () => expect(one(atrocity, 'rep: shut up').marks[0]!.verdict).toBe('failed'));
  it('met means that it could have and did not', () =>
    expect(one(atrocity, 'rep: hello').marks[0]!.verdict).toBe('met'));
  it('is not applicable where it could not have happened', () => {
    expect(
      one(`${atrocity}, could-when: {says: price, by: customer}`, 'rep: hello / customer: bye').notApplicable,
    ).toBe(1);
    expect(
      one(`${atrocity}, could-when: {says: price, by: customer}`, 'rep: hello / customer: how much').marks[0]!.verdict,
    ).toBe('met');
  });
});

describe('evidence', () => {
  it('quotes what was said, each with its second', () => {
    const encounter = talk('', {
      timing: 'full',
      turns: [{ speaker: 'rep', text: 'So, hello you', start: 2, end: 15 }],
    });
    const mark = markEncounter(compiled('standards: [{id: a.b, says: It., met-when: {says: hi, by: rep}}]'), encounter)
      .marks[0]!;
    expect(mark.evidence).toEqual([{ turn: 0, from: 4, to: 9, at: 6 }]);
  });
  it('for what was not said, names where it was looked for and quotes what made it due', () => {
    const encounter = talk('customer: how much / rep: well / customer: so / rep: ten dollars / customer: ok');
    const mark = markEncounter(
      compiled(
        'standards: [{id: a.b, says: It., applies-when: {says: price, by: customer}, met-when: {says: ask, by: rep, before: {says: <money>, by: rep}}}]',
      ),
      encounter,
    ).marks[0]!;
    expect(mark).toMatchObject({ verdict: 'failed', searched: { fromTurn: 0, toTurn: 3 } });
    expect(quotesOf(encounter, mark)).toEqual(['how much', 'ten dollars']);
  });
  it('of what should not have been said quotes it', () => {
    const encounter = talk('rep: hello / customer: oh / rep: shut up');
    const mark = markEncounter(
      compiled('standards: [{id: a.b, says: It., met-when: {none: [rude], by: rep}}]'),
      encounter,
    ).marks[0]!;
    expect(mark.verdict).toBe('failed');
    expect(mark.searched).toBeUndefined();
    expect(quotesOf(encounter, mark)).toEqual(['shut up']);
  });
  it('searches only the turns that within leaves', () => {
    expect(
      one('met-when: {says: hi, by: rep, within: 1 turn}', 'customer: a / rep: b / customer: c / rep: d').marks[0]!
        .searched,
    ).toEqual({ fromTurn: 1, toTurn: 1 });
  });
});

describe('confidence', () => {
  const sure = (standard: string, lines: string, more = {}) => one(standard, lines, more).marks[0]!.confidence;
  it('is highest for words as written, lower across a gap, lowest for what was not found', () => {
    expect(sure('met-when: hi', 'rep: hello')).toBe(0.95);
    expect(sure('met-when: ask', 'rep: what do you need')).toBe(0.9);
    expect(sure('met-when: hi', 'rep: well')).toBe(0.8);
  });
  it('falls with doubt about the rep only where the speaker matters', () => {
    expect(sure('met-when: {says: hi, by: rep}', 'rep: hello', { repCertainty: 0.8 })).toBe(0.76);
    expect(sure('met-when: hi', 'rep: hello', { repCertainty: 0.8 })).toBe(0.95);
  });
  const rep = (text: string, more: Partial<Turn> = {}): Turn => ({ speaker: 'rep', text, ...more });
  it('falls with how well the quoted words were heard', () => {
    expect(sure('met-when: hi', '', { turns: [rep('hello', { confidence: 0.8 })] })).toBe(0.76);
    const ask = { unclear: [{ from: 0, to: 4, confidence: 0.4 }] };
    expect(sure('met-when: ask', '', { turns: [rep('what do you need', ask)] })).toBe(0.765);
    expect(sure('met-when: hi', '', { turns: [rep('what hello', ask)] })).toBe(0.95);
  });
  it('is that of the surest saying, since any would do', () => {
    expect(sure('met-when: hi', '', { turns: [rep('hello', { confidence: 0.2 }), rep('hello')] })).toBe(0.95);
    const twice = { turns: [rep('hello', { confidence: 0.6 }), rep('hello', { confidence: 0.8 })] };
    expect(sure('met-when: {says: hi, count: ">= 2"}', '', twice)).toBe(0.665);
  });
  it('of what was not found falls with how well all that was searched was heard', () => {
    const turns = [rep('well well well', { confidence: 0.9 }), rep('so', { confidence: 0.5 })];
    expect(sure('met-when: hi', '', { turns })).toBe(0.64);
    expect(sure('met-when: {says: hi, within: last 1 turn}', '', { turns: [...turns, rep('oh')] })).toBe(0.8);
  });
  it('under half is no verdict: the mark is unsure and says why', () => {
    for (const text of ['hello', 'well']) {
      const mark = one('met-when: hi', '', { turns: [rep(text, { confidence: 0.5 })] }).marks[0]!;
      expect(mark).toMatchObject({ verdict: 'unsure', why: 'the words it rests on were not clearly heard' });
    }
  });
  it('of the clock does not depend on the hearing', () => {
    const turns = [rep('a', { start: 0, end: 1, confidence: 0.1 }), rep('b', { start: 30, end: 31, confidence: 0.1 })];
    expect(sure('met-when: {silence: "> 10 s"}', '', { timing: 'full', turns })).toBe(0.99);
  });
});

it('tells kinds strongest first, the reason as a sentence, and the telling words', () => {
  const packs = compiled(`situations:
  enquiry: {says: price, by: customer}
  greeted: {says: hi}
kinds: [greeted, enquiry]
reasons: {asks-price: {says: price, by: customer}}
heard: {policy-cited: {says: cited, by: rep}}
standards: []
`);
  const encounter = talk('rep: hello / customer: Hi there. So how much is it? Thanks. / rep: that is our policy');
  const said = markEncounter(packs, encounter);
  expect(said.kinds).toEqual(['greeted', 'enquiry']);
  expect(encounter.turns[1]!.text.slice(said.reason!.from, said.reason!.to)).toBe('So how much is it?');
  expect(said.heard).toEqual([{ name: 'policy-cited', evidence: { turn: 2, from: 8, to: 18 } }]);
});

it('a language that no pack speaks leaves every mark unsure and says why once', () => {
  const said = one('met-when: hi', 'rep: hello', { language: 'de-AT' });
  expect(said.marks).toMatchObject([{ verdict: 'unsure', why: 'language' }]);
  expect(said.why).toContain('"de"');
  expect(one('met-when: hi', 'rep: hello', { language: 'en-GB' }).marks[0]!.verdict).toBe('met');
});

describe('versions', () => {
  const version = (text: string) => standardsOf([packOf(text)])[0]!.version;
  const text = `${head}situations: {s: {says: rude}}\nstandards:\n  - {id: a.b, says: It., applies-when: {situation: s}, met-when: hi}\n`;
  it('change with the standard, its cues and its situations', () => {
    const now = version(text);
    expect(now).toMatch(/^[0-9a-f]{12}$/);
    for (const [from, to] of [
      ['says: It.', 'says: This.'],
      ['"hello"', '"hello you"'],
      ['"shut up"', '"be quiet"'],
    ])
      expect(version(text.replace(from!, to!))).not.toBe(now);
  });
  it('do not change with places, or cues that it does not use', () => {
    expect(version(text.replace('standards:', '\n# a note\nstandards:'))).toBe(version(text));
    expect(version(text.replace('"how much"', '"what price"'))).toBe(version(text));
  });
});

it('cues of other packs are used by name, or with the pack where two have it', () => {
  const a = packOf('pack: a\ncues: {hi: ["hello"], bye: ["good bye"]}\n', 'a.yaml');
  const b = packOf(
    'pack: b\ncues: {hi: ["ahoy"], all: ["{a/hi}", "and {bye}"]}\nstandards: [{id: x.y, says: It., met-when: {all: [a/hi, bye]}}, {id: x.z, says: It., met-when: all}]\n',
    'b.yaml',
  );
  const said = markEncounter(compilePacks([a, b], noWords), talk('rep: hello and goodbye'));
  expect(said.marks.map((mark) => mark.verdict)).toEqual(['met', 'met']);
  expect(said.marks[1]!.evidence).toHaveLength(2);
});

it('compiles nothing that could be slow', () => {
  const many = Array.from({ length: 9 }, () => '(one|two|three|four|five|six|seven|eight)').join(' ... ');
  const c = compiledWith({ it: [`x ${many} y`] }, 'it');
  expect(c.phrases[0]!.positions.length).toBeLessThan(120);
  const wide = `(${Array.from({ length: 1300 }, (_, at) => `w${at}`).join('|')}) now`;
  expect(() => compiledWith({ it: [wide] }, 'it')).toThrow(/too many alternatives/);
});

it('a contact that is longer than can be marked is unsure by every standard, and the next is marked as ever', () => {
  const names = Array.from({ length: 2000 }, (_, at) => `hello-${at}`);
  const greedy = compiledWith(
    Object.fromEntries(names.map((name) => [name, ['hello']])),
    `{any: [${names.join(', ')}]}`,
  );
  const long = talk(`rep: ${'hello '.repeat(30_000)}`);
  expect(markEncounter(greedy, long)).toEqual({
    kinds: [],
    marks: [expect.objectContaining({ verdict: 'unsure', evidence: [], why: 'it is longer than can be marked' })],
    notApplicable: 0,
  });
  expect(marked(greedy, 'rep: hello').marks[0]!.verdict).toBe('met');
});
