// What would make a written rule or a step plainer: the words that it is about, and what to write in their place. Advice, not a
// score; what it doesn't see is not thereby clear.
import { unclearLinks } from './links.core.ts';
import { mustsWithoutActor } from './musts.core.ts';
import { readingGrade, sentencesOf, wordsIn } from './reading-grade.core.ts';

export type AdviceKind =
  | 'must-without-actor'
  | 'as-usual'
  | 'see-somebody'
  | 'vague-end'
  | 'undefined-term'
  | 'dead-link'
  | 'too-long'
  | 'hard-to-read';

/** Words of a part, and what to do about them. */
export interface Advice {
  /** The part's id. */
  readonly part: string;
  readonly kind: AdviceKind;
  /** Where the words stand in the part's text. */
  readonly from: number;
  readonly to: number;
  readonly words: string;
  /** What to write instead. */
  readonly instead: string;
}

export interface WrittenPart {
  readonly id: string;
  readonly text: string;
  /** Who does it, where the part names one in a field of its own. */
  readonly actor?: string;
}

export interface ToAdvise {
  readonly parts: readonly WrittenPart[];
  /** Words and abbreviations that readers know or that are defined elsewhere. */
  readonly terms?: readonly string[];
  /** Documents that there are, as `policy/ID` and `procedure/ID`; absent: not known, and links to them are left alone. */
  readonly documents?: ReadonlySet<string>;
  /** What those are called who may be told to do something, beside the usual words. */
  readonly actors?: readonly string[];
}

/** What stands without a place yet: what a part is told of it. */
export type Found = Omit<Advice, 'part'>;

/** A sentence of more words is hard to hold in mind. */
const longestSentence = 30;
/** A part of more words is several. */
const longestPart = 80;
/** Beyond the end of school. Of fewer words the grade says little. */
const highestGrade = 12;
const fewestForGrade = 30;

const asUsual =
  /\b(?:as (?:usual|always|before|appropriate|needed|necessary|required|applicable)|(?:in )?the (?:usual|normal|regular) (?:way|manner|procedure|process)|(?:where|when|if) (?:appropriate|applicable)|in a timely (?:manner|fashion)|as soon as possible|asap|use (?:your )?(?:common sense|own judge?ment|best judge?ment|judge?ment|discretion)|you know (?:how|what)|like we always (?:do|did))\b/giu;
const vagueEnd = /\b(?:etc\.?|et cetera|and so (?:on|forth)|and the like|and others\b(?! who))(?=\W|$)|…|\.{3,}/giu;
/** Whoever is meant by a name leaves one day; so does what only they know. */
const seeSomebody =
  /\b(?:[Ss]ee|[Aa]sk|[Cc]heck with|(?:[Ss]peak|[Tt]alk) (?:to|with)|[Gg]o to|[Rr]ing|[Pp]hone|[Ee]-?mail|[Tt]ext)\s+((?:Mr|Mrs|Ms|Dr)\.?\s+)?(\p{Lu}\p{Ll}+)(?:\s+\p{Lu}\p{Ll}+)?/gu;
const noName = new Set(
  'Section Clause Step Policy Procedure Appendix Table Page Chapter Form Part Annex Note Figure Guide Manual Handbook The Your Our Their Them Him Her Us Me You Customers Customer Somebody Someone Manager Owner Supervisor Monday Tuesday Wednesday Thursday Friday Saturday Sunday Human Head District Regional Whoever Whether What When Where Who Why How If For Again'.split(
    ' ',
  ),
);
const abbreviation = /(?<![\p{L}\p{N}.])\p{Lu}{2,6}(?![\p{L}\p{N}])/gu;
const known = new Set(
  'OK ID PIN AM PM TV US USA UK EU USD EUR GBP PDF FAQ HR IT CEO ATM SMS URL GPS VIP DIY RV ZIP CCTV WC AC DC NOT AND OR NO NEVER ALWAYS ONLY MUST DO ALL'.split(
    ' ',
  ),
);

