// Names that are also everyday words ("Will", "Grace", "Do"): told by two people. One gives the word as theirs ("I'm Will") and
// somebody else calls them by it ("Okay, Will."). Neither would do alone: "I'm done", "okay, so".
import { is, wordSet } from './lexicon.core.ts';
import { mostParts, unlikely } from './name-shapes.core.ts';
import type { Token, TokenTurn } from './tokens.core.ts';

const openers =
  wordSet(`okay ok alright right thanks hi hello hey dear sorry sure great perfect certainly absolutely yes yeah no well bye
  goodbye welcome course morning afternoon evening understood wonderful excellent lovely cheers mr mrs ms miss mister`);
const introduced = wordSet(`i'm im it's its name's`);
const isAfter = wordSet('name this it');
const talks = wordSet('speaking talking');
const closers = wordSet('speaking here calling');

interface Saying {
  readonly turn: number;
  readonly at: number;
}

/** Hands every name that two people tell to `take`, as a turn and its first and last token, wherever somebody is called by it. */
export function namesOfTwo(
  turns: readonly TokenTurn[],
  take: (turn: number, first: number, last: number) => void,
): void {
  const given = sayings(turns, isGiven);
  if (given.size === 0) return;
  const calls = sayings(turns, isCalled);
  for (const [text, own] of given) {
    const called = calls.get(text);
    if (called === undefined) continue;
    const capital = (one: Saying): boolean => isCapital(turns[one.turn]!, one.at);
    const everybody = new Tellers(turns, called);
    const withCapital = new Tellers(turns, called.filter(capital));
    const names = own.filter((one) => (capital(one) ? withCapital : everybody).hasOther(one.turn));
    const givers = new Tellers(turns, names);
    for (const one of [...names, ...called.filter((each) => givers.hasOther(each.turn))])
      take(one.turn, one.at, capital(one) ? capitalsEnd(turns[one.turn]!, one.at) : one.at);
  }
}

function sayings(turns: readonly TokenTurn[], isOne: (turn: TokenTurn, at: number) => boolean): Map<string, Saying[]> {
  const found = new Map<string, Saying[]>();
  turns.forEach((turn, index) => {
    turn.tokens.forEach(({ text }, at) => {
      if (!isWord(turn, at) || openers.has(text) || !isOne(turn, at)) return;
      const known = found.get(text);
      if (known) known.push({ turn: index, at });
      else found.set(text, [{ turn: index, at }]);
    });
  });
  return found;
}

/** Who says something, however often it is said. Where nobody says who speaks, another turn is taken for another's. */
class Tellers {
  private readonly turns: readonly TokenTurn[];
  private readonly labels = new Set<string>();
  private readonly unlabelled = new Set<number>();

  constructor(turns: readonly TokenTurn[], said: readonly Saying[]) {
    this.turns = turns;
    for (const { turn } of said) {
      const { label } = turns[turn]!;
      if (label !== null) this.labels.add(label);
      else if (this.unlabelled.size < 2) this.unlabelled.add(turn);
    }
  }

  hasOther(turn: number): boolean {
    const { label } = this.turns[turn]!;
    return (
      this.labels.size > (label !== null && this.labels.has(label) ? 1 : 0) ||
      this.unlabelled.size > (this.unlabelled.has(turn) ? 1 : 0)
    );
  }
}

function isWord(turn: TokenTurn, at: number): boolean {
  const token = turn.tokens[at]!;
  return token.kind === 'word' && token.text.length > 1 && !turn.taken[at];
}

// "OKAY, DONE" has capitals that say nothing.
function isCapital(turn: TokenTurn, at: number): boolean {
  const token = turn.tokens[at]!;
  return token.capital && !token.opens && turn.text[token.from + 1]! === token.text[1];
}

// Small letters say nothing of "I'm frank"; of "my name is frank" they need not.
function isGiven(turn: TokenTurn, at: number): boolean {
  const given = givenAs(turn.tokens, at);
  return given !== null && (isCapital(turn, at) || (given === 'stated' && (turn.tokens[at]!.flags & unlikely) !== 0));
}

function givenAs(tokens: readonly Token[], at: number): 'stated' | 'said' | null {
  const text = (offset: number): string => tokens[at + offset]?.text ?? '';
  const before = text(-1);
  if (before === 'is' && isAfter.has(text(-2))) return text(-2) === 'name' && text(-3) === 'my' ? 'stated' : 'said';
  if (introduced.has(before) || (before === 'am' && text(-2) === 'i') || (before === 'me' && text(-2) === 'call'))
    return 'said';
  if ((before === 'with' || before === 'to') && talks.has(text(-2))) return 'said';
  return closers.has(text(1)) ? 'said' : null;
}

// Where somebody may be called by a word: behind "okay" or a comma, and followed by a pause.
function isCalled(turn: TokenTurn, at: number): boolean {
  const { tokens } = turn;
  if (at === 0) return false;
  const comma = tokens[at - 1]!.text === ',';
  const word = tokens[comma ? at - 2 : at - 1];
  const opened =
    word !== undefined &&
    (openers.has(word.text) || (word.text === 'you' && tokens[comma ? at - 3 : at - 2]?.text === 'thank'));
  if (!opened && !(comma && isCapital(turn, at))) return false;
  const next = tokens[(isCapital(turn, at) ? capitalsEnd(turn, at) : at) + 1];
  return next === undefined || next.kind === 'punct';
}

function capitalsEnd(turn: TokenTurn, first: number): number {
  let last = first;
  while (
    last + 1 < turn.tokens.length &&
    last + 1 - first < mostParts &&
    isWord(turn, last + 1) &&
    isCapital(turn, last + 1) &&
    (turn.tokens[last + 1]!.flags & is.organisation) === 0
  )
    last++;
  return last;
}
