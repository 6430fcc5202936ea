// Words that say what a number is: "security code", "date of birth", "best number to reach you". The nearest cue whose
// shape the number has decides; a cue of what must survive (a unit, an order) shields its number.
import { is, wordSet } from './lexicon.core.ts';
import type { TokenTurn } from './tokens.core.ts';

export type CueKind = 'card' | 'code' | 'id' | 'birth' | 'phone' | 'zip' | 'address' | 'password' | 'gate' | 'keep';

export interface Cue {
  readonly kind: CueKind;
  /** Index of the cue's last token. */
  readonly at: number;
}

function byWord(words: Partial<Record<CueKind, string>>): ReadonlyMap<string, CueKind> {
  return new Map(
    Object.entries(words).flatMap(([kind, list]) => list.split(' ').map((word) => [word, kind as CueKind] as const)),
  );
}

const single = byWord({
  code: `cvv cvc cvv2 cvn csc cid`,
  id: `ssn social nino itin passport licence iban medicare medicaid driver's drivers nhs`,
  birth: `birth born dob birthday birthdate`,
  phone: `phone telephone cell cellphone mobile callback landline tel fax whatsapp`,
  zip: `zip zipcode postcode postal`,
  address: `address`,
  password: `password passcode passphrase pin pwd`,
  card: `visa mastercard amex debit card`,
  keep: `unit units order confirmation reference ticket flight invoice tracking model serial price total extension`,
});

const beforeNumber = byWord({
  id: `account acct policy member membership customer routing license insurance security ni sin claim patient employee student claimant benefit taxpayer subscriber bank national identification`,
  phone: `contact reach best back good home work day daytime`,
  card: `credit`,
  gate: `gate`,
  keep: `case room part reservation booking customer-order po purchase`,
});

const whoseNumber = wordSet('my the our his her best good this a your new other main only correct');
const numberWords = new Set(['number', 'numbers', 'no', 'num', '#', 'id', 'nr']);
const gateWords = wordSet(`gate access entry door keypad lock entrance alarm building lockbox`);

// The words that any cue begins with: most words of a turn are none of them.
const heads = new Set([
  ...single.keys(),
  ...beforeNumber.keys(),
  ...gateWords,
  ...wordSet(
    'security verification sort zip post postal pin pass code back front account policy reach call text ring number sin live',
  ),
]);

/** The cues of a turn in order. */
export function cuesOf(turn: TokenTurn): Cue[] {
  const cues: Cue[] = [];
  turn.tokens.forEach((token, at) => {
    if (token.kind === 'punct' || token.kind === 'mark') return;
    const next = turn.tokens[at + 1]?.text ?? '';
    if (!heads.has(token.text)) return;
    const kind = cueAt(turn, at, token.text, next);
    if (kind) cues.push({ kind, at: numberWords.has(next) || next === 'code' ? at + 1 : at });
  });
  return cues;
}

function cueAt(turn: TokenTurn, at: number, word: string, next: string): CueKind | undefined {
  if (numberWords.has(next) && beforeNumber.get(word)) return beforeNumber.get(word);
  if (next === 'code') {
    if (gateWords.has(word)) return 'gate';
    if (word === 'security' || word === 'card' || word === 'verification') return 'code';
    if (word === 'sort') return 'id';
    if (word === 'zip' || word === 'post' || word === 'postal') return 'zip';
    if (word === 'pin' || word === 'pass') return 'password';
  }
  if (single.get(word)) return single.get(word);
  const text = (offset: number): string => turn.tokens[at + offset]?.text ?? '';
  if (word === 'code' && (text(1) === 'to' || text(1) === 'for') && (gateWords.has(text(2)) || gateWords.has(text(3))))
    return 'gate';
  if (
    (word === 'back' || word === 'front') &&
    (hasBefore(turn, at, 'digits') || hasBefore(turn, at, 'digit') || hasBefore(turn, at, 'code')) &&
    !hasBefore(turn, at, 'call')
  )
    return 'code';
  if (
    (word === 'account' || word === 'policy') &&
    (text(1) === 'is' || text(1) === ':' || turn.tokens[at + 1]?.kind === 'number')
  )
    return 'id';
  if (
    (word === 'reach' || word === 'call' || word === 'text' || word === 'ring') &&
    /^(?:me|you|us|him|her)$/.test(next)
  )
    return 'phone';
  if (word === 'number' && /^(?:is|to|for|on)$/.test(next) && whoseNumber.has(text(-1))) return 'phone';
  if (word === 'sin' && (text(1) === 'is' || text(-1) === 'your' || text(-1) === 'my')) return 'id';
  if (word === 'live' && (next === 'at' || next === 'on')) return 'address';
  return undefined;
}

