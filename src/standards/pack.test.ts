// Every mistake in a pack is named with its line and column, and with what to write instead.
import { describe, expect, it } from 'vitest';
import { compilePacks, noWords, tryCompile } from './engine/compile-packs.ts';
import { packOf } from './engine/pack.test-data.ts';
import { readPack } from './pack.ts';

const standard = (lines: string): string =>
  `pack: p\nlanguage: en\ncues:\n  hi: ["hello"]\nstandards:\n  - id: a.b\n    says: It.\n${lines}`;

describe('mistakes of reading', () => {
  it.each([
    [
      'an unknown key, with the nearest',
      standard('    met-wen: hi\n    met-when: hi\n'),
      8,
      5,
      'knows no "met-wen"',
      'Write "met-when".',
    ],
    ['an unknown top-level key', 'pack: p\ncue: {}\n', 2, 1, 'knows no "cue"', 'Write "cues".'],
    ['an unknown condition word', standard('    met-when: {say: hi}\n'), 8, 16, 'knows no "say"', 'Write "says".'],
    [
      'a bad phrase, under the fault',
      'pack: p\ncues:\n  a: ["hi", "how (much"]\n',
      3,
      18,
      'never closed',
      'Write the ")"',
    ],
    ['a phrase alone', 'pack: p\ncues:\n  a: how ...12 much\n', 3, 10, 'gap of 12', 'Write ...'],
    [
      'an atrocity without instead',
      'pack: p\ncues: {hi: [hello]}\nstandards:\n  - id: atrocity.x\n    says: It.\n    done-when: hi\n',
      4,
      5,
      'what to do instead',
      'Write instead:',
    ],
    [
      'an atrocity with met-when',
      'pack: p\ncues: {hi: [hello]}\nstandards:\n  - {id: atrocity.x, says: It., instead: Y., met-when: hi, done-when: hi}\n',
      4,
      46,
      'no met-when',
      'done-when',
    ],
    ['a standard without a condition', standard(''), 6, 5, 'when it is met', 'Write met-when:'],
    [
      'an id twice',
      `${standard('    met-when: hi\n')}  - {id: a.b, says: It., met-when: hi}\n`,
      9,
      6,
      'line 6 already',
      'another id',
    ],
    [
      'an id that no list could show',
      standard('    met-when: hi\n').replace('a.b', `a.${'b'.repeat(99)}`),
      6,
      9,
      'no id',
      'at most 100',
    ],
    ['a name that no list could show', `pack: p\ncues:\n  ${'b'.repeat(101)}: ["x"]\n`, 3, 3, 'no name', 'at most 100'],
    [
      'a text that nobody reads',
      `pack: p\ncues:\n  a: ["{${'b'.repeat(1_000_000)}}"]\n`,
      3,
      7,
      '1000002 characters',
      'at most',
    ],
    [
      'a key that nobody reads',
      standard(`    met-when: {? ${'b'.repeat(1_000_000)} : hi}\n`),
      8,
      18,
      '1000000 characters',
      'at most',
    ],
    ['a language that is none', 'pack: p\nlanguage: english\n', 2, 11, 'no language', 'like en'],
    ['a second document', 'pack: p\n---\npack: q\n', 2, 1, 'second document', 'Take the line'],
    ['an id that is none', standard('    met-when: hi\n').replace('a.b', 'A b'), 6, 9, 'no id', 'small letters'],
    [
      'empty examples',
      standard('    met-when: hi\n    examples: {met: [], failed: ["rep: x"]}\n'),
      9,
      16,
      'no example under met',
      'rep: ...',
    ],
    [
      'a kind of example that is missing',
      standard('    met-when: hi\n    examples: {met: ["rep: x"]}\n'),
      9,
      5,
      'no example failed',
      'Write failed:',
    ],
    [
      'an example without a speaker',
      standard('    met-when: hi\n    examples: {met: ["hello"], failed: ["rep: x"]}\n'),
      9,
      22,
      'who speaks',
      'rep: ...',
    ],
    ['a threshold', standard('    met-when: {silence: long}\n'), 8, 25, 'no threshold', 'Write silence: "> 10 s".'],
    ['a stretch', standard('    met-when: {says: hi, within: soon}\n'), 8, 34, 'no stretch', '2 turns'],
    [
      'a nearness',
      standard('    met-when: {says: hi, within-turns-of: near}\n'),
      8,
      43,
      'no nearness',
      'within-turns-of: 2',
    ],
    ['two conditions in one', standard('    met-when: {says: hi, situation: x}\n'), 8, 15, 'two things', 'all:'],
    [
      'a list that says neither all nor any',
      standard('    met-when: [hi, hi]\n'),
      8,
      15,
      'whether all or any',
      '{all: [...]}',
    ],
    ['a question that is not named', standard('    met-when: {answered: yes}\n'), 8, 16, 'which question', 'question:'],
    ['a weight', standard('    met-when: hi\n    weight: heavy\n'), 9, 5, 'weight', '1 for small'],
    ['a channel', standard('    met-when: hi\n    channels: [fone]\n'), 9, 16, '"fone"', 'Write "phone".'],
    ['a speaker', standard('    met-when: {says: hi, by: agent}\n'), 8, 30, '"agent"', 'rep'],
    [
      'at-least more than there are',
      standard('    met-when: {at-least: 3, of: [hi, hi]}\n'),
      8,
      16,
      'there are 2',
      'from 1 to 2',
    ],
    ['a key twice', 'pack: p\npack: q\n', 2, 1, 'twice', 'Keep one'],
    ['no YAML', 'pack: "p\n', 2, 1, 'not YAML', 'Quote'],
    ['no name', 'language: en\n', 1, 1, 'no name', 'pack: my-standards'],
    ['a cue without phrases', 'pack: p\ncues:\n  a: []\n', 3, 3, 'no phrases', 'Write a list'],
    ['no map at all', '- a\n', 1, 1, 'map', 'key: value'],
    ['a kind without a situation', 'pack: p\nkinds: [x]\n', 2, 9, 'no situation "x"', 'under situations'],
  ])('%s', (_, text, line, column, what, write) => {
    const { pack, errors } = readPack('p.yaml', text);
    expect(pack).toBeUndefined();
    expect(errors.map((one) => [one.line, one.column])).toContainEqual([line, column]);
    const error = errors.find((one) => one.line === line && one.column === column)!;
    expect(error.file).toBe('p.yaml');
    expect(error.what).toContain(what);
    expect(error.write).toContain(write);
  });

  it('are all reported at once', () =>
    expect(readPack('p.yaml', standard('    foo: 1\n    bar: 2\n    met-when: hi\n')).errors).toHaveLength(2));
});

