// What was half heard: it may leave a verdict open, it never makes one. Filled in by hand beside what is really heard.
import { describe, expect, it } from 'vitest';
import { compilePacks, noWords } from './compile-packs.ts';
import type { CompiledPacks } from './compiled.core.ts';
import { judge } from './mark-encounter.ts';
import { compiledWith, packOf, talk as contact } from './pack.test-data.ts';
import { type Heard, scan } from './scan.ts';
import { type Occurrence, sureness, Talk } from './talk.ts';

const cues = { hi: ['hello there'], price: ['how much'], ask: ['what do you need'], bye: ['good bye'] };

type Perhaps = Partial<Record<keyof typeof cues, readonly number[]>>;

/** The verdict of a condition where some cues were half heard, each in a turn: `{ask: [2]}`. */
function verdict(condition: string, lines: string, perhaps: Perhaps): string {
  return verdictBy(compiledWith(cues, condition), lines, perhaps);
}

function verdictBy(compiled: CompiledPacks, lines: string, perhaps: Perhaps): string {
  const talk = new Talk(contact(lines));
  const nearly: Occurrence[][] = [];
  for (const [name, turns] of Object.entries(perhaps)) {
    const cue = compiled.cues.findIndex((one) => one.name === `test/${name}`);
    if (cue >= 0)
      nearly[cue] = turns.map((turn) => ({
        turn,
        from: 0,
        endTurn: turn,
        to: 1,
        sureness: sureness.bySound,
        evidence: [talk.evidence(turn, 0, 1)],
      }));
  }
  const heard = scan(compiled, talk);
  const more: Heard = {
    mayHear: (cue) => heard.mayHear(cue),
    said: (cue) => heard.said(cue),
    answers: (cue) => heard.answers(cue),
    nearly,
  };
  return judge(compiled, talk, more).marks[0]?.verdict ?? 'not-applicable';
}