function hasBefore(turn: TokenTurn, at: number, word: string): boolean {
  for (let back = 1; back <= 6; back++) if (turn.tokens[at - back]?.text === word) return true;
  return false;
}

const reach = { sameTurn: 16, turnStart: 9, earlierTurns: 4, earlierTokens: 30, after: 8 } as const;

/**
 * The kinds that may tell what stands at token `at` of turn `index`, likeliest first: cues before it in its turn, then,
 * near a turn's beginning, those that ended the turns before it, then those shortly after it.
 */
export function cuesFor(
  turns: readonly TokenTurn[],
  cues: readonly (readonly Cue[])[],
  place: { turn: number; first: number; last: number },
): CueKind[] {
  const own = cues[place.turn]!;
  const kinds: CueKind[] = [];
  const nearest = firstFrom(own, place.first);
  for (let at = nearest - 1; at >= 0 && place.first - own[at]!.at <= reach.sameTurn; at--) kinds.push(own[at]!.kind);
  if (place.first <= reach.turnStart && isAnswer(turns[place.turn]!, place.first))
    addEarlier(turns, cues, place.turn, kinds);
  for (let at = nearest; at < own.length && own[at]!.at - place.last <= reach.after; at++) {
    if (own[at]!.at > place.last && own[at]!.kind !== 'keep') kinds.push(own[at]!.kind);
  }
  return kinds;
}

const keyWords = wordSet('star pound hash asterisk press hit dial enter');

// What answers a question stands at the head of a sentence, behind nothing but "sure, it's" and the keys before a code:
// "we moved in 2019" answers no question for a code.
function isAnswer(turn: TokenTurn, first: number): boolean {
  let from = first;
  while (from > 0 && !turn.tokens[from]!.opens) from--;
  for (let at = from; at < first; at++) {
    const token = turn.tokens[at]!;
    if (keyWords.has(token.text)) continue;
    if (token.kind === 'punct' || token.kind === 'mark' || turn.taken[at]) continue;
    if (
      (token.flags & (is.leadIn | is.digit | is.zeroLetter | is.repeat | is.tens | is.teen)) === 0 &&
      token.kind !== 'number'
    )
      return false;
  }
  return true;
}

// Index of the first cue at or after a token; cues are in order.
function firstFrom(cues: readonly Cue[], token: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cues[middle]!.at < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

function addEarlier(
  turns: readonly TokenTurn[],
  cues: readonly (readonly Cue[])[],
  turn: number,
  kinds: CueKind[],
): void {
  for (let back = 1; back <= reach.earlierTurns && turn - back >= 0; back++) {
    const before = turns[turn - back]!;
    const own = cues[turn - back]!;
    let at = own.length - 1;
    for (; at >= 0 && before.tokens.length - own[at]!.at <= reach.earlierTokens; at--) {
      // What shields a number shields the one it stands before, not the next turn's.
      if (own[at]!.kind !== 'keep') kinds.push(own[at]!.kind);
    }
    // A question is left behind by anything longer than an interjection or a part of the dictation itself.
    if (at < own.length - 1 || before.words > 12) return;
  }
}
