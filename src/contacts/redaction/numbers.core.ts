// Runs of digits by shape and by what was asked: telephone numbers, card codes, national ids and account numbers, birth
// dates said digit by digit, gate codes, PINs and zip codes. What no cue and no shape explains survives.
import { wordSet } from './lexicon.core.ts';
import { cuesFor } from './cues.core.ts';
import type { Cue, CueKind } from './cues.core.ts';
import type { Run, Unit } from './digit-runs.core.ts';
import { toRun } from './digit-runs.core.ts';
import { claim } from './spans.core.ts';
import type { Claims, RedactedKind } from './spans.core.ts';

/** Claims what the runs of a contact are, cards excepted. */
export function findNumbers(
  claims: Claims,
  runs: readonly (readonly Run[])[],
  cues: readonly (readonly Cue[])[],
): void {
  for (const inTurn of runs) {
    for (const run of inTurn) {
      for (const part of untaken(claims, run)) {
        const kinds = cuesFor(claims.turns, cues, part);
        const kind = kindByShape(claims, part, kinds) ?? kindByCue(part, kinds);
        if (kind) take(claims, part, kind);
        else for (const phone of phonesInside(claims, part)) take(claims, phone, 'phone');
      }
    }
  }
}

function take(claims: Claims, run: Run, kind: RedactedKind): void {
  const first = Math.min(head(claims, run, kind), beforeCode(claims, run, kind));
  claim(claims, { kind, turn: run.turn, first, last: tail(claims, run, kind), value: run.digits });
}

// "(619) 555-0142", "+44 ...": the sign before belongs to the number, a bracket that closes after it doesn't.
function head(claims: Claims, run: Run, kind: RedactedKind): number {
  const { tokens } = claims.turns[run.turn]!;
  const closed = tokens.slice(run.first, run.last).some((token) => token.text === ')');
  const bracket = closed && tokens[run.first - 1]?.text === '(' ? run.first - 1 : run.first;
  return kind === 'phone' && tokens[bracket - 1]?.text === '+' ? bracket - 1 : bracket;
}

// A card may have taken the middle of a run.
function untaken(claims: Claims, run: Run): Run[] {
  const taken = claims.turns[run.turn]!.taken;
  const parts: Run[] = [];
  let units: Unit[] = [];
  for (const unit of run.units) {
    if (!taken[unit.first]) units.push(unit);
    else if (units.length > 0) {
      parts.push(toRun(units, run.turn));
      units = [];
    }
  }
  if (units.length > 0) parts.push(toRun(units, run.turn));
  return parts;
}

const keys = new Set(['#', '*', 'pound', 'star', 'hash', 'asterisk']);

const groups = (run: Run): string => run.units.map((unit) => unit.digits.length).join('-');
const phoneGroups =
  wordSet(`3-3-4 1-3-3-4 3-7 6-4 5-6 4-3-4 3-4-4 2-4-4 5-3-3 4-6 2-4-3-3 2-4-6 2-2-4-4 1-10 2-10 2-3-3-4 2-5-6 2-3-4-4
  2-4-3-4 4-7 5-5`);

/** Shapes that need no cue. */
function kindByShape(claims: Claims, run: Run, kinds: readonly CueKind[]): RedactedKind | undefined {
  if (kinds[0] === 'keep' || kinds[0] === 'id') return kinds[0] === 'id' && groups(run) === '3-2-4' ? 'id' : undefined;
  const written = run.units.every((unit) => !unit.spoken);
  const shape = groups(run);
  const { text, tokens } = claims.turns[run.turn]!;
  const raw = text.slice(tokens[run.first]!.from, tokens[run.last]!.to);
  if (written && /^\d{3}[- ]\d{2}[- ]\d{4}$/.test(raw)) return 'id';
  const plus = tokens[run.first - 1]?.text === '+';
  if (written && plus && run.digits.length >= 8 && run.digits.length <= 15) return 'phone';
  if (written && phoneGroups.has(shape) && !/[,]/.test(raw) && startsAsPhone(run.digits)) return 'phone';
  if (written && /^\d{3}[-.]\d{4}$/.test(raw)) return 'phone';
  if (
    written &&
    run.units.length === 1 &&
    (run.digits.length === 10 || run.digits.length === 11) &&
    startsAsPhone(run.digits)
  )
    return 'phone';
  if (!written && isDictated(run)) return dictatedKind(run, kinds);
  return undefined;
}