type Case = [condition: string, lines: string, perhaps: Perhaps, expected: string];
const groups: Record<string, Case[]> = {
  'saying it': [
    ['{says: hi, by: rep}', 'rep: x / customer: y', { hi: [0] }, 'unsure'],
    ['{says: hi, by: rep}', 'rep: x / customer: y', { hi: [1] }, 'failed'],
    ['{says: hi, by: rep, within: 1 turn}', 'rep: x / customer: y / rep: z', { hi: [2] }, 'failed'],
    ['{says: hi, by: rep}', 'rep: hello there / customer: y / rep: z', { hi: [2] }, 'met'],
    ['{says: [hi, bye], by: rep}', 'rep: good bye / customer: y', { hi: [0] }, 'met'],
  ],
  groups: [
    ['{none: [hi], by: rep}', 'rep: x / customer: y', { hi: [0] }, 'unsure'],
    ['{none: [hi, bye], by: rep}', 'rep: good bye / customer: y', { hi: [0] }, 'failed'],
    ['{any: [hi, bye], by: rep}', 'rep: good bye / customer: y', { hi: [0] }, 'met'],
    ['{any: [hi, bye], by: rep}', 'rep: x / customer: y', { hi: [0] }, 'unsure'],
    ['{all: [hi, bye], by: rep}', 'rep: good bye / customer: y', { hi: [0] }, 'unsure'],
    ['{all: [hi, bye], by: rep}', 'rep: x / customer: y', { hi: [0] }, 'failed'],
    ['{at-least: 2, of: [hi, bye, ask], by: rep}', 'rep: good bye / customer: y', { hi: [0] }, 'unsure'],
    ['{at-least: 2, of: [hi, bye, ask], by: rep}', 'rep: x / customer: y', { hi: [0] }, 'failed'],
    // In order by what was heard, out of order by nothing else.
    [
      '{all: [hi, bye], in-order: true}',
      'rep: good bye / customer: y / rep: hello there / customer: z',
      { bye: [3] },
      'unsure',
    ],
    ['{all: [hi, bye], in-order: true}', 'rep: good bye / customer: y / rep: hello there', { hi: [2] }, 'failed'],
  ],
  before: [
    // The price may have come first.
    ['{says: ask, by: rep, before: price}', 'rep: what do you need / customer: x', { price: [1] }, 'unsure'],
    ['{says: ask, by: rep, before: price}', 'customer: x / rep: what do you need', { price: [0] }, 'unsure'],
    [
      '{says: ask, by: rep, before: price}',
      'customer: x / rep: what do you need / customer: how much',
      { price: [0] },
      'unsure',
    ],
    ['{says: ask, by: rep, before: price}', 'rep: what do you need / customer: how much', { price: [1] }, 'met'],
    // Asked too late, if at all.
    ['{says: ask, by: rep, before: price}', 'customer: how much / rep: x', { ask: [1] }, 'failed'],
    ['{says: ask, by: rep, before: price}', 'rep: x / customer: how much', { ask: [0] }, 'unsure'],
    ['{says: ask, by: rep, before: price}', 'rep: x / customer: y', { price: [1] }, 'failed'],
  ],
  after: [
    ['{says: ask, by: rep, after: price}', 'customer: x / rep: what do you need', { price: [0] }, 'unsure'],
    [
      '{says: ask, by: rep, after: price}',
      'customer: x / rep: what do you need / customer: how much',
      { price: [0] },
      'unsure',
    ],
    ['{says: ask, by: rep, after: price}', 'customer: how much / rep: what do you need', { price: [0] }, 'met'],
    ['{says: ask, by: rep, after: price}', 'customer: how much / rep: x', { ask: [1] }, 'unsure'],
  ],
  'not after': [
    ['{says: bye, by: rep, not-after: price}', 'customer: x / rep: good bye', { price: [0] }, 'unsure'],
    [
      '{says: bye, by: rep, not-after: price}',
      'customer: x / rep: good bye / customer: how much',
      { price: [0] },
      'unsure',
    ],
    ['{says: bye, by: rep, not-after: price}', 'customer: how much / rep: good bye', { price: [0] }, 'failed'],
    [
      '{says: bye, by: rep, not-after: price}',
      'customer: x / rep: good bye / customer: how much',
      { price: [2] },
      'met',
    ],
    [
      '{says: bye, by: rep, not-before: price}',
      'customer: how much / rep: good bye / customer: x',
      { price: [2] },
      'unsure',
    ],
  ],
  nearness: [
    ['{says: bye, by: rep, within-turns-of: 1 of price}', 'rep: good bye / customer: x', { price: [1] }, 'unsure'],
    [
      '{says: bye, by: rep, within-turns-of: 1 of price}',
      'rep: good bye / customer: x / rep: y / customer: how much',
      { price: [1] },
      'unsure',
    ],
  ],
  'how often': [
    ['{says: hi, count: ">= 2"}', 'rep: hello there / customer: y / rep: z', { hi: [2] }, 'unsure'],
    ['{says: hi, count: ">= 3"}', 'rep: hello there / customer: y / rep: z', { hi: [2] }, 'failed'],
    ['{says: hi, count: "< 2"}', 'rep: hello there / customer: y / rep: z', { hi: [2] }, 'unsure'],
    ['{says: hi, count: ">= 1"}', 'rep: x / customer: y', { hi: [0] }, 'unsure'],
    ['{says: hi, by: rep, ratio: ">= 60 %"}', 'rep: hello there / customer: y / rep: z', { hi: [2] }, 'unsure'],
    // The same words twice are one saying.
    ['{says: hi, count: ">= 2"}', 'rep: hello there / customer: y', { hi: [0] }, 'failed'],
  ],
};

for (const [title, cases] of Object.entries(groups)) {
  describe(title, () => {
    it.each(cases)('%s with "%s" and half heard %j', (condition, lines, perhaps, expected) =>
      expect(verdict(condition, lines, perhaps)).toBe(expected),
    );
  });
}

describe('a standard as a whole', () => {
  const standard = (text: string): CompiledPacks =>
    compilePacks(
      [packOf(`pack: test\ncues: ${JSON.stringify(cues)}\nstandards: [{id: a.b, says: It., ${text}}]\n`)],
      noWords,
    );
  it('that may apply is unsure', () => {
    const asked = standard('applies-when: {says: price, by: customer}, met-when: {says: ask, by: rep}');
    expect(verdictBy(asked, 'customer: x / rep: y', { price: [0] })).toBe('unsure');
    expect(verdictBy(asked, 'customer: x / rep: y', { price: [1] })).toBe('not-applicable');
  });
  it('that may not apply is unsure', () => {
    const once = standard('applies-when: {says: price, count: "< 2"}, met-when: {says: ask, by: rep}');
    expect(verdictBy(once, 'customer: how much / rep: what do you need / customer: x', { price: [2] })).toBe('unsure');
  });
  it('of an atrocity that may have happened is unsure, and one that did happen is failed', () => {
    const rude = standard('kind: atrocity, instead: Stay., done-when: {says: bye, by: rep}');
    expect(verdictBy(rude, 'customer: x / rep: y', { bye: [1] })).toBe('unsure');
    expect(verdictBy(rude, 'customer: x / rep: good bye / customer: y / rep: z', { bye: [3] })).toBe('failed');
  });
});
