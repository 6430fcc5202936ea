// What the clock tells: each measure in a contact where it holds, where it doesn't, and where it can't be told; and what must
// not change it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Encounter, Turn } from '../encounter.core.ts';
import type { By, Measure } from '../pack.core.ts';
import { Clock } from './clock.ts';
import { encounterOf } from '../check-packs.ts';
import { inWords } from '../in-words.ts';
import { compiledWith, marked, packWith, quotesOf, talk, verdict } from './pack.test-data.ts';
import { Talk } from './talk.ts';

type Line = readonly [speaker: Turn['speaker'], text: string, start: number, end?: number, more?: Partial<Turn>];
const timed = (lines: readonly Line[], more: Partial<Encounter> = {}): Partial<Encounter> => ({
  timing: lines.every((one) => one[3] !== undefined) ? 'full' : 'starts',
  turns: lines.map(([speaker, text, start, end, rest]) => ({
    speaker,
    text,
    start,
    ...(end === undefined ? {} : { end }),
    ...rest,
  })),
  ...more,
});
const words = (count: number): string => Array.from({ length: count }, (_, index) => `word${index % 7}`).join(' ');
const checking = { 'looking-up': ['let me check', 'bear with me', 'one moment'] };
const told = (condition: string, contact: Partial<Encounter>): string => verdict(checking, condition, '', contact);

const sixty = timed([
  ['rep', words(100), 0, 30],
  ['customer', words(20), 31, 41],
]);

describe('pace', () => {
  it('is words a minute of that speaker, their silences left out', () => {
    expect(told('{pace: "> 190 wpm"}', sixty)).toBe('met');
    expect(told('{pace: "> 210 words a minute"}', sixty)).toBe('failed');
    const paused = timed([
      ['rep', words(100), 0, 60, { pauses: [{ at: 10, seconds: 30 }] }],
      ['customer', 'so', 61, 62],
    ]);
    expect(told('{pace: ">= 199 wpm"}', paused)).toBe('met');
  });
  it('is unsure of a few words, of bare starts, and of who the rep is', () => {
    expect(told('{pace: "> 190 wpm", by: customer}', sixty)).toBe('unsure');
    expect(
      told(
        '{pace: "> 190 wpm"}',
        timed([
          ['rep', words(100), 0],
          ['customer', 'so', 30],
        ]),
      ),
    ).toBe('unsure');
    expect(told('{pace: "> 190 wpm"}', { ...sixty, repCertainty: 0.5 })).toBe('unsure');
  });
});

describe('share of the time talked', () => {
  it('is by the clock, not by words', () => {
    expect(told('{talk-share: "> 70 %"}', sixty)).toBe('met');
    expect(told('{talk-share: "> 80 %"}', sixty)).toBe('failed');
    expect(told('{talk-share: "< 30 %", by: customer}', sixty)).toBe('met');
  });
  it('is unsure without full times or with one side only', () => {
    expect(verdict(checking, '{talk-share: "> 70 %"}', 'rep: a / customer: b')).toBe('unsure');
    expect(told('{talk-share: "> 70 %"}', timed([['rep', words(100), 0, 30]]))).toBe('unsure');
  });
});

describe('the first reply', () => {
  const chat = (...lines: Line[]): Partial<Encounter> => timed(lines, { channel: 'chat' });
  it('counts from the first thing the customer wrote, a machine passed over', () => {
    const late = chat(
      ['other', 'we will be with you', 1],
      ['customer', 'hi', 2],
      ['customer', 'a question', 10],
      ['rep', 'hello', 40],
    );
    expect(told('{first-reply: "< 30 s"}', late)).toBe('failed');
    expect(told('{first-reply: "< 39 s"}', late)).toBe('met');
  });
  it('is not what was sent before anybody asked, and later replies do not count', () => {
    const greeted = chat(
      ['rep', 'hello', 0],
      ['customer', 'hi', 60],
      ['rep', 'yes', 70],
      ['customer', 'so', 80],
      ['rep', 'a', 300],
    );
    expect(told('{first-reply: "<= 10 s"}', greeted)).toBe('met');
    expect(told('{reply-time: "<= 10 s"}', greeted)).toBe('failed');
  });
  it('is unsure where nobody answered', () => {
    expect(told('{first-reply: "< 30 s"}', chat(['customer', 'hi', 0]))).toBe('unsure');
  });
});

describe('the first words after pickup', () => {
  it('count from where the recording begins, a notice passed over', () => {
    const call = timed([
      ['other', 'this call is recorded', 0.4, 6],
      ['rep', 'good morning', 9, 10],
    ]);
    expect(told('{first-words: "<= 3 s"}', call)).toBe('met');
    expect(told('{first-words: "<= 2 s"}', call)).toBe('failed');
  });
  it('are unsure where the clock itself begins with words', () => {
    expect(told('{first-words: "<= 3 s"}', timed([['rep', 'good morning', 0, 2]]))).toBe('unsure');
    expect(told('{first-words: "<= 3 s"}', timed([['rep', 'good morning', 1, 2]], { channel: 'chat' }))).toBe('unsure');
  });
});

