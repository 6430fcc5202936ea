// Where a name begins, by what stands around it: "my name is", "this is ... with", "Mr.", "speaking", greetings, thanks,
// and the answer to "your name, please?". A stated name needs little more; the others need a capital where the text has
// capitals, or the right words after them where it has none.
import { is, wordSet } from './lexicon.core.ts';
import type { Token, TokenTurn } from './tokens.core.ts';

/** A place where a name may begin. */
export interface NamePlace {
  readonly at: number;
  /** `stated`: the words say that it is a name. `likely`: they often do. `told`: they often do, even in small letters. */
  readonly how: 'stated' | 'told' | 'likely';
}

const notPersons =
  wordSet(`its movie film game song network computer company business street user product file site store brand pet hotel
  restaurant domain movie event plan city school trade screen`);
const kin =
  wordSet(`husband wife son daughter mother father mom mum dad brother sister friend manager colleague partner neighbor
  neighbour roommate supervisor coworker boyfriend girlfriend uncle aunt cousin agent landlord`);
const persons =
  wordSet(`person man woman guy lady gentleman girl somebody someone rep representative agent employee manager son daughter
  driver technician boy kid`);
const talks = wordSet(`speaking speak spoke spoken talking talk talked chatting chat connect connected meet`);
const introduces = new Set(['here', 'speaking', 'calling', 'again', 'from', 'with']);
const greetings = new Set(['hi', 'hello', 'hey', 'yeah', 'yes']);
const dayTimes = new Set(['morning', 'afternoon', 'evening', 'day']);
const pauses = wordSet(`uh um er ah , : - just actually again`);

// The words that placeAfter knows.
const heads = new Set([
  ...wordSet(`name name's names surname named this it's its i'm im hi hello hey dear thanks welcome sorry goodbye bye certainly
  regards sincerely cheers is i you good with to for`),
  ...kin,
]);

/** All places of a turn in order. */
export function namePlaces(turn: TokenTurn): NamePlace[] {
  const places: NamePlace[] = [];
  const add = (at: number, how: NamePlace['how']): void => {
    let start = at;
    while (start < at + 3 && pauses.has(turn.tokens[start]?.text ?? '')) start++;
    if (start < turn.tokens.length) places.push({ at: start, how });
  };
  turn.tokens.forEach((token, at) => {
    if ((token.flags & is.honorific) !== 0 || heads.has(token.text)) placeAfter(turn.tokens, at, token, add);
  });
  return places;
}

function placeAfter(
  tokens: readonly Token[],
  at: number,
  token: Token,
  add: (at: number, how: NamePlace['how']) => void,
): void {
  const text = (offset: number): string => tokens[at + offset]?.text ?? '';
  if (token.flags & is.honorific)
    return add(
      text(1) === '.' ? at + 2 : at + 1,
      token.text === 'miss' || token.text === 'doctor' || token.text === 'sir' ? 'likely' : 'stated',
    );
  switch (token.text) {
    case 'name':
    case "name's":
    case 'names':
    case 'surname':
      return placeAfterName(tokens, at, add);
    case 'named':
      if (persons.has(text(-1))) add(at + 1, 'likely');
      return;
    case 'this':
      if (text(1) === 'is') add(at + 2, 'likely');
      return;
    case "it's":
    case 'its':
      // "It's Batman" is seldom an introduction, "it's Dana calling" is.
      if (introduces.has(text(2)) || introduces.has(text(3))) add(at + 1, 'told');
      else if (greetings.has(text(-1)) || greetings.has(text(-2))) add(at + 1, 'likely');
      return;
    case "i'm":
    case 'im':
    case 'hi':
    case 'hello':
    case 'hey':
    case 'dear':
    case 'thanks':
    case 'welcome':
    case 'sorry':
    case 'goodbye':
    case 'bye':
    case 'certainly':
    case 'regards':
    case 'sincerely':
    case 'cheers':
      return add(at + 1, 'likely');
    case 'is':
      if (text(1) === 'this') add(at + 2, 'likely');
      return;
    case 'i':
    case 'you':
      if (token.text === 'i' ? text(1) === 'am' : text(-1) === 'thank')
        add(token.text === 'i' ? at + 2 : at + 1, 'likely');
      return;
    case 'good':
      if (dayTimes.has(text(1))) add(at + 2, 'likely');
      return;
    case 'with':
    case 'to':
      if (talks.has(text(-1)) || talks.has(text(-2))) add(at + 1, 'told');
      return;
    case 'for':
      if (text(-1) === 'ask' || text(-1) === 'asking') add(at + 1, 'likely');
      return;
    default:
      if (kin.has(token.text) && (text(-1) === 'my' || text(-1) === 'your' || text(-1) === 'our'))
        add(at + 1, 'likely');
  }
}

