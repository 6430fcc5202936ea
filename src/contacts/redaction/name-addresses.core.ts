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

interface Call {
  readonly turn: number;
  readonly at: number;
}

/** Hands every name that two people tell to `take`, as a turn and its first and last token, wherever somebody is called by it. */
export function namesOfTwo(
  turns: readonly TokenTurn[],
  take: (turn: number, first: number, last: number) => void,
): void {
  let calls: Map<string, Call[]> | undefined;
  turns.forEach((turn, index) => {
    turn.tokens.forEach((token, at) => {
      const given = isWord(turn, at) ? givenAs(turn.tokens, at) : null;
      if (given === null || openers.has(token.text)) return;
      const capital = isCapital(turn, at);
      // Small letters say nothing of "I'm frank"; of "my name is frank" they need not.
      if (!capital && (given !== 'stated' || (token.flags & unlikely) === 0)) return;
      calls ??= callsIn(turns);
      const heard = (calls.get(token.text) ?? []).filter((one) => isOther(turns, index, one));
      if (!heard.some((one) => !capital || isCapital(turns[one.turn]!, one.at))) return;
      take(index, at, capital ? capitalsEnd(turn, at) : at);
      for (const one of heard)
        take(one.turn, one.at, isCapital(turns[one.turn]!, one.at) ? capitalsEnd(turns[one.turn]!, one.at) : one.at);
    });
  });
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
function callsIn(turns: readonly TokenTurn[]): Map<string, Call[]> {
  const calls = new Map<string, Call[]>();
  turns.forEach((turn, index) => {
    turn.tokens.forEach((token, at) => {
      if (at === 0 || !isWord(turn, at) || openers.has(token.text) || !isCalled(turn, at)) return;
      const known = calls.get(token.text);
      if (known) known.push({ turn: index, at });
      else calls.set(token.text, [{ turn: index, at }]);
    });
  });
  return calls;
}

function isCalled(turn: TokenTurn, at: number): boolean {
  const { tokens } = turn;
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

// Where nobody says who speaks, another turn is taken for another's.
function isOther(turns: readonly TokenTurn[], index: number, { turn }: Call): boolean {
  return turn !== index && (turns[turn]!.label === null || turns[turn]!.label !== turns[index]!.label);
}
