// The machine that hears phrases: it finds what the plainest search finds, and its work grows with the words and nothing else.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PhraseNode } from '../pack.core.ts';
import { Line } from './line.ts';
import { parsePhrase } from '../language/phrase.ts';
import { asked } from './asked-of.ts';
import { Ear } from './ear.ts';
import { earTables } from './ear-tables.ts';
import { allWays, plainFinds } from './naive-phrases.test-data.ts';
import { PhraseWriter } from './phrase-data.ts';
import { buildPositions } from './positions.ts';
import { Tokeniser } from './tokenise.ts';
import { Vocabulary } from './vocabulary.ts';
import { firstRoles } from './word-roles.ts';
import { WordSets } from './word-sets.ts';

const machineOf = (phrases: readonly string[]) => {
  const vocabulary = new Vocabulary();
  const tokeniser = new Tokeniser(vocabulary);
  const sets = new WordSets();
  const nodes = phrases.map((text) => parsePhrase(text, true).node);
  const writer = new PhraseWriter();
  for (const [cue, node] of nodes.entries())
    writer.add({
      ...buildPositions(joined(node), tokeniser, vocabulary, sets),
      text: phrases[cue]!,
      cue,
      notNegated: false,
      evenReported: false,
      openingOnly: false,
    });
  vocabulary.freeze();
  const tables = earTables(writer.done(sets), new Uint8Array(nodes.length).fill(asked.ofBoth), sets, vocabulary);
  const ways = () => nodes.map((node) => allWays(joined(node), tokeniser, vocabulary));
  return {
    ways,
    tokeniser,
    ear: new Ear(tables, nodes.length, vocabulary, firstRoles(vocabulary), null),
  };
};

const line = new Line();

// What is found in each turn taken in, as places of its line.
const findsOf = (ear: Ear, phrase: number, turns: number): string[][] => {
  const { words } = ear;
  const hits = ear.hear(phrase);
  const finds: string[][] = Array.from({ length: turns }, () => []);
  for (let at = 0; at < hits.count; at++) {
    const turn = words.turns[hits.end(at)]!;
    const base = words.starts[turn]!;
    finds[turn]!.push(`${hits.start(at) - base}-${hits.end(at) - base}`);
  }
  return finds;
};

// Words side by side are read together, as the compiler reads them.
const joined = (node: PhraseNode): PhraseNode => {
  switch (node.kind) {
    case 'row': {
      const parts: PhraseNode[] = [];
      for (const part of node.parts.map(joined)) {
        const last = parts.at(-1);
        if (part.kind === 'word' && last?.kind === 'word')
          parts[parts.length - 1] = { kind: 'word', text: `${last.text} ${part.text}` };
        else parts.push(part);
      }
      return { kind: 'row', parts };
    }
    case 'either':
      return { kind: 'either', options: node.options.map(joined) };
    case 'maybe':
      return { kind: 'maybe', part: joined(node.part) };
    default:
      return node;
  }
};

const word = fc.constantFrom('alpha', 'beta', 'gamma', 'you', 'know', 'i', 'mean', 'two', '25');
const piece: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: word },
  { weight: 2, arbitrary: fc.array(word, { minLength: 2, maxLength: 3 }).map((words) => `(${words.join('|')})`) },
  { weight: 1, arbitrary: fc.tuple(word, word, word).map(([a, b, c]) => `(${a} ${b}|${c})?`) },
  { weight: 1, arbitrary: fc.tuple(word, word, word).map(([a, b, c]) => `(${a} ...2 ${b}|${c}?)?`) },
  { weight: 1, arbitrary: word.map((one) => `${one}?`) },
  { weight: 1, arbitrary: fc.constantFrom('#number', '#weekday', '#number?') },
);
const phrase = fc
  .tuple(
    fc.constantFrom('', '', '', '^ '),
    fc.array(fc.tuple(piece, fc.constantFrom(' ', ' ', ' ', ' ...1 ', ' ...2 ', ' ... ', ' ...9 ')), {
      minLength: 1,
      maxLength: 4,
    }),
    fc.constantFrom('', '', '', ' $'),
  )
  .map(([start, pieces, end]) => {
    const body = pieces.map(([text, then], at) => text + (at === pieces.length - 1 ? '' : then)).join('');
    return `${start}${body}${end}`;
  })
  .filter((text) => {
    try {
      machineOf([text]);
      return true;
    } catch {
      return false;
    }
  });
const said = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: word },
      { weight: 1, arbitrary: fc.constantFrom('um', 'you know', 'i mean', 'monday', 'zebra', 'twenty five', '7,') },
    ),
    { maxLength: 24 },
  )
  .map((words) => words.join(' '));

