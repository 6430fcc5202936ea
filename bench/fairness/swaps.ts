// The swaps: each takes a contact and gives it twice, as it is and with one thing about the people in it changed. What was said,
// asked, promised or refused is the same on both sides.
import { Chance } from '../chance.ts';
import type { LabelledContact } from '../labelled-contacts.ts';
import { dialects } from './dialects.ts';
import { madeUpName, nameOfOrigin, type Name, referenceName, wordName } from './names.ts';
import { placed, placePattern, places } from './places.ts';
import { filled, withNamePlaces } from './planted-names.ts';
import {
  americanSpelling,
  britishSpelling,
  britishWords,
  currencies,
  otherPronoun,
  rewritten,
  type Rule,
  theyPronoun,
} from './rewrites.ts';

type Turns = LabelledContact['turns'];

export interface Pair {
  readonly before: Turns;
  readonly after: Turns;
}

export interface Swap {
  readonly what: string;
  /** Null where the contact has nothing to swap. */
  readonly of: (contact: LabelledContact, chance: Chance) => Pair | null;
}

/** Every kind of swap, in the order of the table. */
export const swaps: readonly Swap[] = [
  { what: 'names of many origins', of: names(nameOfOrigin) },
  { what: 'made-up names', of: names(madeUpName) },
  { what: 'names that are everyday words', of: names(wordName) },
  { what: 'names caught by redaction or missed', of: caught },
  {
    what: 'pronouns: he, she',
    of: withSecondTurn(otherPronoun),
  },
  {
    what: 'pronouns: they',
    of: withSecondTurn(theyPronoun),
  },
  { what: "forms of address: sir, ma'am, Mx", of: address },
  { what: 'places', of: place },
  { what: 'spelling: British, American, Indian', of: spelling },
  { what: 'words: British for American', of: everywhere(britishWords) },
  { what: 'currency', of: everywhere(currencies) },
  ...Object.entries(dialects).map(([what, rules]): Swap => ({ what: `dialect: ${what}`, of: everywhere(rules) })),
];

function names(other: (chance: Chance) => Name): Swap['of'] {
  return (contact, chance) => {
    const named = withNamePlaces(contact, chance);
    const before = { rep: referenceName(chance), customer: referenceName(chance) };
    return { before: filled(named, before), after: filled(named, { rep: other(chance), customer: other(chance) }) };
  };
}

function caught(contact: LabelledContact, chance: Chance): Pair {
  const named = withNamePlaces(contact, chance);
  const cast = { rep: nameOfOrigin(chance), customer: nameOfOrigin(chance) };
  return { before: filled(named, cast), after: filled(named, null) };
}

function everywhere(rules: readonly Rule[]): Swap['of'] {
  return ({ turns }, chance) => changed(turns, rules, chance.below(6));
}

function changed(before: Turns, rules: readonly Rule[], nth: number): Pair | null {
  let touched = false;
  const after = before.map((turn) => {
    const text = rewritten(turn.text, rules, nth);
    touched ||= text !== turn.text;
    return text === turn.text ? turn : { ...turn, text };
  });
  return touched ? { before, after } : null;
}

const spokenOf = [
  'My husband asked me about it and he is not sure.',
  'My daughter looked at it and she likes it.',
  'It is for my brother, he moves in May.',
  'My wife told me about it, she was here before.',
  'He can come by himself.',
  'Her name is on it too.',
  'I will ask her first.',
  'My son drove me, he waits outside.',
];

// Where nobody is spoken of, the customer's second turn gains a sentence, on both sides.
function withSecondTurn(rules: readonly Rule[]): Swap['of'] {
  return ({ turns }, chance) => {
    const own = changed(turns, rules, 0);
    if (own) return own;
    const said = added(turns, 'customer', chance.of(spokenOf));
    return said && changed(said, rules, 0);
  };
}

// Behind the last turn but one of that speaker, or the only one.
function added(turns: Turns, speaker: 'rep' | 'customer', sentence: string): Turns | null {
  const own = turns.flatMap((turn, at) => (turn.speaker === speaker ? [at] : []));
  const at = own[Math.min(1, own.length - 1)];
  if (at === undefined) return null;
  return turns.map((turn, index) => (index === at ? { ...turn, text: `${turn.text} ${sentence}` } : turn));
}

const addresses: readonly (readonly [string, string])[] = [
  ['sir', 'Mr.'],
  ["ma'am", 'Mrs.'],
  ['miss', 'Ms.'],
  ['mx', 'Mx.'],
  ['madam', 'Dr.'],
];
const spoken = /(?<![\w'’])(sir|ma['’]?am|madam|mister)(?![\w'’])|(?<![\w'’])(mr|mrs|ms|mx)(?:\.|(?= ))/gi;

// The rep's first sentence gains a form of address where none is said by anybody.
function address({ turns }: LabelledContact, chance: Chance): Pair | null {
  const first = turns.findIndex((turn) => turn.speaker === 'rep');
  if (first < 0) return null;
  const has = turns.some((turn) => turn.text.search(spoken) >= 0);
  const before = has ? turns : turns.map((turn, at) => (at === first ? { ...turn, text: addressed(turn.text) } : turn));
  const [plain, title] = addresses[1 + chance.below(addresses.length - 1)]!;
  const after = before.map((turn) => ({
    ...turn,
    text: turn.text.replaceAll(spoken, (whole: string, one: string | undefined) => cased(whole, one ? plain : title)),
  }));
  return { before, after };
}

function addressed(text: string): string {
  const end = /[.!?](?=\s|$)/.exec(text);
  return end ? `${text.slice(0, end.index)}, sir${text.slice(end.index)}` : `${text}, sir`;
}

function cased(whole: string, word: string): string {
  return /^[A-Z]/.test(whole) ? word[0]!.toUpperCase() + word.slice(1) : word.toLowerCase();
}

function place({ turns }: LabelledContact, chance: Chance): Pair | null {
  const customer = added(turns, 'customer', chance.of(placed.customer));
  const template = customer && (added(customer, 'rep', chance.of(placed.rep)) ?? customer);
  if (!template) return null;
  const to = new Map<string, string>();
  const put = chance.of(places);
  return {
    before: template.map((turn) => ({ ...turn, text: turn.text.replaceAll('{place}', 'Springfield') })),
    after: template.map((turn) => ({
      ...turn,
      text: turn.text.replaceAll('{place}', put).replaceAll(placePattern, (found) => {
        const key = found.toLowerCase();
        if (!to.has(key)) to.set(key, chance.of(places));
        return /^[a-z]/.test(found) ? to.get(key)!.toLowerCase() : to.get(key)!;
      }),
    })),
  };
}

function spelling({ turns }: LabelledContact): Pair | null {
  return changed(turns, britishSpelling, 0) ?? changed(turns, americanSpelling, 0);
}