describe('silence', () => {
  const dead = timed([
    ['customer', 'do you have it', 0, 2],
    ['rep', 'let me check. there is one', 3, 30, { pauses: [{ at: 5, seconds: 20, offset: 14 }] }],
    ['customer', 'good', 31, 32],
  ]);
  it('inside a turn counts, and the words that end it are shown', () => {
    const compiled = compiledWith(checking, '{silence: "> 15 s", by: rep}');
    const encounter = talk('', dead);
    const { marks } = marked(compiled, '', dead);
    expect(marks[0]).toMatchObject({ verdict: 'met' });
    expect(quotesOf(encounter, marks[0]!)).toEqual(['there is one']);
  });
  it('in which the other speaks is none', () => {
    const answered = timed([
      ['rep', 'take your time. thank you', 0, 30, { pauses: [{ at: 5, seconds: 20 }] }],
      ['customer', 'it is in here somewhere I think', 6, 24],
    ]);
    expect(told('{silence: "> 3 s"}', answered)).toBe('failed');
  });
  it('on hold or in a paused recording is none, in a turn or between turns', () => {
    const holds = [{ from: 6, to: 24, kind: 'pause' as const }];
    expect(told('{silence: "> 15 s"}', { ...dead, holds })).toBe('failed');
  });
  it('that was announced can be told from one that was not', () => {
    const condition = '{silence: "> 15 s", by: rep, not-after: {says: looking-up, by: rep, within-turns-of: 2}}';
    const call = (rep: string, between: Line[] = []): Partial<Encounter> =>
      timed([['customer', 'do you have it', 0, 2], ['rep', rep, 3, 5], ...between, ['rep', 'we have one', 30, 32]]);
    expect(verdict(checking, condition, '', call('let me check'))).toBe('failed');
    expect(verdict(checking, condition, '', call('let me check', [['customer', 'sure', 6, 7]]))).toBe('failed');
    expect(verdict(checking, condition, '', call('hm'))).toBe('met');
    // Said in the very turn that then falls silent.
    expect(verdict(checking, condition, '', dead)).toBe('failed');
  });
});

describe('talking over', () => {
  it('into the silence of another is none', () => {
    const call = timed([
      ['customer', 'I wanted to ask. about the price', 0, 20, { pauses: [{ at: 4, seconds: 10 }] }],
      ['rep', 'go ahead please', 6, 9],
    ]);
    expect(told('{talk-over: "> 1 s"}', call)).toBe('failed');
  });
  it('is denied of anybody where nobody did it, and unsure of the rep where one of two did', () => {
    const over = [
      ['customer', 'a', 0, 5],
      ['rep', 'b', 3, 6],
    ] as const;
    expect(told('{talk-over: "> 1 s"}', timed(over, { repCertainty: 0.5 }))).toBe('unsure');
    expect(told('{talk-over: "> 3 s"}', timed(over, { repCertainty: 0.5 }))).toBe('failed');
  });
});

describe('a reply', () => {
  it('is not the "mhm" of a listener, and the wait goes on', () => {
    const call = timed([
      ['customer', 'a long story', 0, 20],
      ['rep', 'mhm', 8, 8.5],
      ['rep', 'I see', 29, 30],
    ]);
    expect(told('{reply-time: "> 8 s"}', call)).toBe('met');
    expect(told('{reply-time: "> 10 s"}', call)).toBe('failed');
  });
  it('is not late by a hold', () => {
    const call = timed(
      [
        ['customer', 'yes', 0, 1],
        ['rep', 'I am back', 60, 61],
      ],
      { holds: [{ from: 2, to: 59, kind: 'hold' }] },
    );
    expect(told('{reply-time: "> 5 s"}', call)).toBe('failed');
  });
});

describe('a pack', () => {
  it.each([
    ['{pace: "> 190 s"}', '"> 190 s" is in another unit than pace.'],
    ['{talk-share: "> 70"}', '"> 70" is in another unit than talk-share.'],
    ['{silence: "> 20 wpm"}', '"> 20 wpm" is in another unit than silence.'],
    ['{first-reply: soon}', '"soon" is no threshold.'],
  ])('that asks %s is refused', (condition, why) => {
    expect(() => packWith(checking, condition)).toThrow(why);
  });

  it.each([
    ['{pace: "> 190 wpm"}', 'the rep speaks more than 190 words a minute'],
    ['{talk-share: "> 70 %", by: customer}', 'the customer talks for more than 70 % of the time'],
    ['{first-reply: "< 1 min"}', 'the other waits for the first reply less than 60 s'],
  ])('that asks %s says it in words', (condition, said) => {
    expect(inWords(packWith(checking, condition).standards[0]!.metWhen!)).toBe(said);
  });

  it('can say in an example that a machine wrote it down', () => {
    const example = 'examples: {met: [{transcribed-by: machine, turns: ["rep: a"]}], failed: ["rep: b"]}';
    const pack = packWith(checking, `{silence: "> 1 s"}\n    ${example}`);
    const standard = pack.standards[0]!;
    expect(standard.examples.map((one) => encounterOf(one, pack, standard).heardBy)).toEqual(['recogniser', undefined]);
  });
});