describe('the machine', () => {
  it('finds each phrase at each of its ends with the earliest start, as the plainest search does', () => {
    fc.assert(
      fc.property(
        fc.array(phrase, { minLength: 1, maxLength: 3 }),
        fc.array(said, { minLength: 1, maxLength: 6 }),
        (phrases, texts) => {
          const { ear, ways } = machineOf(phrases);
          ear.begin(null);
          const lines = texts.map((text, turn) => {
            ear.add(turn, text);
            line.load(ear.words, turn);
            const ahead = line.hasSkips ? [...line.ahead.subarray(0, line.count + 2)] : [];
            return {
              ids: [...line.ids.subarray(0, line.count + 2)],
              skips: new Map(ahead.flatMap((to, from) => (to > 0 ? [[from, to] as const] : []))),
            };
          });
          for (const [phrase, all] of ways().entries())
            expect(findsOf(ear, phrase, texts.length), `${phrases[phrase]!} in ${texts.join(' / ')}`).toEqual(
              lines.map((line) => plainFinds(all, line)),
            );
        },
      ),
      { numRuns: 300 },
    );
  }, 120_000);

  it('finds a phrase wherever it stands in a turn of thousands of words, with something passed over in it and without', () => {
    const { ear } = machineOf(['cold ...2 unit']);
    for (const said of ['cold storage unit', 'cold you know dry unit'])
      for (let before = 2020; before < 2060; before++) {
        ear.begin(null);
        ear.add(0, `${'please '.repeat(before)}${said}${' please'.repeat(20)}`);
        expect(findsOf(ear, 0, 1)[0], `${before} words before`).toEqual([
          `${before + 1}-${before + said.split(' ').length}`,
        ]);
      }
  });

  it('passes over stretches that it is told of, and over none twice told otherwise', () => {
    const { ear } = machineOf(['alpha beta', 'alpha ...1 gamma']);
    ear.begin(null);
    ear.add(0, 'alpha you i beta gamma');
    const { words } = ear;
    words.pass(3, 4);
    words.pass(3, 5);
    expect([...words.ahead.subarray(1, 8)]).toEqual([0, 0, 5, 0, 0, 0, 0]);
    expect([...words.back.subarray(1, 8)]).toEqual([0, 0, 0, 0, 3, 0, 0]);
  });
});

describe('work', () => {
  const workOf = (phrases: readonly string[], text: string): number => {
    const { ear } = machineOf(phrases);
    ear.begin(null);
    ear.add(0, text);
    for (const cue of phrases.keys()) ear.hear(cue);
    return ear.work;
  };
  const twice = (phrases: readonly string[], text: (size: number) => string): number =>
    workOf(phrases, text(4000)) / workOf(phrases, text(2000));
  const letters = (size: number): string => 'a '.repeat(size);
  const asides = (size: number): string => 'you know '.repeat(size / 2);

  it.each([
    ['gaps in gaps over one letter', [Array.from({ length: 6 }, () => 'a').join(' ...9 ')], letters],
    [
      'alternatives that read the same',
      ['(a b? a?)? (a a? b?)? ...9 a', '(a|b) ...9 (a|b) ...9 (a|b) ...9 c'],
      letters,
    ],
    ['a long phrase over its own word', [Array.from({ length: 200 }, () => 'a').join(' ')], letters],
    ['a phrase of asides in asides', [Array.from({ length: 12 }, () => 'you know').join(' ')], asides],
    ['gaps over asides', ['you ...9 know ...9 you ...9 mean'], asides],
  ])('grows in proportion to the words: %s', (_, phrases, text) => {
    expect(twice(phrases, text)).toBeLessThan(2.1);
  });

  it('grows in proportion to ten thousand phrases with gaps, not faster', () => {
    const gapped = (count: number): string[] =>
      Array.from(
        { length: count },
        (_, at) =>
          `a ...9 w${'bcdfghjklm'[at % 10]}${'bcdfghjklm'[((at / 10) % 10) | 0]}${'bcdfghjklm'[((at / 100) % 10) | 0]}x ...9 a`,
      );
    expect(workOf(gapped(1000), letters(500)) / workOf(gapped(500), letters(500))).toBeLessThan(2.1);
  });

  it('takes no more memory than it may: of more it hears nothing and says so, and the next contact as ever', () => {
    const { ear } = machineOf([...Array.from({ length: 2000 }, () => 'alpha'), 'beta']);
    const hear = (text: string): readonly [boolean, number, number] => {
      ear.begin(null);
      ear.add(0, text);
      return [ear.isTooMuch, ear.hear(0).count, ear.hear(2000).count];
    };
    const tenth = 'alpha '.repeat(2500);
    expect(hear(`${tenth}beta`)).toEqual([false, 2500, 1]);
    for (const too of [`beta ${tenth.repeat(10)}`, `you know beta ${tenth.repeat(10)}`]) {
      expect(hear(too)).toEqual([true, 0, 0]);
      expect(hear('alpha beta alpha')).toEqual([false, 2, 1]);
    }
    expect(hear(`${tenth}beta`)).toEqual([false, 2500, 1]);
  });

  it('reads ten million letters without a space as one word', () => {
    const { tokeniser } = machineOf(['alpha']);
    const words = tokeniser.read('a'.repeat(10_000_000));
    expect([words.count, words.to[0]]).toEqual([1, 10_000_000]);
  });
});
