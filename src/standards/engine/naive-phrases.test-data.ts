// Phrases looked for in the plainest way there is: every start, every way through the phrase's own tree, word by word. Slow and
// sure: what the machine finds is held against it.
import type { PhraseNode } from '../pack.core.ts';
import { mostSkips } from './line.ts';
import { formsOf } from './word-forms.ts';
import type { Tokeniser } from './tokenise.ts';
import type { Vocabulary } from './vocabulary.ts';
import { is, type WordClass } from './word-classes.ts';

/** The words of a turn between its edges, and where stretches that may be passed over begin and end. */
export interface PlainLine {
  readonly ids: readonly number[];
  readonly skips: ReadonlyMap<number, number>;
}

/** What a phrase asks for, one word after the other. */
type Matcher = (line: PlainLine, at: number) => boolean;
/** A way through a phrase: its words in order; the words of a gap marked, since no phrase begins or ends with them. */
type Way = readonly { readonly reads: Matcher; readonly gap: boolean }[];

/** Every way through a phrase. */
export function allWays(node: PhraseNode, tokeniser: Tokeniser, vocabulary: Vocabulary): Way[] {
  const words = (text: string): Way => {
    const read = tokeniser.read(text);
    return [...read.ids.subarray(0, read.count)].map((id) => ({ reads: ({ ids }, at) => ids[at] === id, gap: false }));
  };
  const ofKind =
    (bits: number): Matcher =>
    ({ ids }, at) =>
      ((vocabulary.classes[ids[at]!] ?? 0) & bits) !== 0;
  switch (node.kind) {
    case 'word':
      return [words(node.text)];
    case 'forms':
      return formsOf(node.text).map(words);
    case 'edge':
      return [[{ reads: ({ ids }, at) => ids[at] === vocabulary.special[node.edge], gap: false }]];
    case 'class':
      return [[{ reads: ofKind(is[node.name as WordClass]), gap: false }]];
    case 'gap':
      return Array.from({ length: node.most + 1 }, (_, count) =>
        Array.from({ length: count }, () => ({ reads: ofKind(is.any), gap: true })),
      );
    case 'maybe':
      return [[], ...allWays(node.part, tokeniser, vocabulary)];
    case 'either':
      return node.options.flatMap((option) => allWays(option, tokeniser, vocabulary));
    case 'row':
      return node.parts.reduce<Way[]>(
        (before, part) => {
          const after = allWays(part, tokeniser, vocabulary);
          return before.flatMap((one) => after.map((other) => [...one, ...other]));
        },
        [[]],
      );
    default:
      throw new Error(`A ${node.kind} stands in a phrase of the test.`);
  }
}

/** Every `start-end` of the ways in a line, with the earliest start for each end. */
export function plainFinds(ways: readonly Way[], line: PlainLine): string[] {
  const starts = new Map<number, number>();
  for (const way of ways) {
    if (way.length === 0 || way[0]!.gap || way.at(-1)!.gap) continue;
    for (let start = 0; start < line.ids.length; start++) {
      let reached = way[0]!.reads(line, start) ? new Set([start]) : new Set<number>();
      for (const { reads } of way.slice(1)) {
        const next = new Set<number>();
        for (const at of reached) for (const to of following(line, at)) if (reads(line, to)) next.add(to);
        reached = next;
      }
      for (const end of reached) starts.set(end, Math.min(start, starts.get(end) ?? start));
    }
  }
  return [...starts].toSorted(([a], [b]) => a - b).map(([end, start]) => `${start}-${end}`);
}

function following(line: PlainLine, at: number): number[] {
  const all = [at + 1];
  for (let skips = 0; skips < mostSkips; skips++) {
    const behind = line.skips.get(all.at(-1)!);
    if (behind === undefined) break;
    all.push(behind);
  }
  return all.filter((to) => to < line.ids.length);
}
