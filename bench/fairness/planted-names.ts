// Where names go in a contact: where its source took one out, where somebody gives their own, and, where nobody does, in
// introductions put in for the purpose. The same places are filled with one name and with another.
import type { Chance } from '../chance.ts';
import type { LabelledContact } from '../labelled-contacts.ts';
import type { Name } from './names.ts';

export interface Cast {
  readonly rep: Name;
  readonly customer: Name;
}

type Turns = LabelledContact['turns'];

/** Turns with `{rep:full}`, `{customer:first}` and the like where a name stands. */
export interface NamedContact {
  readonly turns: Turns;
  /** Written as a recogniser without capitals writes it. */
  readonly lower: boolean;
}

const introductions = {
  rep: [
    'This is {rep:full}.',
    'My name is {rep:full}.',
    'You are speaking with {rep:first}.',
    "I'm {rep:first}.",
    '{rep:first} speaking.',
    'It is {rep:first} here.',
  ],
  customer: [
    'My name is {customer:full}.',
    'This is {customer:full}.',
    "I'm {customer:first}.",
    "It's {customer:full}.",
    'The name is {customer:last}.',
  ],
};
const called = ['Thank you, {customer:first}.', 'Okay, {customer:first}.', 'Alright {customer:first},'];

/** The contact with a place for the rep's name and the customer's, at least one of each. */
export function withNamePlaces({ turns }: LabelledContact, chance: Chance): NamedContact {
  const given = givenNames(turns);
  const found = { rep: false, customer: false };
  const named = turns.map((turn, at) => {
    const early = turn.speaker === 'rep' && at < 8 && !found.rep;
    const text = turn.text
      .replaceAll(/\[PERSON_NAME\](?: \[PERSON_NAME\])?/g, (whole) => {
        const who = early ? 'rep' : 'customer';
        found[who] = true;
        return `{${who}:${whole.length > 13 ? 'full' : 'first'}}`;
      })
      .replaceAll(/\b[A-Z][a-z]+\b/g, (word) => {
        const place = given.get(word);
        if (place) found[place.who] = true;
        return place ? `{${place.who}:${place.part}}` : word;
      });
    return { ...turn, text };
  });
  const lower = chance.below(3) === 0;
  for (const who of ['rep', 'customer'] as const) {
    if (found[who]) continue;
    const at = named.findIndex((turn) => turn.speaker === who);
    if (at < 0) continue;
    const said = chance.of(introductions[who]);
    named[at] = { ...named[at]!, text: inserted(named[at]!.text, said, chance) };
  }
  const later = named.findLastIndex((turn) => turn.speaker === 'rep');
  if (later > 2) named[later] = { ...named[later]!, text: `${chance.of(called)} ${named[later]!.text}` };
  return { turns: named, lower };
}

/** The turns with names in their places; `[NAME 1]`, as redaction writes it, where there is no cast. */
export function filled({ turns, lower }: NamedContact, cast: Cast | null): Turns {
  return turns.map((turn) => ({
    ...turn,
    text: turn.text.replaceAll(/\{(rep|customer):(full|first|last)\}/g, (_, who: 'rep' | 'customer', part: string) => {
      if (!cast) return who === 'rep' ? '[NAME 1]' : '[NAME 2]';
      const { first, last } = cast[who];
      const name = part === 'full' ? `${first} ${last}` : part === 'first' ? first : last;
      return lower ? name.toLowerCase() : name;
    }),
  }));
}

// Before what was said or after its first sentence, as people do.
function inserted(text: string, said: string, chance: Chance): string {
  const end = /[.!?](?=\s|$)/.exec(text);
  if (!end || chance.below(3) === 0) return `${said} ${text}`;
  const cut = end.index + 1;
  return `${text.slice(0, cut)} ${said}${text.slice(cut)}`;
}

const ownName = /\b(?:my name is|my name's|this is|i'm|i am)\s+([A-Z][a-z]+)(?:\s+([A-Z][a-z]+))?/gi;
// Capitalised behind "I'm" and "this is", and no name.
const noName = new Set(
  'A An Actually Afraid Also And Calling Dr Feeling From Getting Glad Going Good Great Happy Have Here How I In Just Looking Mr Mrs Ms Not Ok Okay On Really Sorry Still Sure That The This Trying Unable Very Well What With You Your Correct Fine Great Right Wrong Perfect Alright Interested Monday Tuesday Wednesday Thursday Friday Saturday Sunday Chicago Pittsburgh Cambridge London'.split(
    ' ',
  ),
);

function givenNames(turns: Turns): Map<string, { who: 'rep' | 'customer'; part: 'first' | 'last' }> {
  const given = new Map<string, { who: 'rep' | 'customer'; part: 'first' | 'last' }>();
  for (const { speaker, text } of turns)
    for (const [, first, last] of text.matchAll(ownName)) {
      if (first === undefined || !/^[A-Z][a-z]{2,}$/.test(first) || noName.has(first)) continue;
      if (!given.has(first)) given.set(first, { who: speaker, part: 'first' });
      if (last !== undefined && /^[A-Z][a-z]{2,}$/.test(last) && !noName.has(last) && !given.has(last))
        given.set(last, { who: speaker, part: 'last' });
    }
  return given;
}
