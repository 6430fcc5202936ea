// Full names with nothing around them that says so: "Tell Xiuying Zhao too". Where a text has both small words and
// capitals, two capitals in a row on words that aren't ordinary are a person, unless what stands beside them makes them
// a place or a business.
import { is, knownWord, wordSet } from './lexicon.core.ts';
import { hardWords, mostParts } from './name-shapes.core.ts';
import type { Token, TokenTurn } from './tokens.core.ts';

const placeKinds = is.organisation | is.street | is.weakStreet;
const notNames = is.ordinary | is.vocabulary | is.month | is.ordinal | is.honorific | placeKinds;
const placeBefore = wordSet(`in at near on around outside visit through via inside within city town
  the a an my your our his her their this that another new used`);
const placeHeads = wordSet(`san santa los las el saint st fort port mount lake cape north south east west
  new grand royal captain king queen la le venue`);
const places = wordSet(
  'site store location branch facility city town where shop hotel restaurant product brand company business movie film',
);

/** First and last token of each name that two capitals tell. */
export function namesByCapitals(turn: TokenTurn): [number, number][] {
  return turn.cased ? runsOf(turn) : [];
}

/** The whole of a form's answer that is nothing but a full name, unless the question asks for a place or a thing. */
export function bareNames(turn: TokenTurn, question: TokenTurn | undefined): [number, number][] {
  if (turn.cased || turn.words < 2 || turn.words > mostParts || !question) return [];
  if (question.tokens.some((token) => places.has(token.text))) return [];
  const runs = runsOf(turn);
  const [run] = runs;
  const words = run ? turn.tokens.slice(run[0], run[1] + 1).filter((token) => token.kind === 'word').length : 0;
  return words === turn.words ? runs : [];
}

function runsOf(turn: TokenTurn): [number, number][] {
  const runs: [number, number][] = [];
  for (let at = 0; at < turn.tokens.length; at++) {
    if (!isPart(turn, at)) continue;
    const last = runEnd(turn, at);
    if (last > at && !isPlace(turn, at, last)) runs.push([at, last]);
    at = last;
  }
  return runs;
}

function runEnd(turn: TokenTurn, at: number): number {
  let last = at;
  for (let parts = 1; parts < mostParts + 2; parts++) {
    const next = nextPart(turn, last);
    if (next < 0) break;
    last = next;
  }
  return last;
}

// The next word of the name: at once, after a hyphen, an initial with its stop, or "van der".
function nextPart(turn: TokenTurn, last: number): number {
  const { tokens } = turn;
  let at = last + 1;
  const sign = tokens[at];
  if (sign?.text === '-' && sign.from === tokens[last]!.to && tokens[at + 1]?.from === sign.to) at++;
  else if (
    tokens[at]?.kind === 'word' &&
    tokens[at]!.text.length === 1 &&
    tokens[at]!.capital &&
    tokens[at]!.text !== 'i'
  )
    at += tokens[at + 1]?.text === '.' ? 2 : 1;
  for (let skip = 0; skip < 2 && ((tokens[at]?.flags ?? 0) & is.particle) !== 0 && tokens[at]!.text !== 'y'; skip++)
    at++;
  return isPart(turn, at) && !tokens[at]!.opens ? at : -1;
}

function isPart(turn: TokenTurn, at: number): boolean {
  const token = turn.tokens[at];
  if (!token || token.kind !== 'word' || !token.capital || turn.taken[at] || token.text.length < 2) return false;
  // An ending ("-ing") only tells of words we don't know, and a capital inside a sentence tells more.
  const flags = token.opens || knownWord(token.text) ? token.flags : token.flags & ~is.vocabulary;
  if ((flags & notNames) !== 0 || hardWords.has(token.text)) return false;
  // "HBO", "RV": short forms.
  const raw = turn.text.slice(token.from, token.to);
  return raw !== raw.toUpperCase();
}

function isPlace(turn: TokenTurn, first: number, last: number): boolean {
  const { tokens } = turn;
  if (placeHeads.has(tokens[first]!.text)) return true;
  const before = tokens[first - 1];
  const next = tokens[last + 1];
  // Nobody is "my Honda Civic" or "2015 Honda Civic".
  if (before && (placeBefore.has(before.text) || before.kind === 'number')) return true;
  if (((next?.flags ?? 0) & is.organisation) !== 0) return true;
  if (tokens[last]!.text.length < 3) return true;
  // "Corner of Ermine Valley Road", "Palo Alto Self Storage", "Cafe Santa Clara": part of a longer title.
  if (isTitle(before) || isTitle(next) || next?.text === '&' || before?.text === '&' || next?.text === "'s")
    return true;
  const state = tokens[last + 2];
  return next?.text === ',' && state?.kind === 'word' && state.text.length === 2 && state.capital;
}

function isTitle(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || !token.capital || token.opens || token.text === 'i') return false;
  return (token.flags & placeKinds) !== 0 || (token.flags & (is.ordinary | is.vocabulary)) !== 0;
}