describe('mistakes that show when packs stand together', () => {
  const errorsOf = (...texts: string[]) =>
    tryCompile(
      texts.map((text, index) => packOf(text, `${index}.yaml`)),
      noWords,
    ).errors;
  it.each([
    ['an unknown cue, with the nearest', [standard('    met-when: {says: ho}\n')], 8, 22, 'no cue "ho"', 'Write "hi".'],
    [
      'an unknown cue with nothing near',
      [standard('    met-when: greeting\n')],
      8,
      15,
      'no cue "greeting"',
      'under cues',
    ],
    [
      'a cue that two packs have',
      ['pack: a\ncues: {x: [a]}\n', 'pack: b\ncues: {x: [b]}\n', standard('    met-when: x\n')],
      8,
      15,
      'More than one',
      'a/x or b/x',
    ],
    ['an unknown slot', [standard('    met-when: <monye>\n')], 8, 15, 'no slot <monye>', '<money>'],
    [
      'an unknown situation',
      [`situations: {here: {says: hi}}\n${standard('    met-when: {situation: hear}\n')}`],
      9,
      15,
      'no situation "hear"',
      'Write "here".',
    ],
    [
      'a cue inside itself',
      ['pack: p\ncues:\n  a: ["{b}"]\n  b: ["x {a}"]\n'],
      3,
      3,
      'comes back to itself',
      'Take one',
    ],
    [
      'a situation inside itself',
      ['pack: p\nsituations:\n  a: {situation: b}\n  b: {none: [{situation: a}]}\n'],
      3,
      3,
      'comes back to itself',
      'Take one',
    ],
    [
      'an id in two packs',
      [standard('    met-when: hi\n'), standard('    met-when: hi\n').replace('pack: p', 'pack: q')],
      6,
      5,
      'stands in the pack "p"',
      'another id',
    ],
    [
      'a phrase of nothing but what may be left out',
      ['pack: p\ncues:\n  a: ["hello?"]\n'],
      3,
      7,
      'may be left out',
      'at least one word',
    ],
    ['a phrase that nobody can say', ['pack: p\ncues:\n  a: ["um,"]\n'], 3, 7, 'no word', 'passed over'],
    ['a phrase that ends with a gap', ['pack: p\ncues:\n  a: ["how ..."]\n'], 3, 7, 'ends with a gap', '"..."'],
    [
      'cues that multiply',
      [
        'pack: p\ncues:\n  a: ["x", "y", "z", "u", "v", "w"]\n  b: ["{a} {a} {a} {a} {a} {a}"]\n  c: ["{b} {b} {b} {b} {b} {b} {b}"]\n  d: ["{c} {c} {c} {c} {c} {c} {c}"]\n',
      ],
      6,
      7,
      'too many alternatives',
      'fewer',
    ],
  ])('%s', (_, texts, line, column, what, write) => {
    const error = errorsOf(...texts)[0]!;
    expect(error).toMatchObject({ line, column });
    expect(error.what).toContain(what);
    expect(error.write).toContain(write);
  });

  it('refuse the packs with every place', () => {
    expect(() => compilePacks([packOf(standard('    met-when: ho\n'))], noWords)).toThrow(
      expect.objectContaining({
        slug: 'pack-refused',
        errors: [expect.objectContaining({ pointer: 'test.yaml:8:15' })],
      }),
    );
  });
});

it('yes and no, numbers and quotes are read as they are written', () => {
  const pack = packOf(
    'pack: p\ncues:\n  y: [yes, no, 1.50]\nstandards:\n  - {id: a.b, says: "It: this", met-when: {question: x, answered: yes}, few: true, weight: 3}\n',
  );
  expect(pack.cues.get('y')!.phrases.map((one) => one.text)).toEqual(['yes', 'no', '1.50']);
  expect(pack.standards[0]).toMatchObject({
    says: 'It: this',
    few: true,
    weight: 3,
    metWhen: { core: { answer: 'yes' } },
  });
});
