// One thing about the people in a contact changed, and nothing of what was said: what a marker must say the same of. A lean set of
// what the bench of fairness swaps, for what an organisation's own reviews taught.
import type { Turn } from '../../standards/encounter.core.ts';

type Rule = readonly [pattern: RegExp, by: (found: string) => string];

export interface Swap {
  readonly what: string;
  /** The turns changed; null where there is nothing to change. */
  readonly of: (turns: readonly Turn[], nth: number) => readonly Turn[] | null;
}

const word = (text: string): RegExp => new RegExp(`(?<![\\w'’])(?:${text})(?![\\w'’])`, 'gi');
const rules = (...pairs: readonly (readonly [string, string])[]): Rule[] =>
  pairs.map(([from, to]) => [word(from), (found) => cased(found, to)]);

const names =
  'Lakisha Jamal Kwame Akosua Mohammed Fatima Xiaoming Priya Siobhan Guadalupe Oluwaseun Nguyen Zofia Tane'.split(' ');
const towns = 'Lagos Hyderabad Guadalajara Reykjavik Nairobi Yokohama Aberystwyth Peshawar Dakar Whangarei'.split(' ');
const townsSaid = word('Chicago|Boston|Seattle|Denver|Dallas|Houston|Austin|Miami|Atlanta|London|San Diego|New York');

/** Every swap, in the order in which it is told. */
export const swaps: readonly Swap[] = [
  {
    what: 'names',
    of: (turns, nth) => changed(turns, [[/\[NAME \d+\]/g, () => names[nth % names.length]!]]) ?? greeted(turns, nth),
  },
  { what: 'pronouns: he, she', of: pronouns(['she', 'her', 'her', 'herself'], ['he', 'him', 'his', 'himself']) },
  {
    what: 'pronouns: they',
    of: pronouns(['they', 'them', 'their', 'themselves'], ['they', 'them', 'their', 'themselves']),
  },
  { what: 'forms of address', of: addressed },
  { what: 'places', of: placed },
  {
    what: 'spelling: British for American',
    of: by(
      rules(
        ['color', 'colour'],
        ['favorite', 'favourite'],
        ['center', 'centre'],
        ['apologize', 'apologise'],
        ['organize', 'organise'],
        ['canceled', 'cancelled'],
        ['neighbor', 'neighbour'],
        ['check', 'cheque'],
        ['apartment', 'flat'],
        ['elevator', 'lift'],
        ['mom', 'mum'],
        ['yes', 'aye'],
      ),
    ),
  },
  {
    what: 'dialect: African American English',
    of: by([
      ...rules(
        ['going to', 'gonna'],
        ["isn't", "ain't"],
        ["aren't", "ain't"],
        ["haven't", "ain't"],
        ["doesn't", "don't"],
        ['you all', "y'all"],
        ['you guys', "y'all"],
      ),
      [/\b(look|try|call|get|do|have|mak|ask|think|com|talk|say)ing\b/gi, (found) => `${found.slice(0, -1)}'`],
    ]),
  },
  {
    what: 'dialect: Southern',
    of: by([
      ...rules(
        ['you guys', "y'all"],
        ['going to', "fixin' to"],
        ['very', 'mighty'],
        ['I think', 'I reckon'],
        ["isn't", "ain't"],
      ),
      [/\b(look|try|call|get|do|have|mak|ask|think|com|talk|say)ing\b/gi, (found) => `${found.slice(0, -1)}'`],
    ]),
  },
  {
    what: 'dialect: Scottish',
    of: by(
      rules(
        ["don't", 'dinnae'],
        ["can't", 'cannae'],
        ['cannot', 'cannae'],
        ["doesn't", 'doesnae'],
        ["wouldn't", 'wouldnae'],
        ["couldn't", 'couldnae'],
        ["isn't", 'isnae'],
        ['yes', 'aye'],
        ['yeah', 'aye'],
        ['little', 'wee'],
        ['small', 'wee'],
        ['know', 'ken'],
      ),
    ),
  },
];

function by(some: readonly Rule[]): Swap['of'] {
  return (turns) => changed(turns, some);
}

function changed(turns: readonly Turn[], some: readonly Rule[]): readonly Turn[] | null {
  let touched = false;
  const after = turns.map((turn) => {
    let { text } = turn;
    for (const [pattern, to] of some) text = text.replace(pattern, (found: string) => to(found));
    touched ||= text !== turn.text;
    return text === turn.text ? turn : withText(turn, text);
  });
  return touched ? after : null;
}

// What stood at places of the old text stands there no longer.
function withText({ unclear: _unclear, pauses: _pauses, ...turn }: Turn, text: string): Turn {
  return { ...turn, text };
}

function pronouns(fromHe: readonly string[], fromShe: readonly string[]): Swap['of'] {
  const forms = ['he', 'him', 'his', 'himself', 'she', 'her', 'hers', 'herself'];
  const to = [...fromHe, fromShe[0]!, fromShe[1]!, fromShe[2]!, fromShe[3]!];
  const all = word(forms.join('|'));
  const swapped: Rule[] = [[all, (found) => cased(found, to[forms.indexOf(found.toLowerCase())]!)]];
  return (turns) => changed(turns, swapped);
}

const saidTo = /(?<![\w'’])(sir|ma['’]?am|madam|mister|mr\.?|mrs\.?|ms\.?)(?![\w'’])/gi;

// The rep's first sentence gains a form of address where none is said.
function addressed(turns: readonly Turn[], nth: number): readonly Turn[] | null {
  const forms = ["ma'am", 'sir', 'miss', 'mx'];
  const own = changed(turns, [[saidTo, (found) => cased(found, forms[nth % forms.length]!)]]);
  if (own) return own;
  const first = turns.findIndex((turn) => turn.speaker === 'rep' && /[.!?]/.test(turn.text));
  if (first < 0) return null;
  return turns.map((turn, at) =>
    at === first ? withText(turn, turn.text.replace(/(?=[.!?])/, `, ${forms[nth % forms.length]!}`)) : turn,
  );
}

function placed(turns: readonly Turn[], nth: number): readonly Turn[] | null {
  const town = towns[nth % towns.length]!;
  const own = changed(turns, [[townsSaid, () => town]]);
  if (own) return own;
  return added(turns, 'customer', `I am calling from ${town}.`);
}

function greeted(turns: readonly Turn[], nth: number): readonly Turn[] | null {
  return added(turns, 'customer', `This is ${names[nth % names.length]!}.`);
}

// Behind the first turn of that speaker but one, or the only one.
function added(turns: readonly Turn[], speaker: Turn['speaker'], sentence: string): readonly Turn[] | null {
  const own = turns.flatMap((turn, at) => (turn.speaker === speaker ? [at] : []));
  const at = own[Math.min(1, own.length - 1)];
  if (at === undefined) return null;
  return turns.map((turn, index) => (index === at ? withText(turn, `${turn.text} ${sentence}`) : turn));
}

function cased(found: string, to: string): string {
  return /^\p{Lu}/u.test(found) ? to[0]!.toUpperCase() + to.slice(1) : to;
}
