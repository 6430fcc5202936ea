// A contact as a recogniser with a given share of wrong words would have written it down: words taken for others that sound alike,
// left out (short ones first) and put in, about 60, 25 and 15 of a hundred errors, alone and in bursts.
import type { Chance } from '../chance.ts';
import type { Turn, UnclearStretch } from '../../src/standards/encounter.core.ts';
import type { Confusions } from './confusions.ts';

const functionWords = new Set(
  "a an the to of in on at for and or but is are was be it i you he she we they that this do does did have has had can will would could so if as with from by not my your me us i'm it's that's you're".split(
    ' ',
  ),
);
const insertions = 'the a and to i it you of in that is so we on for uh be at'.split(' ');
/** Errors come together: behind a wrong word another is likelier by this much. */
const clustered = 0.3;
const kinds = { inserted: 0.15, leftOutShort: 0.42, leftOutLong: 0.1 } as const;

/** Words less sure than this are kept as unclear, as our readers keep them. */
const unclearBelow = 0.6;

export interface Heard {
  readonly turns: readonly Turn[];
  /** Words that were said, and errors made in them. */
  readonly words: number;
  readonly errors: number;
}

type Piece = { readonly text: string; readonly wrong: boolean };

/** @param rate errors for each word said; @param confident whether the recogniser tells how sure it was of each word */
export function recognised(
  turns: readonly Turn[],
  rate: number,
  options: { readonly confusions: Confusions; readonly chance: Chance; readonly confident: boolean },
): Heard {
  const after = Math.min(0.85, rate + clustered);
  const calm = (rate * (1 - after)) / (1 - rate);
  const total = { words: 0, errors: 0 };
  let burst = false;
  const heard = turns.flatMap((turn): Turn[] => {
    const pieces: Piece[] = [];
    for (const word of turn.text.split(/\s+/).filter(Boolean)) {
      // What was hidden from us stands for words that nobody can mishear any more.
      if (word.startsWith('[')) {
        pieces.push({ text: word, wrong: false });
        continue;
      }
      total.words++;
      burst = options.chance.unit() < (burst ? after : calm);
      if (!burst) {
        pieces.push({ text: word, wrong: false });
        continue;
      }
      total.errors++;
      misheard(word, pieces, options);
    }
    return pieces.length === 0 ? [] : [written(turn, pieces, options)];
  });
  return { turns: heard, ...total };
}

function misheard(
  word: string,
  pieces: Piece[],
  { confusions, chance }: { confusions: Confusions; chance: Chance },
): void {
  const [, before, bare, behind] = /^([^\w]*)(.*?)([^\w]*)$/.exec(word)!;
  const key = bare!.toLowerCase().replaceAll('’', "'");
  const kind = chance.unit();
  if (kind < kinds.inserted) {
    pieces.push({ text: chance.of(insertions), wrong: true }, { text: word, wrong: false });
    return;
  }
  if (kind < kinds.inserted + (functionWords.has(key) ? kinds.leftOutShort : kinds.leftOutLong)) {
    // The end of a sentence is heard in the voice, whichever its last word was.
    const last = pieces.at(-1);
    if (last && /[.?!]/.test(behind!) && !/[.?!]$/.test(last.text))
      pieces[pieces.length - 1] = { ...last, text: last.text + behind! };
    return;
  }
  const other = /\d/.test(key) ? otherNumber(key, chance) : confusions.of(key, chance);
  const cased = /^[A-Z]/.test(bare!) && bare !== 'I' ? other[0]!.toUpperCase() + other.slice(1) : other;
  pieces.push({ text: before! + cased + behind!, wrong: true });
}

// Thirteen and thirty sound alike; else one digit is another.
function otherNumber(number: string, chance: Chance): string {
  const teen = /^1([3-9])$/.exec(number);
  if (teen) return `${teen[1]}0`;
  const tens = /^([3-9])0$/.exec(number);
  if (tens) return `1${tens[1]}`;
  const digits = [...number.matchAll(/\d/g)].map((one) => one.index);
  const at = chance.of(digits);
  return `${number.slice(0, at)}${(Number(number[at]) + 1 + chance.below(8)) % 10}${number.slice(at + 1)}`;
}

function written(
  turn: Turn,
  pieces: readonly Piece[],
  { chance, confident }: { chance: Chance; confident: boolean },
): Turn {
  const text = pieces.map((one) => one.text).join(' ');
  if (!confident) return { ...turn, text };
  const unclear: UnclearStretch[] = [];
  let from = 0;
  let sum = 0;
  for (const piece of pieces) {
    const confidence = surenessOf(piece.wrong, chance);
    const to = from + piece.text.length;
    sum += confidence;
    if (confidence < unclearBelow) unclear.push({ from, to, confidence });
    from = to + 1;
  }
  return { ...turn, text, confidence: sum / pieces.length, ...(unclear.length > 0 ? { unclear } : {}) };
}

// Right words about .94 on average, one in twelve doubted for nothing; wrong ones about .64, one in five held for sure.
function surenessOf(wrong: boolean, chance: Chance): number {
  const unit = chance.unit();
  if (wrong) return chance.unit() < 0.2 ? 0.86 + 0.13 * unit : 0.35 + 0.5 * unit;
  return chance.unit() < 1 / 12 ? 0.5 + 0.4 * unit : 0.99 - 0.12 * unit * unit;
}
