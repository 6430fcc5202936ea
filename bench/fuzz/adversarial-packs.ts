// Packs that a person of ill will might write: each must be refused with a reason or be compiled and mark, and neither may take long.

const pack = (cues: string, condition = '{says: a, by: rep}'): string =>
  `pack: hostile\ncues:\n${cues}\nstandards:\n  - id: a.b\n    says: Says it.\n    met-when: ${condition}\n`;
const cue = (phrase: string): string => `  a: [${JSON.stringify(phrase)}]`;
const many = (count: number, of: (nth: number) => string): string =>
  Array.from({ length: count }, (_, nth) => of(nth)).join('');

/** What it is, and its text. */
export const adversarialPacks: readonly (readonly [what: string, text: () => string])[] = [
  ['100,000 alternatives in a phrase', () => pack(cue(`(${many(100_000, (nth) => `w${nth}|`)}end)`))],
  ['100,000 phrases in a cue', () => pack(`  a: [${many(100_000, (nth) => `"say ${nth} now",`)}"end"]`)],
  ['10,000 gaps in a phrase', () => pack(cue(many(10_000, (nth) => `w${nth} ...9 `)))],
  ['10,000 words that may be left out', () => pack(cue(many(10_000, (nth) => `w${nth}? `)))],
  ['5,000 groups in groups', () => pack(cue(`${'('.repeat(5000)}a${')'.repeat(5000)}`))],
  ['alternatives that multiply', () => pack(cue(many(30, () => '(a|b|c|d|e) ')))],
  ['gaps that multiply', () => pack(cue(many(9, () => '(a|b|c) ...9 ')))],
  [
    'every gap before the same word',
    () => pack(`  a: [${many(2000, (nth) => `"w${nth % 7} ...9 the",`)}"the ...9 the"]`),
  ],
  ['a word of a million letters', () => pack(cue('a'.repeat(1_000_000)))],
  ['10,000 slots', () => pack(cue('<money> '.repeat(10_000)))],
  ['1,000 slots that may be left out', () => pack(cue('<money>? <date>? '.repeat(500)))],
  ['cues that name each other', () => pack('  a: ["{b}"]\n  b: ["{a}"]')],
  [
    'cues that double each other',
    () => pack(`  a: ["{c0} {c0}"]\n${many(30, (nth) => `  c${nth}: ["{c${nth + 1}} {c${nth + 1}}"]\n`)}  c30: ["x"]`),
  ],
  [
    '1,000 cues each naming the next',
    () => pack(`  a: ["{c0}"]\n${many(1000, (nth) => `  c${nth}: ["{c${nth + 1}}"]\n`)}  c1000: ["x"]`),
  ],
  ['conditions 2,000 deep', () => pack(cue('x'), `${'{any: ['.repeat(2000)}a${']}'.repeat(2000)}`)],
  ['conditions 20,000 deep', () => pack(cue('x'), `${'{any: ['.repeat(20_000)}a${']}'.repeat(20_000)}`)],
  ['lists 100,000 deep', () => `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  [
    'situations that name each other',
    () =>
      `pack: hostile\nsituations:\n  a: {situation: b}\n  b: {situation: a}\nstandards:\n  - id: a.b\n    says: x\n    met-when: {situation: a}\n`,
  ],
  [
    'aliases that multiply',
    () =>
      `pack: hostile\nx0: &x0 [a,a,a,a,a,a,a,a,a]\n${many(9, (nth) => `x${nth + 1}: &x${nth + 1} [${`*x${nth},`.repeat(9)}]\n`)}`,
  ],
  ['an alias inside itself', () => 'pack: hostile\ncues: &a\n  a: *a\n'],
  [
    '20,000 standards',
    () =>
      `pack: hostile\ncues:\n  a: ["x"]\nstandards:\n${many(20_000, (nth) => `  - {id: a.b${nth}, says: x, met-when: {says: a}}\n`)}`,
  ],
  ['10,000 conditions in one', () => pack(cue('x'), `{any: [${'a,'.repeat(10_000)}a]}`)],
  ['orders within orders', () => pack(cue('x'), `${'{says: a, before: '.repeat(200)}{says: a}${'}'.repeat(200)}`)],
  ['a count beyond numbers', () => pack(cue('x'), `{says: a, count: "> ${'9'.repeat(400)}"}`)],
  [
    'names of what every object has',
    () => pack('  constructor: ["x"]\n  tostring: ["y"]\n  a: ["{constructor}"]', '{says: constructor}'),
  ],
];
