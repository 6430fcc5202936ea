// Text as it is matched: full-width signs and other scripts' digits as the plain ones, odd dashes and spaces as "-" and
// " ", characters without width left out. Every place in it leads back to its place in the text as written.

/** A text to match in, and where each of its UTF-16 units stands in the text as written; `places` null: the same places. */
export interface Folded {
  readonly text: string;
  readonly places: readonly number[] | null;
}

const odd = /[\u00a0\u00ad\u02ff-\u2017\u2020\u2021\u2023-\u2025\u2027-\u20ab\u20ad-\uffff]/;
const noWidth = /^(?:\p{Cf}|\p{Variation_Selector}|\u034f)$/u;
const space = /^[\u00a0\u2000-\u200a\u202f\u205f\u3000]$/;
const dash = /^[\u2010-\u2012\u2212\ufe58\ufe63\u2796]$/;
// Longer dashes also part clauses; they stand for "-" only between digits, the shorter of them also inside a word.
const longDash = /^[\u2013-\u2015]$/;
const compatible = /^[\u2024\u2070-\u209c\uff01-\uff5e\uffe0-\uffe6]$|^[\u{1d400}-\u{1d7ff}]$/u;
const anyDigit = /^\p{Nd}$/u;

/** Folds a text. Never throws; linear. */
export function fold(written: string): Folded {
  if (!odd.test(written)) return { text: written, places: null };
  let text = '';
  const places: number[] = [];
  for (let at = 0; at < written.length;) {
    const sign = String.fromCodePoint(written.codePointAt(at)!);
    const plain = plainOf(sign, text, written.slice(at + sign.length, at + sign.length + 3));
    for (let unit = 0; unit < plain.length; unit++) places.push(plain === sign ? at + unit : at);
    text += plain;
    at += sign.length;
  }
  places.push(written.length);
  return { text, places };
}

function plainOf(sign: string, before: string, after: string): string {
  const code = sign.codePointAt(0)!;
  if (code < 0xa0) return sign;
  if (noWidth.test(sign)) return '';
  if (space.test(sign)) return ' ';
  if (dash.test(sign)) return '-';
  if (sign === '–' && /\p{L}$/u.test(before.slice(-1)) && /^\p{L}/u.test(after)) return '-';
  if (longDash.test(sign)) return /\d ?$/.test(before.slice(-2)) && /^ ?\p{Nd}/u.test(after) ? '-' : sign;
  if (anyDigit.test(sign)) return String(digitValue(code));
  return compatible.test(sign) ? sign.normalize('NFKC') : sign;
}

// Unicode keeps the decimal digits of a script in one block of ten, nought first; those of mathematics follow each other.
function digitValue(code: number): number {
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10;
  let value = 0;
  while (value < 9 && anyDigit.test(String.fromCodePoint(code - value - 1))) value++;
  return value;
}
