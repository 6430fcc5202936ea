// Amounts in conditions: "2 turns", "20 s", "> 70 %", "at least 2".
import type { Comparison, Measure, Threshold, Within } from '../pack.core.ts';
import type { Entry, Source } from './source.ts';

/** The first or last turns or seconds; null, reported, where it is neither. */
export function readWithin(source: Source, entry: Entry): Within | null {
  const text = source.text(entry.value, 'within');
  if (text === null) return null;
  const match = /^(last |first )?(\d+(?:\.\d+)?) ?(turns?|s|seconds?|min|minutes?)$/.exec(text);
  if (!match) {
    source.report(
      source.placeOf(entry.value),
      `"${text}" is no stretch of a contact.`,
      'Write 2 turns, 20 s, or last 2 turns.',
    );
    return null;
  }
  const unit = match[3]!.startsWith('turn') ? 'turns' : 'seconds';
  return {
    amount: Number(match[2]) * (match[3]!.startsWith('min') ? 60 : 1),
    unit,
    from: match[1] === 'last ' ? 'end' : 'start',
  };
}

const signs: Record<string, Comparison> = {
  '>': '>',
  '>=': '>=',
  '≥': '>=',
  '<': '<',
  '<=': '<=',
  '≤': '<=',
  '=': '=',
  '==': '=',
};

/** A threshold: minutes become seconds, per cents fractions; a bare number means at least that. Null, reported, where it is none. */
export function threshold(source: Source, entry: Entry): Threshold | null {
  const text = source.text(entry.value, entry.key);
  if (text === null) return null;
  const match =
    /^(>=|<=|==|[><=≥≤])? ?(\d+(?:\.\d+)?) ?(s|seconds?|min|minutes?|%|times?|turns?|rings?|wpm|words? (?:a|per) minute)?$/.exec(
      text
        .replace(/^at least /, '>= ')
        .replace(/^at most /, '<= ')
        .replace(/^(more|longer) than /, '> ')
        .replace(/^(less|fewer) than /, '< '),
    );
  if (!match || !isIn(entry.key, match[3])) {
    source.report(
      source.placeOf(entry.value),
      match ? `"${text}" is in another unit than ${entry.key}.` : `"${text}" is no threshold.`,
      `Write ${entry.key}: ${example(entry.key)}.`,
    );
    return null;
  }
  const scale = match[3]?.startsWith('min') ? 60 : match[3] === '%' ? 0.01 : 1;
  return { is: signs[match[1] ?? '>=']!, value: Number(match[2]) * scale };
}

const seconds = /^(?:s|seconds?|min|minutes?)?$/;
const units: Readonly<Record<Measure, RegExp>> = {
  silence: seconds,
  hold: seconds,
  'talk-over': seconds,
  'reply-time': seconds,
  'first-reply': seconds,
  'first-words': seconds,
  'answer-time': seconds,
  pace: /^(?:wpm|words? (?:a|per) minute)?$/,
  'talk-share': /^%$/,
  rings: /^(?:rings?|times?)?$/,
  turns: /^(?:turns?|times?)?$/,
};

// What is measured in one unit can't be compared with an amount in another: it would hold always or never.
function isIn(key: string, unit: string | undefined): boolean {
  return !Object.hasOwn(units, key) || units[key as Measure].test(unit ?? '');
}

function example(key: string): string {
  if (key === 'pace') return '"> 190 wpm"';
  if (key === 'ratio' || key === 'words' || key === 'talk-share') return '"> 70 %"';
  if (key === 'count' || key === 'rings' || key === 'turns') return '"> 2"';
  return key === 'answered' ? 'yes, no, any or ">= 4"' : '"> 10 s"';
}
