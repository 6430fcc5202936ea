import { describe, expect, it } from 'vitest';
import { compilePacks, noWords } from '../standards/engine/compile-packs.ts';
import { LabelledExamples } from './labelled-examples.ts';
import type { LabelledDialogue } from './satisfaction.core.ts';

const dialogue = (said: string, ...ratings: number[]): LabelledDialogue => ({
  turns: [
    { speaker: 'rep', text: 'How can I help?', ratings: [] },
    { speaker: 'customer', text: 'Hello there', ratings: [] },
    { speaker: 'customer', text: said, ratings },
  ],
});
const build = (...dialogues: LabelledDialogue[]) => {
  const examples = new LabelledExamples(compilePacks([], noWords), new Uint8Array(32));
  for (const one of dialogues) examples.add(one);
  return examples.build();
};

describe('rated dialogues as examples', () => {
  it('are a row for each turn that somebody rated', () => {
    const { rows, truth, contacts } = build(dialogue('It leaks', 1, 1, 2), dialogue('Fine', 3), dialogue('Unrated'));
    expect(rows.count).toBe(2);
    expect([...truth]).toEqual([1, 3]);
    expect([...contacts]).toEqual([0, 1]);
  });
  it('that stand twice are one dialogue, so that none is on both sides of a test', () => {
    expect([...build(dialogue('It leaks', 1), dialogue('Fine', 3), dialogue('It leaks', 1)).contacts]).toEqual([
      0, 1, 0,
    ]);
  });
  it('hide personal data before anything is learned: one number reads as another', () => {
    const read = (number: string) => build(dialogue(`My card is ${number}`, 1)).rows;
    expect(read('4111 1111 1111 1111')).toEqual(read('5500 0000 0000 0004'));
    expect(read('4111 1111 1111 1111')).not.toEqual(build(dialogue('My card is gone', 1)).rows);
  });
});
