import { expect, it } from 'vitest';
import { commandOf, keysOfDeciding, keysOfMarking, type Pressed } from './review-keys.core.ts';

const key = (name: string, more: Partial<Pressed> = {}): Pressed => ({
  key: name,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

it('four letters are four verdicts, also while caps lock is on', () => {
  const verdicts = ['m', 'f', 'n', 'U'].map((one) => commandOf(key(one), false, true));
  expect(verdicts).toEqual(['met', 'failed', 'not-applicable', 'unsure'].map((verdict) => ({ does: 'rule', verdict })));
});

it('whoever writes a comment writes letters: only Escape and Ctrl with Enter mean something', () => {
  expect(commandOf(key('m'), true, true)).toBeNull();
  expect(commandOf(key('ArrowLeft'), true, true)).toBeNull();
  expect(commandOf(key('Escape'), true, true)).toEqual({ does: 'leave' });
  expect(commandOf(key('Enter', { ctrlKey: true }), true, true)).toEqual({ does: 'submit' });
  expect(commandOf(key('Enter', { metaKey: true }), true, true)).toEqual({ does: 'submit' });
});

it('the browser keeps its own: Ctrl with a letter, Enter, Tab and Space are none of ours', () => {
  for (const one of [key('f', { ctrlKey: true }), key('Enter'), key('Tab'), key(' '), key('n', { altKey: true })])
    expect(commandOf(one, false, true)).toBeNull();
});

it('turned off, letters mean nothing, and arrows and Ctrl with Enter still do', () => {
  expect(commandOf(key('m'), false, false)).toBeNull();
  expect(commandOf(key('?'), false, false)).toBeNull();
  expect(commandOf(key('ArrowRight', { shiftKey: true }), false, false)).toEqual({
    does: 'step',
    step: 'word-on',
    extend: true,
  });
  expect(commandOf(key('Enter', { ctrlKey: true }), false, false)).toEqual({ does: 'submit' });
});

it('every letter that is told does something, and every one that does something is told', () => {
  const told = keysOfDeciding.flatMap(({ keys }) => keys).filter((one) => one.length === 1 && /[a-z?]/.test(one));
  for (const one of told) expect([one, commandOf(key(one), false, true)]).not.toEqual([one, null]);
  const doing = 'abcdefghijklmnopqrstuvwxyz?'.split('').filter((one) => commandOf(key(one), false, true) !== null);
  expect(doing.toSorted()).toEqual(told.toSorted());
  const marking = keysOfMarking.flatMap(({ keys }) => keys);
  expect(told.filter((one) => !marking.includes(one))).toEqual(['a', 'b']);
});
