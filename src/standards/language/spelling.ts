// One word as an author writes it: `word?`, `word~`, and pieces in brackets glued to letters, `call(ing|ed)?`.
import type { PhraseNode } from '../pack.core.ts';

const mostVariants = 64;
/** No language has longer words; what is heard of each grows with its letters. */
const longestWord = 100;

/** What is wrong in a phrase: `at` counts UTF-16 units from the start of the phrase. */
export class PhraseFault extends Error {
  readonly at: number;
  readonly write: string;
  constructor(at: number, what: string, write: string) {
    super(what);
    this.at = at;
    this.write = write;
  }
}

/** `word`, `word?`, `word~` as a node. @throws PhraseFault */
export function plainWord(chunk: string, at: number): PhraseNode {
  let text = chunk;
  const optional = text.endsWith('?');
  if (optional) text = text.slice(0, -1);
  const forms = text.endsWith('~');
  if (forms) text = text.slice(0, -1);
  const stray = /[~?<>{}]/.exec(text);
  if (stray)
    throw new PhraseFault(
      at + stray.index,
      `"${stray[0]}" can't stand here.`,
      'Write word? for a word that may be left out, word~ for any form of it, <money> for a value.',
    );
  if (text === '') throw new PhraseFault(at, 'There is no word before this mark.', 'Write word? or word~.');
  if (text.length > longestWord)
    throw new PhraseFault(at, `This word has ${text.length} letters.`, `Write words of at most ${longestWord}.`);
  const node: PhraseNode = forms ? { kind: 'forms', text } : { kind: 'word', text };
  return optional ? { kind: 'maybe', part: node } : node;
}

// `call(ing|ed)? us` glued to letters: every spelling, so that the pieces become ordinary words.
/** Every spelling of a word with brackets in it. @throws PhraseFault */
export function spellOut(chunk: string, at: number): string[] {
  const open = chunk.indexOf('(');
  if (open < 0) return [chunk];
  let depth = 0;
  let close = open;
  const cuts = [open];
  for (; close < chunk.length; close++) {
    if (chunk[close] === '(') depth++;
    else if (chunk[close] === ')' && --depth === 0) break;
    else if (chunk[close] === '|' && depth === 1) cuts.push(close);
  }
  cuts.push(close);
  const options = cuts.slice(1).map((cut, index) => chunk.slice(cuts[index]! + 1, cut));
  const optional = chunk[close + 1] === '?';
  if (optional) options.push('');
  const tails = spellOut(chunk.slice(close + (optional ? 2 : 1)), at);
  const all: string[] = [];
  for (const option of options) {
    for (const middle of spellOut(option, at)) for (const tail of tails) all.push(chunk.slice(0, open) + middle + tail);
  }
  if (all.length > mostVariants)
    throw new PhraseFault(
      at,
      `This word has ${all.length} spellings.`,
      `Write at most ${mostVariants}, or several phrases.`,
    );
  return all;
}
