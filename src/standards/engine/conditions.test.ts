// Every word of the condition language, each with a contact in which it holds, one in which it doesn't, and where it can't be told.
import { describe, expect, it } from 'vitest';
import type { Encounter } from '../encounter.core.ts';
import { verdict } from './pack.test-data.ts';

const cues = {
  hi: ['hello'],
  price: ['how much'],
  ask: ['what do you need'],
  sorry: ['sorry'],
  angry: ['angry'],
  yes: ['yes'],
  hold: ['hold on'],
  handrail: ['hold on to the rail'],
};
type Case = [condition: string, lines: string, expected: string, more?: Partial<Encounter>];
const timed = (lines: readonly (readonly ['rep' | 'customer', string, number, number?])[]): Partial<Encounter> => ({
  timing: lines.every((one) => one[3] !== undefined) ? 'full' : 'starts',
  turns: lines.map(([speaker, text, start, end]) => ({ speaker, text, start, ...(end === undefined ? {} : { end }) })),
});

const groups: Record<string, Case[]> = {
  'who says it': [
    ['{says: hi, by: rep}', 'rep: hello', 'met'],
    ['{says: hi, by: rep}', 'customer: hello / rep: what', 'failed'],
    ['{says: hi, by: customer}', 'customer: hello', 'met'],
    ['{says: hi}', 'customer: hello / rep: what', 'met'],
    ['{says: [hi, ask], by: rep}', 'rep: what do you need', 'met'],
    ['{says: hi, by: rep}', 'customer: what', 'unsure'],
    ['{says: hi}', 'recording: hello', 'unsure'],
    ['{says: hi, by: rep}', 'recording: hello / rep: what', 'failed'],
    ['hi', 'rep: hello', 'met'],
  ],
  groups: [
    ['{all: [hi, ask], by: rep}', 'rep: hello what do you need', 'met'],
    ['{all: [hi, ask], by: rep}', 'rep: hello', 'failed'],
    ['{any: [hi, ask], by: rep}', 'rep: hello', 'met'],
    ['{any: [hi, ask], by: rep}', 'rep: bye', 'failed'],
    ['{none: [hi, ask], by: rep}', 'rep: bye', 'met'],
    ['{none: [hi, ask], by: rep}', 'rep: hello', 'failed'],
    ['{at-least: 2, of: [hi, ask, sorry], by: rep}', 'rep: hello sorry', 'met'],
    ['{at-least: 2, of: [hi, ask, sorry], by: rep}', 'rep: hello', 'failed'],
    ['{all: [{says: hi, by: customer}, {says: ask, by: rep}]}', 'customer: hello / rep: what do you need', 'met'],
  ],
  within: [
    ['{says: hi, by: rep, within: 1 turn}', 'customer: so / customer: well / rep: oh / rep: hello', 'met'],
    ['{says: hi, by: rep, within: 1 turn}', 'rep: oh / customer: so / rep: hello', 'failed'],
    ['{all: [hi, ask], by: rep, within: 1 turn}', 'rep: hello / customer: so / rep: what do you need', 'failed'],
    ['{says: hi, by: rep, within: last 1 turn}', 'rep: oh / customer: so / rep: hello', 'met'],
    ['{says: hi, by: rep, within: last 1 turn}', 'rep: hello / customer: so / rep: oh', 'failed'],
    ['{says: hi, by: rep, within: 5 s}', 'rep: hello', 'unsure'],
    ['{says: hi, by: rep, within: 5 s}', '', 'met', timed([['rep', 'hello', 4, 5]])],
    [
      '{says: hi, by: rep, within: 5 s}',
      '',
      'failed',
      timed([
        ['rep', 'oh', 1, 2],
        ['rep', 'hello', 6, 7],
      ]),
    ],
    [
      '{says: hi, by: rep, within: last 5 s}',
      '',
      'met',
      timed([
        ['rep', 'hello', 6, 7],
        ['customer', 'bye', 8, 9],
      ]),
    ],
  ],
  order: [
    [
      '{says: ask, by: rep, before: {says: <money>, by: rep}}',
      'rep: what do you need / customer: this / rep: that is $5',
      'met',
    ],
    [
      '{says: ask, by: rep, before: {says: <money>, by: rep}}',
      'rep: that is $5 / customer: oh / rep: what do you need',
      'failed',
    ],
    ['{says: ask, by: rep, before: {says: <money>, by: rep}}', 'rep: what do you need', 'met'],
    ['{says: ask, by: rep, before: {says: <money>, by: rep}}', 'rep: $5, what do you need', 'failed'],
    ['{says: sorry, by: rep, after: {says: angry, by: customer}}', 'customer: I am angry / rep: sorry', 'met'],
    ['{says: sorry, by: rep, after: {says: angry, by: customer}}', 'rep: sorry / customer: I am angry', 'failed'],
    ['{says: sorry, by: rep, after: {says: angry, by: customer}}', 'rep: sorry / customer: oh', 'failed'],
    ['{says: sorry, by: rep, after: {says: angry, by: customer}}', 'rep: sorry', 'unsure'],
    ['{says: hold, by: rep, not-part-of: {says: handrail, by: rep}}', 'rep: hold on', 'met'],
    ['{says: hold, by: rep, not-part-of: {says: handrail, by: rep}}', 'rep: hold on to the rail', 'failed'],
    ['{says: hold, by: rep, not-part-of: {says: handrail, by: rep}}', 'rep: hold on to the rail hold on', 'met'],
    [
      '{says: hold, by: rep, not-part-of: {says: handrail, by: rep}}',
      'rep: hold on / customer: hold on to the rail',
      'met',
    ],
    ['{says: hold, by: rep, not-after: {says: yes, by: customer}}', 'rep: hold on / customer: yes', 'met'],
    ['{says: hold, by: rep, not-after: {says: yes, by: customer}}', 'customer: yes / rep: hold on', 'failed'],
    ['{says: hold, by: rep, not-before: {says: sorry, by: rep}}', 'rep: hold on / customer: well', 'met'],
    [
      '{says: hold, by: rep, not-before: {says: sorry, by: rep}}',
      'rep: hold on / customer: well / rep: sorry',
      'failed',
    ],
    ['{all: [hi, ask], in-order: true, by: rep}', 'rep: hello, what do you need', 'met'],
    ['{all: [hi, ask], in-order: true, by: rep}', 'rep: what do you need, hello', 'failed'],
    [
      '{all: [hi, ask, sorry], in-order: true}',
      'rep: sorry / customer: hello / rep: what do you need / customer: sorry',
      'met',
    ],
  ],
  nearness: [
    [
      '{says: sorry, by: rep, after: {says: angry, by: customer}, within-turns-of: 1}',
      'customer: I am angry / rep: sorry',
      'met',
    ],
    [
      '{says: sorry, by: rep, after: {says: angry, by: customer}, within-turns-of: 1}',
      'customer: I am angry / rep: so / customer: so / rep: sorry',
      'failed',
    ],
    ['{all: [hi, ask], within-turns-of: 0, by: rep}', 'rep: hello / customer: so / rep: what do you need', 'failed'],
    ['{all: [hi, ask], within-turns-of: 2, by: rep}', 'rep: hello / customer: so / rep: what do you need', 'met'],
    [
      '{says: sorry, by: rep, within-turns-of: {turns: 1, of: {says: angry, by: customer}}}',
      'rep: sorry / customer: I am angry',
      'met',
    ],
    [
      '{says: sorry, by: rep, within-turns-of: 1 of angry}',
      'rep: sorry / customer: oh / rep: so / customer: I am angry',
      'failed',
    ],
    ['{says: sorry, by: rep, after: angry, within-seconds-of: 5}', 'customer: angry / rep: sorry', 'unsure'],
    [
      '{says: sorry, by: rep, after: angry, within-seconds-of: 5}',
      '',
      'met',
      timed([
        ['customer', 'angry', 0, 1],
        ['rep', 'sorry', 4, 5],
      ]),
    ],
    [
      '{says: sorry, by: rep, after: angry, within-seconds-of: 5}',
      '',
      'failed',
      timed([
        ['customer', 'angry', 0, 1],
        ['rep', 'sorry', 14, 15],
      ]),
    ],
    [
      '{says: hold, by: rep, not-after: {all: [ask, yes], in-order: true, within-turns-of: 2}}',
      'rep: what do you need / customer: yes / rep: hold on',
      'failed',
    ],
    [
      '{says: hold, by: rep, not-after: {all: [ask, yes], in-order: true, within-turns-of: 2}}',
      'rep: what do you need / customer: yes / rep: a / customer: b / rep: hold on',
      'met',
    ],
  ],
  'count and ratio': [
    ['{says: hi, count: "> 2"}', 'rep: hello hello hello', 'met'],
    ['{says: hi, count: "> 2"}', 'rep: hello hello', 'failed'],
    ['{says: hi, count: "< 1"}', 'rep: bye', 'met'],
    ['{says: hi, by: rep, ratio: ">= 50 %"}', 'rep: hello / customer: a / rep: b', 'met'],
    ['{says: hi, by: rep, ratio: "> 50 %"}', 'rep: hello / customer: a / rep: b', 'failed'],
    ['{ratio: "> 70 %", by: rep}', 'rep: one more word and then some / customer: so', 'met'],
    ['{ratio: "> 70 %", by: rep}', 'rep: one / customer: so', 'failed'],
    ['{ratio: "> 70 %", by: rep}', 'rep: one', 'unsure'],
    ['{turns: "> 2"}', 'rep: a / customer: b / rep: c', 'met'],
    ['{turns: "> 2"}', 'rep: a / rep: b / customer: c', 'failed'],
  ],
  'where it took place': [
    ['{channel: [phone, chat]}', 'rep: a', 'met'],
    ['{channel: visit}', 'rep: a', 'failed'],
    ['{direction: outbound}', 'rep: a', 'met', { direction: 'outbound' }],
    ['{direction: inbound}', 'rep: a', 'met'],
    ['{direction: outbound}', 'rep: a', 'failed'],
  ],
  clocks: [
    ['{rings: "<= 3"}', 'rep: a', 'met', { rings: 3 }],
    ['{rings: "<= 3"}', 'rep: a', 'failed', { rings: 4 }],
    ['{rings: "<= 3"}', 'rep: a', 'unsure'],
    ['{answer-time: "<= 18 s"}', 'rep: a', 'met', { secondsToAnswer: 12 }],
    ['{any: [{rings: "<= 3"}, {answer-time: "<= 18 s"}]}', 'rep: a', 'unsure', { rings: 5 }],
    ['{first-known: [{answer-time: "<= 18 s"}, {rings: "<= 3"}]}', 'rep: a', 'failed', { rings: 5 }],
    ['{silence: "> 10 s"}', 'rep: a', 'unsure'],
    [
      '{silence: "> 10 s"}',
      '',
      'unsure',
      timed([
        ['rep', 'a', 0],
        ['customer', 'b', 20],
      ]),
    ],
    [
      '{silence: "> 10 s"}',
      '',
      'met',
      timed([
        ['rep', 'a', 0, 1],
        ['customer', 'b', 12, 13],
      ]),
    ],
    [
      '{silence: "> 10 s"}',
      '',
      'failed',
      {
        ...timed([
          ['rep', 'a', 0, 1],
          ['customer', 'b', 12, 13],
        ]),
        holds: [{ from: 2, to: 10, kind: 'hold' }],
      },
    ],
    [
      '{silence: "> 10 s", by: rep}',
      '',
      'failed',
      timed([
        ['rep', 'a', 0, 1],
        ['customer', 'b', 12, 13],
      ]),
    ],
    [
      '{silence: "> 10 s", count: ">= 2"}',
      '',
      'met',
      timed([
        ['rep', 'a', 0, 1],
        ['customer', 'b', 12, 13],
        ['rep', 'c', 25, 26],
      ]),
    ],
    ['{hold: "> 2 min"}', 'rep: a', 'unsure'],
    ['{hold: "> 2 min"}', 'rep: a', 'failed', { holds: [] }],
    ['{hold: "> 2 min"}', 'rep: a', 'met', { holds: [{ from: 10, to: 150, kind: 'hold' }] }],
    [
      '{talk-over: "> 1 s"}',
      '',
      'met',
      timed([
        ['customer', 'a', 0, 5],
        ['rep', 'b', 3, 6],
      ]),
    ],
    [
      '{talk-over: "> 1 s"}',
      '',
      'failed',
      timed([
        ['rep', 'a', 0, 5],
        ['customer', 'b', 3, 6],
      ]),
    ],
    [
      '{reply-time: "< 30 s"}',
      '',
      'met',
      {
        ...timed([
          ['customer', 'a', 0],
          ['rep', 'b', 20],
        ]),
        channel: 'chat',
      },
    ],
    [
      '{reply-time: "< 30 s"}',
      '',
      'failed',
      {
        ...timed([
          ['customer', 'a', 0],
          ['rep', 'b', 20],
          ['customer', 'c', 25],
          ['rep', 'd', 60],
        ]),
        channel: 'chat',
      },
    ],
    [
      // Only the first reply is asked about; the slow second one is another matter.
      '{reply-time: "< 30 s", within: 1 turn, by: rep}',
      '',
      'met',
      {
        ...timed([
          ['customer', 'a', 0],
          ['rep', 'b', 20],
          ['customer', 'c', 25],
          ['rep', 'd', 60],
        ]),
        channel: 'chat',
      },
    ],
    [
      // Nobody replied: no reply was quick.
      '{reply-time: "< 30 s"}',
      '',
      'unsure',
      { ...timed([['customer', 'a', 0]]), channel: 'chat' },
    ],
    [
      '{reply-time: "< 30 s"}',
      '',
      'unsure',
      timed([
        ['customer', 'a', 0],
        ['rep', 'b', 20],
      ]),
    ],
  ],
  forms: [
    [
      '{question: "greeted ... entering", answered: yes}',
      'rep: a',
      'met',
      { answers: [{ question: 'Were you greeted on entering?', answer: 'Yes.' }] },
    ],
    [
      '{question: "greeted ... entering", answered: yes}',
      'rep: a',
      'failed',
      { answers: [{ question: 'greeted-on-entering', answer: 'no' }] },
    ],
    [
      '{question: "greeted ... entering", answered: no}',
      'rep: a',
      'met',
      { answers: [{ question: 'greeted-on-entering', answer: 'no' }] },
    ],
    [
      '{question: "greeted ... entering", answered: yes}',
      'rep: a',
      'unsure',
      { answers: [{ question: 'stood up', answer: 'no' }] },
    ],
    [
      '{question: "greeted ... entering", answered: yes}',
      'rep: a',
      'unsure',
      { answers: [{ question: 'greeted on entering', answer: 'n/a' }] },
    ],
    ['{question: "greeted", answered: any}', 'rep: a', 'failed'],
    [
      '{question: "how friendly", answered: ">= 4"}',
      'rep: a',
      'met',
      { answers: [{ question: 'How friendly, 1 to 5', answer: '4' }] },
    ],
    [
      '{answered: {question: "greeted", is: yes}}',
      'rep: a',
      'met',
      { answers: [{ question: 'greeted', answer: 'y' }] },
    ],
    ['{first-known: [{question: greeted, answered: yes}, {says: hi, by: rep}]}', 'rep: hello', 'met'],
    ['{any: [{question: greeted, answered: yes}, {says: hi, by: rep}]}', 'rep: oh', 'unsure'],
  ],
  'who the rep is': [
    ['{says: hi, by: rep}', 'rep: hello', 'unsure', { repCertainty: 0.6 }],
    ['{says: hi, by: rep}', 'rep: oh', 'failed', { repCertainty: 0.65 }],
    // Less than .5 would be left.
    ['{says: hi, by: rep}', 'rep: oh', 'unsure', { repCertainty: 0.6 }],
    ['{says: hi}', 'rep: hello', 'met', { repCertainty: 0.6 }],
    [
      '{says: ask, by: rep, before: {says: price, by: customer}}',
      'rep: what do you need / customer: how much',
      'unsure',
      { repCertainty: 0.6 },
    ],
  ],
};

for (const [title, cases] of Object.entries(groups)) {
  describe(title, () => {
    it.each(cases)('%s with "%s" is %s', (condition, lines, expected, more) =>
      expect(verdict(cues, condition, lines, more)).toBe(expected),
    );
  });
}
