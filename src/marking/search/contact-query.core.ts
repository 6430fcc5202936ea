// What contacts can be asked for, and how that is put to the tags that each is found by.
import type { Day } from '../../kernel/moment.ts';

/** All that is named must hold; a standard without a verdict is asked for as failed. */
export interface ContactQuery {
  /** Several words: all of them; "in quotes": next to each other; -word: not that; begin*: whatever begins so. */
  readonly words?: string | undefined;
  readonly standard?: string | undefined;
  readonly verdict?: 'met' | 'failed' | 'unsure' | undefined;
  readonly site?: string | undefined;
  readonly person?: string | undefined;
  readonly channel?: string | undefined;
  readonly outcome?: string | undefined;
  readonly kind?: string | undefined;
  /** First and last day, by the clock of the site. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

/** The tags that a contact must have. */
export function tagsAsked(query: ContactQuery): string[] {
  const { standard, verdict, site, person, channel, outcome, kind } = query;
  const told: [string, string | undefined][] = [
    ['s', site],
    ['p', person],
    ['c', channel],
    ['u', outcome],
    ['k', kind],
  ];
  return [
    ...told.flatMap(([letter, value]) => (value === undefined ? [] : [`${letter}:${value}`])),
    ...(standard === undefined ? [] : [`${verdict ?? 'failed'}:${standard}`]),
    ...(standard === undefined && verdict !== undefined ? [verdict] : []),
  ];
}

export interface WordAsked {
  /** Several where they must stand next to each other. */
  readonly text: string;
  readonly not: boolean;
  readonly begins: boolean;
}

/** The words of a search, 12 at most, so that no question takes for ever. */
export function wordsAsked(text: string): WordAsked[] {
  return [...text.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)]
    .map(([, minus, phrase, word]) => {
      const bare = phrase ?? word ?? '';
      const begins = phrase === undefined && /^[\p{L}\p{N}]{2,}\*$/u.test(bare);
      return { text: begins ? bare.slice(0, -1) : bare, not: minus === '-', begins };
    })
    .filter((one) => /[\p{L}\p{N}]/u.test(one.text))
    .slice(0, 12);
}

export interface Place {
  readonly turn: number;
  readonly from: number;
  readonly to: number;
}

const wordBefore = /[\p{L}\p{N}]$/u;

/**
 * What finds the first place of some turns that a search would light: whole words, whatever their letter case. Null where
 * nothing is searched for. Made once for all contacts of a page.
 */
export function placeFinder(asked: readonly WordAsked[]): ((texts: readonly string[]) => Place | null) | null {
  const shown = asked.filter((one) => !one.not);
  if (shown.length === 0) return null;
  // What stands before is looked at once a word is found: asked of every place, it takes most of the time.
  const words = new RegExp(`(?:${shown.map((word) => patternOf(word)).join('|')})`, 'giu');
  return (texts) => {
    for (const [turn, text] of texts.entries()) {
      words.lastIndex = 0;
      for (let hit = words.exec(text); hit; hit = words.exec(text)) {
        const from = hit.index;
        if (!wordBefore.test(text.slice(Math.max(0, from - 2), from))) return { turn, from, to: from + hit[0].length };
        // A whole letter on: from inside of one it would be found again and again.
        words.lastIndex = from + (text.codePointAt(from)! > 0xffff ? 2 : 1);
      }
    }
    return null;
  };
}

function patternOf({ text, begins }: WordAsked): string {
  const parts = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return parts.join(String.raw`[^\p{L}\p{N}]+`) + (begins ? String.raw`[\p{L}\p{N}]*` : String.raw`(?![\p{L}\p{N}])`);
}
