// Kinds of words as bits, and what placeholders for removed values stand for: [NAME 1], [PERSON_NAME], XXXX.

/** Kinds of words, as bits: what a slot may match. */
export const is = {
  any: 1,
  number: 2,
  digit: 4,
  digits3: 8,
  digits4: 16,
  longNumber: 32,
  hour: 64,
  dayNumber: 128,
  time: 256,
  date: 512,
  name: 1024,
  namelike: 2048,
  content: 4096,
  organization: 8192,
  location: 16384,
  phone: 32768,
  money: 65536,
  email: 131072,
  product: 262144,
  ordinal: 524288,
  month: 1048576,
  weekday: 2097152,
  identity: 4194304,
  card: 8388608,
  numberValue: 16777216,
  size: 33554432,
} as const;
export type WordClass = keyof typeof is;

const anyValue =
  is.name |
  is.namelike |
  is.organization |
  is.location |
  is.phone |
  is.money |
  is.email |
  is.product |
  is.identity |
  is.card |
  is.date |
  is.time |
  is.numberValue |
  is.size;

export const placeholderKinds = [
  'name',
  'organization',
  'location',
  'phone',
  'email',
  'card',
  'identity',
  'date',
  'time',
  'money',
  'number',
  'product',
  'any',
];
// What other tools and our own redaction call the values they took out, by the first word that says so.
const placeholderWords: readonly (readonly [string, string])[] = [
  ['organi', 'organization'],
  ['company', 'organization'],
  ['business', 'organization'],
  ['phone', 'phone'],
  ['tel', 'phone'],
  ['mail', 'email'],
  ['card', 'card'],
  ['cvv', 'card'],
  ['address', 'location'],
  ['location', 'location'],
  ['city', 'location'],
  ['street', 'location'],
  ['site', 'location'],
  ['date', 'date'],
  ['dob', 'date'],
  ['birth', 'date'],
  ['time', 'time'],
  ['money', 'money'],
  ['amount', 'money'],
  ['price', 'money'],
  ['product', 'product'],
  ['number', 'number'],
  ['age', 'number'],
  ['name', 'name'],
  ['person', 'name'],
  ['id', 'identity'],
  ['code', 'identity'],
  ['account', 'identity'],
  ['ssn', 'identity'],
  ['pass', 'identity'],
  ['gate', 'identity'],
];

/** What a placeholder stands for by the word inside its brackets, e.g. `PERSON_NAME` is a name; `any` where it doesn't say. */
export function placeholderKind(label: string): string {
  const lower = label.toLowerCase();
  for (const [word, kind] of placeholderWords) if (lower.includes(word)) return kind;
  return 'any';
}

/** The kinds of word that a placeholder counts as. */
export function placeholderClasses(kind: string): number {
  switch (kind) {
    case 'name':
      return is.name | is.namelike;
    case 'identity':
      return is.identity;
    case 'number':
      return is.numberValue;
    case 'any':
      return anyValue;
    default:
      return is[kind as WordClass];
  }
}
