// The organisation's own names, which are nobody's: its name, what else it is called, its sites. Said whole they stay; a word of one
// said alone is as much a person's name as any other.
import type { Claims } from './spans.core.ts';
import { readTurn } from './tokens.core.ts';

/** Words after which even a single word is the place that it names: "at Elm", "our Elm". */
const beforePlaces = new Set(['at', 'our']);

const read = new WeakMap<readonly string[], readonly (readonly string[])[]>();

/** Each name as its words, the longest first. */
function phrasesOf(names: readonly string[]): readonly (readonly string[])[] {
  const known = read.get(names);
  if (known) return known;
  const phrases = names
    .map((name) =>
      readTurn(name, null)
        .tokens.filter((token) => token.kind === 'word')
        .map((token) => token.text),
    )
    .filter((words) => words.length > 0)
    .toSorted((a, b) => b.length - a.length);
  read.set(names, phrases);
  return phrases;
}

/** Keeps what follows from taking the organisation's own names for persons'. */
export function keepOwnNames({ turns }: Claims, names: readonly string[]): void {
  const phrases = phrasesOf(names);
  if (phrases.length === 0) return;
  const begins = new Set(phrases.map((words) => words[0]!));
  for (const turn of turns) {
    const { tokens, taken } = turn;
    for (let at = 0; at < tokens.length; at += 1) {
      if (!begins.has(bare(tokens[at]!.text)) || taken[at]) continue;
      for (const words of phrases) {
        const last = endOf(tokens, at, words);
        if (last < 0 || (words.length === 1 && !beforePlaces.has(tokens[at - 1]?.text ?? ''))) continue;
        taken.fill(1, at, last + 1);
        at = last;
        break;
      }
    }
  }
}

type Tokens = Claims['turns'][number]['tokens'];

/** The token at which the words end that begin here, signs between them passed over; -1 where they don't stand here. */
function endOf(tokens: Tokens, from: number, words: readonly string[]): number {
  let at = from;
  for (let nth = 0; nth < words.length; nth += 1, at += 1) {
    while (nth > 0 && tokens[at]?.kind === 'punct') at += 1;
    const token = tokens[at];
    if (token?.kind !== 'word') return -1;
    const said = nth === words.length - 1 ? bare(token.text) : token.text;
    if (said !== words[nth]) return -1;
  }
  return at - 1;
}

function bare(text: string): string {
  return text.endsWith("'s") ? text.slice(0, -2) : text;
}