function placeAfterName(tokens: readonly Token[], at: number, add: (at: number, how: NamePlace['how']) => void): void {
  const text = (offset: number): string => tokens[at + offset]?.text ?? '';
  if (notPersons.has(text(-1).replace(/'s$/, ''))) return;
  if (text(0) === "name's" || text(1) === 'is' || text(1) === 'was' || text(1) === ':' || text(1) === '=')
    return add(at + (text(0) === "name's" ? 1 : 2), 'stated');
  // "It's under my name ...", "under the name ..."
  if ((text(-1) === 'my' || text(-1) === 'the') && text(-2) === 'under') return add(at + 1, 'stated');
  // "The name on the account is ...", "the name of the policy holder is ..."
  if (text(1) !== 'on' && text(1) !== 'of' && text(1) !== 'for') return;
  for (let ahead = 2; ahead <= 6; ahead++) {
    if (notPersons.has(text(ahead)) || tokens[at + ahead]?.kind !== 'word') return;
    if (text(ahead) === 'is') return add(at + ahead + 1, 'stated');
  }
}

const asksFor = wordSet(
  `what what's whats may can could have get give tell provide confirm verify share your spell who please need with`,
);

const ofNames = new Set(['on', 'under', 'it', 'this', 'that']);
const whoWords = wordSet(`who whom who's whos`);
const whose =
  wordSet(`your first last full middle maiden whose their his her and please customer account family legal given sur
  driver's spouse's person's tenant's cardholder's`);
const ofWhom =
  wordSet(`account policy card person patient customer insured tenant caller driver spouse primary cardholder member holder
  passenger guest party renter`);

/** The last token of a question for somebody's name, or -1: "may I have your first name, please?" */
export function nameQuestion(turn: TokenTurn): number {
  const { tokens } = turn;
  for (let at = tokens.length - 1; at >= 0 && at > tokens.length - 60; at--) {
    const { text } = tokens[at]!;
    if ((text === 'speaking' || text === 'talking') && hasBefore(tokens, at, 6, whoWords)) {
      return tokens[at + 1]?.text === 'with' || tokens[at + 1]?.text === 'to' ? at + 1 : at;
    }
    if ((text === 'name' || text === 'names' || text === 'surname') && asksForPerson(tokens, at)) return at;
  }
  return -1;
}

// "What's the name?" may ask for a film or a hotel; "your name", "the name on the account" ask for a person.
function asksForPerson(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.text ?? '';
  const next = tokens[at + 1]?.text;
  const ofPerson =
    (next === 'of' || next === 'on') && tokens.slice(at + 2, at + 6).some((token) => ofWhom.has(token.text));
  if (before === 'what' && next === 'is' && ofNames.has(tokens[at + 2]?.text ?? '')) return true;
  if (next === 'is' || (next === 'of' && !ofPerson)) return false;
  if (tokens[at]!.text === 'surname') return true;
  if (tokens.length <= 3) return before === '' || whose.has(before);
  return (
    (whose.has(before) || (before === 'the' && ofPerson)) && (before === 'your' || hasBefore(tokens, at, 7, asksFor))
  );
}

function hasBefore(tokens: readonly Token[], at: number, reach: number, words: ReadonlySet<string>): boolean {
  for (let back = 1; back <= reach; back++) if (words.has(tokens[at - back]?.text ?? '')) return true;
  return false;
}