/** Every measure by everybody, rounded as far as sums of fractions go apart. */
function everything(encounter: Encounter): unknown {
  const clock = new Clock(encounter, new Talk(encounter).floors);
  const kinds: Measure[] = ['silence', 'hold', 'talk-over', 'reply-time', 'first-reply', 'pace', 'talk-share', 'turns'];
  const bys: By[] = ['rep', 'customer', 'anyone'];
  return kinds.map((kind) =>
    bys.map((by) => {
      const found = clock.stretches(kind, by);
      return typeof found === 'string' ? found : found.map((one) => Math.round(one.amount * 1e6) / 1e6);
    }),
  );
}

const calls: fc.Arbitrary<Encounter> = fc
  .array(
    fc.record({
      speaker: fc.constantFrom('rep' as const, 'customer' as const, 'other' as const),
      // Steps of an eighth keep sums exact.
      begins: fc.integer({ min: -8, max: 120 }),
      lasts: fc.integer({ min: 2, max: 160 }),
      words: fc.integer({ min: 2, max: 30 }),
      pause: fc.option(fc.record({ at: fc.nat(99), eighths: fc.integer({ min: 17, max: 60 }) })),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((turns) => {
    let clock = 8;
    const made = turns.map(({ speaker, begins, lasts, words: count, pause }): Turn => {
      const start = Math.max(8, clock + begins);
      const silent = pause === null ? 0 : pause.eighths;
      const end = start + lasts + silent;
      clock = end;
      const text = words(count);
      const pauses =
        pause === null
          ? {}
          : {
              pauses: [
                {
                  at: (start + Math.floor((lasts * pause.at) / 100)) / 8,
                  seconds: silent / 8,
                  offset: text.indexOf(' ') + 1,
                },
              ],
            };
      return { speaker, text, start: start / 8, end: end / 8, ...pauses };
    });
    const holds = [
      { from: 20, to: 28, kind: 'hold' as const },
      { from: 40, to: 41, kind: 'pause' as const },
    ];
    return { ...talk(''), timing: 'full' as const, turns: made.toSorted((a, b) => a.start! - b.start!), holds };
  });

describe('no measure', () => {
  it('changes when the clock is shifted', () => {
    fc.assert(
      fc.property(calls, fc.integer({ min: 0, max: 4000 }), (call, by) => {
        const turns = call.turns.map(({ start, end, pauses, ...turn }) => ({
          ...turn,
          start: start! + by,
          end: end! + by,
          ...(pauses ? { pauses: pauses.map((one) => ({ ...one, at: one.at + by })) } : {}),
        }));
        const holds = call.holds!.map((one) => ({ ...one, from: one.from + by, to: one.to + by }));
        expect(everything({ ...call, turns, holds })).toEqual(everything(call));
      }),
      { numRuns: 500 },
    );
  });

  it('changes when a turn is split in two at a word', () => {
    fc.assert(
      fc.property(calls, fc.nat(), fc.nat(99), (call, pick, share) => {
        const index = pick % call.turns.length;
        const { text, start, end, pauses, ...turn } = call.turns[index]!;
        const space = text.indexOf(' ', Math.floor(((text.length - 1) * share) / 100));
        if (space < 0) return;
        // Not inside a silence, where no word is.
        const at = start! + Math.floor((end! - start!) * share * 0.08) / 8;
        if ((pauses ?? []).some((one) => at > one.at && at < one.at + one.seconds)) return;
        const first = (pauses ?? []).filter((one) => one.at + one.seconds <= at);
        const second = (pauses ?? []).filter((one) => one.at >= at);
        const halves: Turn[] = [
          { ...turn, text: text.slice(0, space), start: start!, end: at, pauses: first },
          { ...turn, text: text.slice(space + 1), start: at, end: end!, pauses: second },
        ];
        // Turns stand in the order of their beginnings, those of one moment as they came.
        const others = call.turns.filter((_, one) => one !== index);
        const earlier = call.turns.slice(0, index);
        const before = others.filter((one) => one.start! < at || earlier.includes(one));
        const after = others.filter((one) => !before.includes(one));
        const place = earlier.length;
        const turns = [...before.slice(0, place), halves[0]!, ...before.slice(place), halves[1]!, ...after];
        const split = everything({ ...call, turns }) as unknown[][];
        const whole = everything(call) as unknown[][];
        // Who has the floor how often goes by the order of turns: a split by an interjection counts it.
        expect(split.slice(0, -1)).toEqual(whole.slice(0, -1));
      }),
      { numRuns: 2000 },
    );
  });

  it('is worked out twice', () => {
    const encounter = talk('', sixty);
    const clock = new Clock(encounter, new Talk(encounter).floors);
    expect(clock.stretches('silence', 'anyone')).toBe(clock.stretches('silence', 'anyone'));
  });
});
