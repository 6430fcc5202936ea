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
  /** A number that may be a sum: no unit's or room's number, no year. */
  amount: 67108864,
  /** A word that may be a name where everything around it says so: "my name is Will". */
  nameable: 134217728,
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
  'content',
  'any',
];
// What other tools and our own redaction call the values they took out, by how a word of the label begins; the first
// entry that any word of it fits decides. "age" must be the whole word: "language" is none.
const placeholderWords: readonly (readonly [RegExp, string])[] = [
  [/^(organi|company|business|employer)/, 'organization'],
  [/^(phone|telephone|tel$|mobile|cell|fax)/, 'phone'],
  [/^e?mail/, 'email'],
  [/^(cards?$|cardn|cardh|credit|cvv|cvc)/, 'card'],
  [/^(address|location|city|street|zip|postal|postcode)|^(site|state|country|county)s?$/, 'location'],
  [/^(date|dob|birth)/, 'date'],
  [/^time$/, 'time'],
  [/^(money|amount|price|currency)/, 'money'],
  [/^product/, 'product'],
  [/^(id$|pin$|ssn|social|identi|code|password|passport|passcode|account|gate|licen|routing)/, 'identity'],
  [/^(number|numeric|age|duration|percent|quantity|ordinal)$/, 'number'],
  [/(name$|^name|^person|^agent$|^rep$|^customer$|^caller$)/, 'name'],
];
// Labels that only say that something was taken out.
const mask = /^(x+|redacted|removed|masked|hidden|deleted|pii|phi|sensitive|omitted|anonymi[sz]ed|blank)$/;

/**
 * What a placeholder stands for by the word inside its brackets, e.g. `PERSON_NAME` is a name. `any` where the label says
 * only that something was removed; `content` where it names a kind that no slot is for (`OCCUPATION`): a word like others.
 */
export function placeholderKind(label: string): string {
  const words = label
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  for (const [begins, kind] of placeholderWords) if (words.some((word) => begins.test(word))) return kind;
  return words.every((word) => mask.test(word)) ? 'any' : 'content';
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