function startsAsPhone(digits: string): boolean {
  if (digits.length === 10) return digits[0] !== '1';
  return digits.length === 11 ? digits[0] === '1' || digits[0] === '0' : digits.length >= 12;
}

/** Said digit by digit, six or more: nothing that anybody counts is said so. */
function isDictated(run: Run): boolean {
  const single = run.units.filter(
    (unit) => unit.spoken && (unit.digits.length === 1 || unit.digits[0] === unit.digits[1]),
  ).length;
  return run.digits.length >= 6 && single >= 5;
}

function dictatedKind(run: Run, kinds: readonly CueKind[]): RedactedKind | undefined {
  const cued = kindByCue(run, kinds);
  if (cued) return cued;
  if (run.digits.length === 10 || run.digits.length === 7 || (run.digits.length === 11 && startsAsPhone(run.digits)))
    return 'phone';
  return 'id';
}

interface Shape {
  readonly kind: RedactedKind;
  readonly least: number;
  readonly most: number;
}

const shapes: Readonly<Partial<Record<CueKind, Shape>>> = {
  card: { kind: 'card', least: 12, most: 19 },
  code: { kind: 'card code', least: 3, most: 4 },
  id: { kind: 'id', least: 4, most: 20 },
  birth: { kind: 'birth date', least: 4, most: 8 },
  phone: { kind: 'phone', least: 7, most: 15 },
  zip: { kind: 'address', least: 5, most: 9 },
  password: { kind: 'password', least: 4, most: 12 },
  gate: { kind: 'gate code', least: 3, most: 10 },
};

function kindByCue(run: Run, kinds: readonly CueKind[]): RedactedKind | undefined {
  for (const cue of kinds.slice(0, 4)) {
    if (cue === 'keep') return undefined;
    const shape = shapes[cue];
    if (shape && run.digits.length >= shape.least && run.digits.length <= shape.most)
      return isYear(run, cue) ? undefined : shape.kind;
  }
  return undefined;
}

// "A member since 2019", "I opened the account in nineteen eighty": years name nobody unless somebody was born in them.
function isYear(run: Run, cue: CueKind): boolean {
  return (
    run.digits.length === 4 &&
    run.units.length <= 2 &&
    /^(?:19|20)\d\d$/.test(run.digits) &&
    cue !== 'gate' &&
    cue !== 'password' &&
    cue !== 'code' &&
    cue !== 'birth'
  );
}

// "Four four seven one pound": the key belongs to the code.
function tail(claims: Claims, run: Run, kind: RedactedKind): number {
  return isKey(claims, run.turn, run.last + 1, kind) ? run.last + 1 : run.last;
}

function beforeCode(claims: Claims, run: Run, kind: RedactedKind): number {
  return isKey(claims, run.turn, run.first - 1, kind) ? run.first - 1 : run.first;
}

function isKey(claims: Claims, turn: number, at: number, kind: RedactedKind): boolean {
  const token = claims.turns[turn]!.tokens[at];
  return token !== undefined && (kind === 'gate code' || kind === 'password') && keys.has(token.text);
}

// Several things said in one breath: "unit 12, 555-123-4567".
function phonesInside(claims: Claims, run: Run): Run[] {
  if (run.units.length < 2 || run.units.length > 40 || run.units.some((unit) => unit.spoken)) return [];
  const found: Run[] = [];
  for (let from = 0; from < run.units.length; from++) {
    for (const size of [4, 3, 2, 1]) {
      const units = run.units.slice(from, from + size);
      if (units.length < size) continue;
      const part = toRun(units, run.turn);
      if (units.slice(1).every((unit) => unit.tight) && kindByShape(claims, part, []) === 'phone') {
        found.push(part);
        from += size - 1;
        break;
      }
    }
  }
  return found;
}
