// What is done to a file before it is read: bytes flipped, cut, doubled and spliced, and whatever exporters, transports and people of
// ill will put into one. All of it by chance from a seed.
import type { Chance } from '../chance.ts';

/** What was done, where it matters for what may come out. */
export interface Mutated {
  readonly bytes: Buffer;
  /** Nothing but a cut at the end. */
  readonly onlyCut: boolean;
}

const numbers = [
  '1e999',
  '-1e999',
  'NaN',
  '-0',
  '9007199254740993',
  '1e-400',
  '99999999999999999999',
  '-1',
  '0x1F',
  '1_000',
  '٣',
  '2026-13-45T99:99:99Z',
  '0000-00-00',
  'Infinity',
  '2147483648',
  '',
];
const fields = [
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-2+3',
  '@SUM(A1:A9)',
  '=HYPERLINK("http://x","y")',
  '__proto__',
  'constructor',
  '{"$gt":""}',
  '../../../etc/passwd',
  '%00',
  '${7*7}',
  '<script>alert(1)</script>',
  '\u202Eabc',
  '\uFEFF',
  '\u0000',
  '"',
  '""',
  "'",
  '\\u0000',
  '\\ud800',
  '&#x0;',
  '-->',
  '00:00:00.000 --> 99:99:99.999',
  ']]>',
  '---',
  '\u2028',
  '\r',
  '\t\t\t',
];
const tokens = Buffer.from('"\n,:{}[]\\\0\u001b<\t-;|\'');
const mostChanges = 4;
const huge = 70_000;
const deep = 3000;

/** One to a few changes; `donor` is a file of any format to splice from. */
export function mutated(seed: Buffer, donor: Buffer, chance: Chance): Mutated {
  if (chance.below(8) === 0) return { bytes: seed.subarray(0, chance.below(seed.length + 1)), onlyCut: true };
  let bytes = seed;
  for (let left = 1 + chance.below(mostChanges); left > 0; left--) bytes = changed(bytes, donor, chance);
  return { bytes, onlyCut: false };
}

function changed(bytes: Buffer, donor: Buffer, chance: Chance): Buffer {
  const at = chance.below(bytes.length + 1);
  const length = 1 + chance.below(chance.below(4) === 0 ? 400 : 30);
  const rest = bytes.subarray(at);
  const put = (inside: Buffer, skipped = 0): Buffer =>
    Buffer.concat([bytes.subarray(0, at), inside, rest.subarray(skipped)]);
  switch (chance.below(16)) {
    case 0:
    case 1:
      return put(Buffer.from([rest.length > 0 ? rest[0]! ^ (1 << chance.below(8)) : 0]), 1);
    case 2:
      return put(Buffer.from([chance.below(256)]), 1);
    case 3:
      return put(Buffer.of(tokens[chance.below(tokens.length)]!), chance.below(2));
    case 4:
      return put(Buffer.alloc(0), length);
    case 5:
      return put(rest.subarray(0, length));
    case 6:
      return put(donor.subarray(chance.below(donor.length), donor.length).subarray(0, length * 4));
    case 7:
      return bytes.subarray(0, at);
    case 8:
    case 9:
      return withValue(bytes, /-?\d+(?:\.\d+)?/g, chance.of(numbers), chance);
    case 10:
    case 11:
      return withValue(bytes, /[A-Za-z][\w .'?-]{2,}/g, chance.of(fields), chance);
    case 12:
      return swapped(bytes, chance);
    case 13:
      return chance.below(40) === 0
        ? put(Buffer.alloc(huge, chance.of(['a', '"', ',', ' ', '\n', '[', 'é', '9'])))
        : put(Buffer.alloc(length, 0));
    case 14:
      return chance.below(40) === 0
        ? put(Buffer.from(chance.of(['[', '{"a":', '(', '<a>']).repeat(deep)))
        : put(Buffer.from(chance.of(fields)));
    default:
      return encoded(bytes, chance);
  }
}

// A number or a word somewhere in the text takes another value.
function withValue(bytes: Buffer, pattern: RegExp, value: string, chance: Chance): Buffer {
  const text = bytes.toString('latin1');
  const from = chance.below(text.length + 1);
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  if (!found) return Buffer.concat([bytes, Buffer.from(value)]);
  return Buffer.concat([
    bytes.subarray(0, found.index),
    Buffer.from(value),
    bytes.subarray(found.index + found[0].length),
  ]);
}

// Two lines change places, or one comes again.
function swapped(bytes: Buffer, chance: Chance): Buffer {
  const lines = bytes.toString('latin1').split('\n');
  const [one, other] = [chance.below(lines.length), chance.below(lines.length)];
  const kept = lines[one]!;
  if (chance.below(2) === 0) lines[one] = lines[other]!;
  lines[other] = kept;
  return Buffer.from(lines.join('\n'), 'latin1');
}

function encoded(bytes: Buffer, chance: Chance): Buffer {
  const text = bytes.toString('utf8');
  switch (chance.below(6)) {
    case 0:
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 1:
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
    case 2:
      return Buffer.from(`\uFEFF${text}`);
    case 3:
      return Buffer.from(text, 'latin1');
    case 4:
      return Buffer.from(text.replaceAll('\n', '\r'));
    default:
      return Buffer.concat([bytes, Buffer.from([0xed, 0xa0, 0x80, 0xff, 0xfe, 0xc0, 0x80])]);
  }
}

const values: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1e308,
  '',
  ' ',
  [],
  {},
  [[]],
  [null],
  'NaN',
  '1e999',
  { toString: 1 },
  '\u0000',
  2 ** 53,
];

/** A JSON value with one node of it replaced, taken out, doubled or wrapped. */
export function otherJson(value: unknown, chance: Chance): unknown {
  if (typeof value !== 'object' || value === null || chance.below(5) === 0)
    return chance.below(3) === 0 ? [value] : chance.of(values);
  if (Array.isArray(value)) {
    const list = value.slice() as unknown[];
    const at = chance.below(Math.max(1, list.length));
    if (chance.below(4) === 0) list.splice(at, chance.below(2), list[at]);
    else if (list.length > 0) list[at] = otherJson(list[at], chance);
    return list;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return chance.of(values);
  const at = chance.below(entries.length);
  const [key, own] = entries[at]!;
  const way = chance.below(6);
  if (way === 0) entries.splice(at, 1);
  else if (way === 1) entries[at] = [chance.of([...fields, ...entries.map(([other]) => other)]), own];
  else entries[at] = [key, otherJson(own, chance)];
  return Object.fromEntries(entries);
}
