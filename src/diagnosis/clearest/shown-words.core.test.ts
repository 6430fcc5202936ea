// Which words are shown for a failure: what was said, what was called for, how it ended.
import { describe, expect, it } from 'vitest';
import { shownWords } from './shown-words.core.ts';

const turns = (...lines: string[]) =>
  lines.map((line) => {
    const [who = '', text = ''] = line.split(': ');
    return { speaker: who === 'c' ? ('customer' as const) : ('rep' as const), text };
  });
const lit = (of: readonly { text: string }[], turn: number, words: string) => {
  const from = of[turn]!.text.indexOf(words);
  return { turn, from, to: from + words.length };
};
const enquiry = turns(
  'r: Storage.',
  'c: Hi, how much would a small unit be?',
  'r: Let me see. That one is $80 a month.',
  'c: Oh. Okay, I will think about it.',
  'r: Sure. Bye now then.',
);

describe('the words shown', () => {
  it("are the rep's longest where something said shows it", () => {
    const evidence = [lit(enquiry, 2, 'Let'), lit(enquiry, 2, '$80 a month')];
    expect(shownWords({ evidence }, { turns: enquiry })).toEqual({ kind: 'said', words: evidence[1], ...asked(2) });
    const long = turns(
      'c: Hello there, is anybody in?',
      `r: Wait. ${'I will be with you when I am done here. '.repeat(2)}`,
    );
    expect(shownWords({ evidence: [lit(long, 1, 'Wait.')] }, { turns: long })).toEqual({
      kind: 'said',
      words: lit(long, 1, 'Wait.'),
    });
  });

  it('are the figure with the question it answers, where what was left out should have come before it', () => {
    const evidence = [lit(enquiry, 1, 'how much'), lit(enquiry, 2, 'Let me see'), lit(enquiry, 2, '$80')];
    expect(shownWords({ evidence, searched: { fromTurn: 0, toTurn: 2 } }, { turns: enquiry })).toEqual({
      kind: 'said',
      words: evidence[2],
      call: evidence[0],
    });
  });

  it('are the call and the reply to it, where nothing that was said shows it', () => {
    const evidence = [lit(enquiry, 3, 'think about it')];
    expect(shownWords({ evidence, searched: { fromTurn: 3, toTurn: 4 } }, { turns: enquiry })).toEqual({
      kind: 'answer',
      words: { turn: 4, from: 0, to: 0 },
      call: evidence[0],
    });
    expect(shownWords({ evidence, searched: { fromTurn: 3, toTurn: 3 } }, { turns: enquiry.slice(0, 4) })).toEqual({
      kind: 'unanswered',
      words: evidence[0],
    });
  });

  it('are the call and how it ended, where it could have come until then', () => {
    const long = turns(
      'c: My things got wet and nobody told me.',
      ...Array.from({ length: 4 }, () => ['r: Which unit is it?', 'c: Twelve.']).flat(),
      'r: Thank you for calling us today.',
      'c: Right.',
      'r: Bye.',
    );
    const evidence = [lit(long, 0, 'got wet')];
    expect(shownWords({ evidence, searched: { fromTurn: 0, toTurn: 11 } }, { turns: long })).toEqual({
      kind: 'ended',
      words: { turn: 9, from: 0, to: 0 },
      call: evidence[0],
    });
  });

  it('are what was said where it belonged, where nothing called for it; none of a form or a customer alone', () => {
    expect(shownWords({ evidence: [], searched: { fromTurn: 0, toTurn: 1 } }, { turns: enquiry })).toEqual({
      kind: 'instead',
      words: { turn: 0, from: 0, to: 0 },
    });
    expect(
      shownWords({ evidence: [], searched: { fromTurn: 0, toTurn: 4 } }, { turns: turns('c: Hello?') }),
    ).toBeNull();
    expect(shownWords({ evidence: [] }, { turns: [] })).toBeNull();
  });

  it("are the customer's where they themselves tell of it", () => {
    const told = turns('c: You said Tuesday and nobody came.', 'r: Oh.');
    const evidence = [lit(told, 0, 'nobody came')];
    expect(shownWords({ evidence }, { turns: told })).toEqual({ kind: 'said', words: evidence[0] });
  });
});

/** Few words of the rep stand beside the turn before them. */
function asked(turn: number) {
  return enquiry[turn]!.text.length < 40 ? { call: { turn: turn - 1, from: 0, to: 0 } } : {};
}
