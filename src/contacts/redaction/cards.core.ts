// Payment cards: 13 to 19 digits that pass the Luhn check (ISO/IEC 7812-1), typed or said, within a turn or dictated in
// groups over turns with "okay" and "go ahead" between them.
import { cuesFor } from './cues.core.ts';
import type { Cue } from './cues.core.ts';
import { digitRuns } from './digit-runs.core.ts';
import type { Run, Unit } from './digit-runs.core.ts';
import { claim } from './spans.core.ts';
import type { Claims } from './spans.core.ts';

/** A unit and the turn it stands in. */
interface Placed {
  readonly unit: Unit;
  readonly turn: number;
}

// Commonest lengths first, so that a card followed by its code isn't read as one longer number.
const lengths = [16, 15, 14, 13, 19, 18, 17] as const;
const longestGap = { turns: 2, words: 12 } as const;
const mostTurns = 8;
const mostWordsBeside = 10;

/** Whether the digits pass the Luhn check. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}

/** Claims every card number in the runs of a contact. */
export function findCards(claims: Claims, runs: readonly (readonly Run[])[], cues: readonly (readonly Cue[])[]): void {
  for (const inTurn of runs) for (const run of inTurn) takeWindows(claims, place(run), isAsked(claims, cues, run));
  for (const chain of chains(claims, runs)) {
    const asked = isAsked(claims, cues, chain[0]!);
    const free = chain.filter(
      (run) => !claims.turns[run.turn]!.taken[run.first] && cuesFor(claims.turns, cues, run)[0] !== 'keep',
    );
    takeGroups(claims, free, asked);
  }
}

function place(run: Run): Placed[] {
  return run.units.map((unit) => ({ unit, turn: run.turn }));
}

function isAsked(claims: Claims, cues: readonly (readonly Cue[])[], run: Run): boolean {
  return cuesFor(claims.turns, cues, run).includes('card');
}

function takeWindows(claims: Claims, units: readonly Placed[], asked: boolean): void {
  for (let from = 0; from < units.length;) {
    const to = windowEnd(units, from, asked);
    if (to > from) takeCard(claims, units.slice(from, to));
    from = to > from ? to : from + 1;
  }
}

// Over several turns a card begins where somebody begins to dictate and ends where they stop.
function takeGroups(claims: Claims, runs: readonly Run[], asked: boolean): void {
  for (let from = 0; from < runs.length;) {
    let to = from;
    let digits = '';
    let found = 0;
    while (to < runs.length && digits.length < 19) {
      digits += runs[to++]!.digits;
      if (
        to - from > 1 &&
        digits.length >= 13 &&
        digits.length <= 19 &&
        (passesLuhn(digits) || (asked && digits.length === 16))
      ) {
        found = to;
        break;
      }
    }
    if (found > 0) takeCard(claims, runs.slice(from, found).flatMap(place));
    if (found > 0) takeEchoes(claims, runs[from]!.turn, runs[found - 1]!.turn, digits);
    from = found > 0 ? found : from + 1;
  }
}

// What the other read back between the groups.
function takeEchoes(claims: Claims, from: number, to: number, value: string): void {
  for (let turn = from + 1; turn <= to + 1 && turn < claims.turns.length; turn++) {
    for (const run of digitRuns(claims.turns[turn]!, turn)) {
      if (run.digits.length >= 4 && value.includes(run.digits))
        claim(claims, { kind: 'card', turn, first: run.first, last: run.last, value });
    }
  }
}

