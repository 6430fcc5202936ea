// What a key means on the marking form. One list for what is done and for what is told, so that the two can't part.
import type { Verdict } from '../../standards/standard.core.ts';
import type { Step } from './chosen-words.core.ts';

export type Command =
  | { readonly does: 'rule'; readonly verdict: Verdict }
  | { readonly does: 'go'; readonly by: 1 | -1 }
  | { readonly does: 'step'; readonly step: Step; readonly extend: boolean }
  | { readonly does: 'side'; readonly side: 'A' | 'B' }
  | { readonly does: 'quote' | 'unquote' | 'turn' | 'comment' | 'explain' | 'keys' | 'skip' | 'leave' | 'submit' };

export interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const letters: Readonly<Record<string, Command>> = {
  a: { does: 'side', side: 'A' },
  b: { does: 'side', side: 'B' },
  m: { does: 'rule', verdict: 'met' },
  f: { does: 'rule', verdict: 'failed' },
  n: { does: 'rule', verdict: 'not-applicable' },
  u: { does: 'rule', verdict: 'unsure' },
  j: { does: 'go', by: 1 },
  k: { does: 'go', by: -1 },
  q: { does: 'quote' },
  t: { does: 'turn' },
  Backspace: { does: 'unquote' },
  c: { does: 'comment' },
  e: { does: 'explain' },
  s: { does: 'skip' },
  '?': { does: 'keys' },
  Escape: { does: 'leave' },
};
const steps: Readonly<Record<string, Step>> = {
  ArrowRight: 'word-on',
  ArrowLeft: 'word-back',
  ArrowDown: 'turn-on',
  ArrowUp: 'turn-back',
};

/**
 * What a pressed key asks for; null where it is none of ours.
 * @param writing the focus is where words are typed: then only what can be no word counts
 * @param single keys without Ctrl count
 */
export function commandOf(pressed: Pressed, writing: boolean, single: boolean): Command | null {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = pressed;
  if (altKey) return null;
  if (ctrlKey || metaKey) return key === 'Enter' ? { does: 'submit' } : null;
  if (writing) return key === 'Escape' ? { does: 'leave' } : null;
  const step = steps[key];
  if (step !== undefined) return { does: 'step', step, extend: shiftKey };
  const command = letters[key.length === 1 ? key.toLowerCase() : key] ?? null;
  return single || command === null || key.length > 1 ? command : null;
}

export interface KeyTold {
  readonly keys: readonly string[];
  readonly says: string;
}

const ofBoth: readonly KeyTold[] = [
  { keys: ['j', 'k'], says: 'The next standard, the one before' },
  { keys: ['↓', '↑'], says: 'Choose words: turn by turn' },
  { keys: ['→', '←'], says: 'Choose words: word by word' },
  { keys: ['Shift + arrow'], says: 'Choose more words' },
  { keys: ['t'], says: 'Choose the whole turn' },
  { keys: ['q'], says: 'Quote the chosen words for the standard in hand' },
  { keys: ['Backspace'], says: 'Take the last quote away' },
  { keys: ['e'], says: 'What the standard means, with examples' },
  { keys: ['s'], says: 'Skip this contact, with a reason' },
  { keys: ['Esc'], says: 'Close what is open; choose no words' },
  { keys: ['Ctrl + Enter'], says: 'Hand it in' },
  { keys: ['?'], says: 'Show these keys' },
];

/** The keys of whoever marks, each with what it does. */
export const keysOfMarking: readonly KeyTold[] = [
  { keys: ['m', 'f', 'n', 'u'], says: 'Met, missed, doesn’t apply, unsure; then on to the next standard' },
  { keys: ['c'], says: 'Write a comment' },
  ...ofBoth,
];

/** The keys of whoever decides between two. */
export const keysOfDeciding: readonly KeyTold[] = [
  { keys: ['a', 'b'], says: 'As A says, as B says: verdict and quotes' },
  { keys: ['m', 'f', 'n', 'u'], says: 'Met, missed, doesn’t apply, unsure' },
  { keys: ['c'], says: 'Write the reason' },
  ...ofBoth,
];
