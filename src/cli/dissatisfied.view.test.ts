import { describe, expect, it } from 'vitest';
import { dissatisfiedCsv } from './dissatisfied-csv.view.ts';
import { figuresText, listText, type DoneLine, type ShownTurn } from './dissatisfied.view.ts';

const figure = { value: 0.3, low: 0.25, high: 0.35 };
const figures = {
  contacts: 60,
  rows: 1000,
  toFind: 60,
  kappa: figure,
  f1: figure,
  precision: figure,
  recall: figure,
  averagePrecision: figure,
};
const trainedOn = { files: 1, dialogues: 60, ratedTurns: 1000, dissatisfied: 60 };
const done: DoneLine = {
  kind: 'done',
  contacts: 3,
  turns: 40,
  leftOut: 1,
  model: { id: 'l1', madeAt: '2026-03-02T10:00:00.000Z', trainedOn, figures },
};
const turn = (more: Partial<ShownTurn> = {}): ShownTurn => ({
  contact: 'c1',
  turn: 4,
  likelihood: 0.412,
  quote: 'no',
  channel: 'phone',
  file: 'calls/17.vtt',
  ...more,
});

describe('the list on the screen', () => {
  it('shows how likely, where, what was said before, and the words', () => {
    const text = listText([turn({ before: 'Anything else?', day: '2026-03-01', site: 'harbor' })], done);
    expect(text).toContain('41 %  2026-03-01, harbor, calls/17.vtt (contact c1, turn 4)');
    expect(text.indexOf('to: “Anything else?”')).toBeLessThan(text.indexOf('“no”'));
    expect(text).toContain('1 turn of 40 in 3 contacts');
    expect(text).toContain('Left out: 1 contact ');
    expect(text).toContain('on 2026-03-02 from 1,000 rated turns');
  });
  it('shows twenty and says that there are more', () => {
    const text = listText(
      Array.from({ length: 25 }, (_, at) => turn({ turn: at })),
      done,
    );
    expect(text.match(/contact c1/g)).toHaveLength(20);
    expect(text).toContain('--csv FILE');
    expect(listText([], done)).toMatch(/^0 turns of 40/);
  });
  it('lets no word drive the terminal', () => {
    expect(listText([turn({ quote: 'a\u001b[2Jb\nc' })], done)).not.toContain('\u001b');
  });
});

it('the figures say what they were tested on, each with its interval', () => {
  const text = figuresText({ trainedOn, figures, folds: 10 });
  expect(text).toContain('60 dialogues, 1,000 rated turns, 60 of them dissatisfied (6.0 %)');
  expect(text).toContain('30 % (25 % to 35 %)');
  expect(text).toContain('0.30 (0.25 to 0.35)');
  expect(text).toMatch(/by chance +0\.06/);
});

it('the CSV opens as words, never as a formula', () => {
  const lines = [...dissatisfiedCsv([turn({ quote: '=HYPERLINK("x")', before: 'well, no' })])];
  expect(lines[0]).toBe('likelihood,contact,turn,quote,said before,day,site,channel,file\r\n');
  expect(lines[1]).toBe(`0.412,c1,4,"'=HYPERLINK(""x"")","well, no",,,phone,calls/17.vtt\r\n`);
});