/** All advice, part by part, in the order of its words. */
export function adviseOn({ parts, terms = [], documents, actors = [] }: ToAdvise): Advice[] {
  const ids = new Set(parts.map((part) => part.id));
  const defined = new Set([...known, ...terms, ...definedIn(parts)]);
  return parts.flatMap(({ id, text, actor }) =>
    [
      ...(actor === undefined || actor.trim() === '' ? mustsWithoutActor(text, actors) : []),
      ...said(
        text,
        asUsual,
        'as-usual',
        'Say what is to be done, by when, and in which case: a new colleague has no “usual”.',
      ),
      ...somebody(text, new Set([...noName, ...actors, ...terms])),
      ...said(text, vagueEnd, 'vague-end', 'Name the rest, or say which things belong to it and which don’t.'),
      ...undefinedTerms(text, defined),
      ...unclearLinks(text, ids, documents),
      ...tooLong(text),
      ...tooHard(text),
    ]
      .toSorted((one, other) => one.from - other.from || one.to - other.to)
      .map((found) => ({ part: id, ...found })),
  );
}

function said(text: string, pattern: RegExp, kind: AdviceKind, instead: string): Found[] {
  return [...text.matchAll(pattern)].map(({ 0: words, index }) => ({
    kind,
    from: index,
    to: index + words.length,
    words,
    instead,
  }));
}

function somebody(text: string, noNames: ReadonlySet<string>): Found[] {
  return [...text.matchAll(seeSomebody)].flatMap(({ 0: words, 2: name = '', index }) =>
    noNames.has(name)
      ? []
      : [
          {
            kind: 'see-somebody' as const,
            from: index,
            to: index + words.length,
            words,
            instead: 'Write down what they would answer, or name the role that is asked and how it is reached.',
          },
        ],
  );
}

/** Abbreviations that some part spells out: `proof of insurance (POI)` or `POI (proof of insurance)`. */
function definedIn(parts: readonly WrittenPart[]): string[] {
  return parts.flatMap(({ text }) =>
    [...text.matchAll(/\((\p{Lu}{2,6})\)|(?<!\p{L})(\p{Lu}{2,6})\s{1,9}\([^()]{4,200}\)/gu)].map(
      ([, one, other]) => one ?? other!,
    ),
  );
}

function undefinedTerms(text: string, defined: ReadonlySet<string>): Found[] {
  // Words that are shouted are no abbreviations.
  if (text === text.toUpperCase()) return [];
  return [...text.matchAll(abbreviation)].flatMap(({ 0: words, index }) =>
    defined.has(words)
      ? []
      : [
          {
            kind: 'undefined-term' as const,
            from: index,
            to: index + words.length,
            words,
            instead: `Spell ${words} out where it is first used, with the short form in brackets.`,
          },
        ],
  );
}

function tooLong(text: string): Found[] {
  const all = wordsIn(text).length;
  const whole: Found[] =
    all > longestPart
      ? [
          {
            kind: 'too-long',
            from: 0,
            to: text.length,
            words: text,
            instead: `These are ${all} words. Part it: one act in each.`,
          },
        ]
      : [];
  const sentences = sentencesOf(text).flatMap(({ from, to, text: words }): Found[] => {
    const count = wordsIn(words).length;
    return count > longestSentence
      ? [
          {
            kind: 'too-long',
            from,
            to,
            words,
            instead: `This sentence has ${count} words. Make two or three of it, with the act first.`,
          },
        ]
      : [];
  });
  return [...whole, ...sentences];
}

function tooHard(text: string): Found[] {
  const read = readingGrade(text);
  if (!read || read.words < fewestForGrade || read.grade <= highestGrade) return [];
  return [
    {
      kind: 'hard-to-read',
      from: 0,
      to: text.length,
      words: text,
      instead: `It reads like grade ${Math.round(read.grade)} of school. Shorter sentences and everyday words bring it down.`,
    },
  ];
}