function windowEnd(units: readonly Placed[], from: number, asked: boolean): number {
  let digits = '';
  const ends = new Map<number, number>();
  for (let at = from; at < units.length && digits.length < 19; at++) {
    digits += units[at]!.unit.digits;
    ends.set(digits.length, at + 1);
  }
  if (units[from]!.unit.digits.length > 19) return holdsCard(units[from]!.unit.digits) ? from + 1 : from;
  for (const length of lengths) {
    const to = ends.get(length);
    if (to && passesLuhn(digits.slice(0, length)) && isShaped(units.slice(from, to), asked)) return to;
  }
  // A digit misheard fails the check; where a card was asked for, sixteen digits in a row are one all the same.
  if (!asked || from > 0 || units.length > 19) return from;
  const whole = units.reduce((sum, one) => sum + one.unit.digits.length, 0);
  return whole >= 13 && whole <= 19 ? units.length : from;
}

function holdsCard(digits: string): boolean {
  for (let from = 0; from + 13 <= digits.length && from < 400; from++) {
    for (const length of lengths)
      if (from + length <= digits.length && passesLuhn(digits.slice(from, from + length))) return true;
  }
  return digits.length > 400;
}

// A list of quantities ("5, 10, 15, 20") isn't a card though one in ten passes the check.
function isShaped(window: readonly Placed[], asked: boolean): boolean {
  if (asked || window.slice(1).every((one) => one.unit.tight)) return true;
  if (window.every((one) => one.unit.spoken))
    return window.filter((one) => one.unit.digits.length === 1).length * 2 >= window.length;
  return (
    window.every((one) => one.unit.digits.length >= 3 || one.unit.spoken) ||
    window.every((one) => one.unit.digits.length === 1)
  );
}

function takeCard(claims: Claims, window: readonly Placed[]): void {
  const value = window.map((one) => one.unit.digits).join('');
  for (let from = 0; from < window.length;) {
    const turn = window[from]!.turn;
    let to = from;
    while (window[to + 1]?.turn === turn) to++;
    claim(claims, { kind: 'card', turn, first: window[from]!.unit.first, last: window[to]!.unit.last, value });
    from = to + 1;
  }
}

// Runs of one speaker that continue one another: each is all there is in its turn but pauses, and what the other says
// between is short.
function chains(claims: Claims, runs: readonly (readonly Run[])[]): Run[][] {
  const found: Run[][] = [];
  for (const speaker of speakers(claims)) {
    let chain: Run[] = [];
    for (const turn of speaker) {
      const run = dictated(claims, runs[turn] ?? [], chain.length > 0);
      const before = chain.at(-1);
      if (before && (!run || !continues(claims, before.turn, turn))) {
        if (chain.length > 1) found.push(chain);
        chain = [];
      }
      if (run && chain.length < mostTurns) chain.push(run);
    }
    if (chain.length > 1) found.push(chain);
  }
  return found;
}

// Where no turn has a label, people are taken to alternate; a list of every turn catches those who don't.
function speakers(claims: Claims): number[][] {
  const byLabel = new Map<string, number[]>();
  claims.turns.forEach((turn, at) => {
    const label = turn.label ?? (at % 2 === 0 ? '\u0000even' : '\u0000odd');
    const known = byLabel.get(label);
    if (known) known.push(at);
    else byLabel.set(label, [at]);
  });
  const all = [...byLabel.values()];
  return claims.turns.every((turn) => turn.label === null) ? [...all, claims.turns.map((_, at) => at)] : all;
}

// The last run of a turn begins a chain where it ends the turn; a run continues one where the turn is little else.
function dictated(claims: Claims, runs: readonly Run[], goesOn: boolean): Run | undefined {
  const run = goesOn ? runs[0] : runs.at(-1);
  if (!run || run.digits.length < 2) return undefined;
  const turn = claims.turns[run.turn]!;
  const rest = turn.tokens.length - 1 - run.last;
  if (turn.words - (run.last - run.first + 1) > mostWordsBeside) return undefined;
  return rest <= 4 && (!goesOn || run.first <= 6) ? run : undefined;
}

function continues(claims: Claims, from: number, to: number): boolean {
  if (to - from - 1 > longestGap.turns) return false;
  for (let at = from + 1; at < to; at++) if (claims.turns[at]!.words > longestGap.words) return false;
  return true;
}
