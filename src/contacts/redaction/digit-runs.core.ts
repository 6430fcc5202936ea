// Digits as people say and type them: "4111-1111", "four one double one", "oh five", "forty-two", gathered into runs
// that only pauses and dashes interrupt. Amounts ("$1,200", "ten by ten", "50 dollars") end a run and are never in one.
import { digitsOf, is } from './lexicon.core.ts';
import { isPause } from './tokens.core.ts';
import type { Token, TokenTurn } from './tokens.core.ts';

/** One number as written or said: its digits and the tokens it covers, first to last. */
export interface Unit {
  readonly digits: string;
  readonly first: number;
  readonly last: number;
  readonly spoken: boolean;
  /** Only spaces, a single dash or stop, or a closing bracket stand between this unit and the one before it. */
  readonly tight: boolean;
}

export interface Run {
  readonly turn: number;
  readonly units: readonly Unit[];
  readonly digits: string;
  readonly first: number;
  readonly last: number;
}

const longestPause = 4;
const currency = '$£€¥';

/** All runs of a turn, in order. */
export function digitRuns(turn: TokenTurn, index: number): Run[] {
  const runs: Run[] = [];
  let units: Unit[] = [];
  const close = (): void => {
    if (units.length > 0) runs.push(toRun(units, index));
    units = [];
  };
  for (let at = 0; at < turn.tokens.length;) {
    const unit = unitAt(turn, at);
    if (!unit) {
      at++;
      continue;
    }
    const before = units.at(-1);
    if (before && !joins(turn.tokens, before, unit)) close();
    const last = units.at(-1);
    units.push(last ? { ...unit, tight: isTight(turn, last.last, unit.first) } : unit);
    at = unit.last + 1;
    if (isAmount(turn.tokens, unit)) {
      units.pop();
      close();
    }
  }
  close();
  return runs;
}

export function toRun(units: readonly Unit[], turn: number): Run {
  const first = units[0]!.first;
  return { turn, units, digits: units.map((unit) => unit.digits).join(''), first, last: units.at(-1)!.last };
}

function unitAt(turn: TokenTurn, at: number): Unit | undefined {
  const token = turn.tokens[at]!;
  if (turn.taken[at]) return undefined;
  if (token.kind === 'number') return { digits: token.text, first: at, last: at, spoken: false, tight: false };
  if (token.kind !== 'word' || token.flags === 0) return undefined;
  if (token.flags & is.repeat) return repeated(turn, at, token.text === 'triple' || token.text === 'treble' ? 3 : 2);
  if (token.flags & is.zeroLetter) return spokenZero(turn.tokens, at);
  if (token.flags & (is.digit | is.teen | is.tens)) return spokenNumber(turn.tokens, at);
  return undefined;
}

function repeated(turn: TokenTurn, at: number, times: number): Unit | undefined {
  const next = turn.tokens[at + 1];
  if (!next || turn.taken[at + 1]) return undefined;
  const digit =
    next.kind === 'number' && next.text.length === 1
      ? next.text
      : next.flags & (is.digit | is.zeroLetter)
        ? digitsOf(next.text)
        : undefined;
  return digit ? { digits: digit.repeat(times), first: at, last: at + 1, spoken: true, tight: false } : undefined;
}

// "Oh" is a nought only beside a digit, with nothing between: "oh, four days" isn't dictation.
function spokenZero(tokens: readonly Token[], at: number): Unit | undefined {
  const beside = [tokens[at - 1], tokens[at + 1]].some(
    (token) => token && (token.kind === 'number' || (token.flags & (is.digit | is.repeat | is.zeroLetter)) !== 0),
  );
  return beside ? { digits: '0', first: at, last: at, spoken: true, tight: false } : undefined;
}

function spokenNumber(tokens: readonly Token[], at: number): Unit {
  const token = tokens[at]!;
  let digits = digitsOf(token.text) ?? '';
  let last = at;
  if (token.flags & is.tens) {
    const next = nextWord(tokens, at);
    const one = next > 0 ? tokens[next]! : undefined;
    if (one && one.flags & is.digit && digitsOf(one.text) !== '0') {
      digits = digits[0]! + digitsOf(one.text)!;
      last = next;
    }
  }
  const scale = tokens[last + 1];
  if (scale && scale.flags & is.scale) {
    digits += scale.text === 'hundred' ? '00' : '000';
    last++;
  }
  return { digits, first: at, last, spoken: true, tight: false };
}

// The ones may follow the tens after a hyphen: "forty-two".
function nextWord(tokens: readonly Token[], at: number): number {
  const next = tokens[at + 1];
  if (next?.kind === 'word') return at + 1;
  return next?.text === '-' && tokens[at + 2]?.from === next.to && tokens[at]!.to === next.from ? at + 2 : -1;
}

// What is typed and what is said are joined only where nothing but a comma is between: "4111 ... is the one I use".
function joins(tokens: readonly Token[], before: Unit, unit: Unit): boolean {
  const between = unit.first - before.last - 1;
  if (between > (before.spoken === unit.spoken ? longestPause : 1)) return false;
  for (let at = before.last + 1; at < unit.first; at++) {
    if (!isPause(tokens[at]!)) return false;
    // "5, 10, 15" is a list of sizes.
    if (tokens[at]!.text === ',' && !unit.spoken && isSmall(before) && isSmall(unit)) return false;
  }
  return true;
}

function isSmall(unit: Unit): boolean {
  return !unit.spoken && (unit.digits.length === 2 || (unit.digits.length === 1 && unit.digits !== '0'));
}

function isTight(turn: TokenTurn, from: number, to: number): boolean {
  if (to - from > 3) return false;
  return /^(?: | ?[-_] ?|[./]|\) ?-? ?)$/.test(turn.text.slice(turn.tokens[from]!.to, turn.tokens[to]!.from));
}

function isAmount(tokens: readonly Token[], unit: Unit): boolean {
  const before = tokens[unit.first - 1];
  if (before && currency.includes(before.text)) return true;
  const after = tokens[unit.last + 1];
  if (!after) return false;
  if (after.text === '%' || after.text === '"' || after.text === "'") return true;
  // "4471 pound" is the key under a code, "10 pound" a weight.
  if (after.text === 'pound' && unit.digits.length !== 2) return false;
  return after.kind === 'word' && (after.flags & is.quantity) !== 0 && after.text !== 'x' && after.text !== 'second';
}
