// What in redacted words may still tell whose contact it was: names of people and places on record, and written days. For words
// that are shown outside their contact. Redaction knows no record; this does.
import { flagsOf, is } from './lexicon.core.ts';
import { nameParts } from './names.core.ts';
import { asWritten, readTurn, type Token } from './tokens.core.ts';

export interface KnownNames {
  readonly people: readonly string[];
  /** Sites, and what people call them. */
  readonly places: readonly string[];
}

/** A stretch of a text (UTF-16), and what stands in its place. */
export interface Hidden {
  readonly from: number;
  readonly to: number;
  readonly word: '[NAME]' | '[PLACE]' | '[DAY]' | '[HIDDEN]';
}

const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const days = new RegExp(
  `\\b(?:(?:${months})\\.? \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${months})|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4})\\b`,
  'giu',
);

/** Stretches of a text that may tell, in their order and apart from each other. */
export function stretchesThatTell(text: string, { people, places }: KnownNames): Hidden[] {
  const turn = readTurn(text, null);
  const words = turn.tokens.filter((token) => token.kind === 'word');
  const at = (first: Token, last: Token, word: Hidden['word']): Hidden => {
    const [from, to] = asWritten(turn, first.from, last.to);
    return { from, to, word };
  };
  const found: Hidden[] = [];
  const whole = places.map((place) => nameParts(place.replaceAll(/\d/g, ' '))).filter((parts) => parts.length > 0);
  const telling = tellingAlone(whole);
  words.forEach((token, index) => {
    for (const parts of whole) {
      const last = words[index + parts.length - 1];
      if (last === undefined || !parts.every((part, nth) => bare(words[index + nth]!) === part)) continue;
      // One ordinary word in small letters ("bay", "downtown") names no place.
      if (parts.length > 1 || !ordinary(token) || (token.capital && !token.opens))
        found.push(at(token, last, '[PLACE]'));
    }
    if (token.capital && telling.has(bare(token))) found.push(at(token, token, '[PLACE]'));
  });
  const names = new Set(people.flatMap(nameParts));
  words.forEach((token, index) => {
    if (!names.has(bare(token))) return;
    const beside = [words[index - 1], words[index + 1]].some((one) => one && names.has(bare(one)) && one.capital);
    if (!ordinary(token) || (token.capital && (!token.opens || beside))) found.push(at(token, token, '[NAME]'));
  });
  for (const match of text.matchAll(days))
    found.push({ from: match.index, to: match.index + match[0].length, word: '[DAY]' });
  return apart(found);
}

// Of "Harbor Tulsa" and "Harbor Reno" people say "Tulsa": a word that one place alone has, and that is no ordinary word, tells it.
// Written small it may be any word ("bay").
function tellingAlone(places: readonly (readonly string[])[]): Set<string> {
  const words = places.flatMap((parts) => [...new Set(parts.length > 1 ? parts : [])]);
  const times = Map.groupBy(words, (word) => word);
  return new Set(words.filter((word) => times.get(word)!.length === 1 && !isOrdinary(word)));
}

/** The text with some stretches hidden. */
export function hiding(text: string, stretches: readonly Hidden[]): string {
  let shown = '';
  let at = 0;
  for (const { from, to, word } of apart(stretches)) {
    shown += text.slice(at, from) + word;
    at = Math.min(to, text.length);
  }
  return shown + text.slice(at);
}

/** Those that overlap become one, with the word of the first. */
export function apart(stretches: readonly Hidden[]): Hidden[] {
  const found: { from: number; to: number; word: Hidden['word'] }[] = [];
  for (const one of stretches.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (one.to <= one.from) continue;
    const last = found.at(-1);
    if (last && one.from < last.to) last.to = Math.max(last.to, one.to);
    else found.push({ ...one });
  }
  return found;
}

function bare({ text }: Token): string {
  return text.endsWith("'s") ? text.slice(0, -2) : text;
}

function ordinary(token: Token): boolean {
  return isOrdinary(bare(token));
}

function isOrdinary(word: string): boolean {
  return (flagsOf(word) & (is.ordinary | is.vocabulary)) !== 0;
}
