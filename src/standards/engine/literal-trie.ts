// Phrases of words alone, as a tree of words: from every word of a turn as far down as the words go. A step is one look-up, and
// most words begin nothing.
import type { Hits } from './hits.ts';
import { type Line, mostSkips } from './line.ts';
import { Seen } from './seen.ts';

const rowSize = 4;

/** One way of saying a phrase: its words. */
export interface Way {
  readonly phrase: number;
  readonly words: readonly number[];
}

export class LiteralTrie {
  /** Nodes looked at so far. */
  steps = 0;
  /** By word, the node it begins; 0 where it begins none. */
  private readonly roots: Int32Array;
  /** By node, one bit for each of its next words, of 32: most words that don't follow are known by it. */
  private readonly follows: Int32Array;
  /** By node, where its phrases begin in `ends`, 0 where none ends there. */
  private readonly endsAt: Int32Array;
  /** Phrases by node, each row closed by -1. */
  private readonly ends: Int32Array;
  // By row: a node, a word, the node that follows (0: free row).
  private readonly edges: Int32Array;
  private readonly shift: number;
  private readonly seen = new Seen();

  /** @param size of the vocabulary */
  constructor(ways: readonly Way[], size: number) {
    this.roots = new Int32Array(size + 1);
    const bits = Math.max(4, Math.ceil(Math.log2(1 + 2 * ways.reduce((sum, { words }) => sum + words.length, 0))));
    this.edges = new Int32Array(2 ** bits * rowSize);
    this.shift = 32 - bits;
    const phrases: number[][] = [[]];
    const follows: number[] = [0];
    for (const { phrase, words } of ways) {
      let node = 0;
      for (const word of words) {
        let next = node === 0 ? this.roots[word]! : this.next(node, word);
        if (next === 0) {
          next = phrases.push([]) - 1;
          follows.push(0);
          if (node === 0) this.roots[word] = next;
          else this.place(node, word, next);
        }
        if (node !== 0) follows[node]! |= 1 << (word & 31);
        node = next;
      }
      if (!phrases[node]!.includes(phrase)) phrases[node]!.push(phrase);
    }
    this.follows = Int32Array.from(follows);
    this.endsAt = new Int32Array(phrases.length);
    const ends = [-1];
    for (const [node, here] of phrases.entries()) {
      if (here.length === 0) continue;
      this.endsAt[node] = ends.length;
      ends.push(...here, -1);
    }
    this.ends = Int32Array.from(ends);
  }

  /** Adds to `hits` every phrase in the line. */
  read(line: Line, hits: Hits): void {
    const { roots, follows, endsAt } = this;
    const { ids, hasSkips, ahead } = line;
    const last = line.count + 1;
    let steps = 0;
    for (let start = 0; start <= last; start++) {
      let node = roots[ids[start]!]!;
      for (let at = start; node !== 0; at++) {
        steps++;
        if (hasSkips && ahead[at + 1] !== 0) {
          // From here on one node may be reached by several ways, and each is followed once.
          this.seen.clear();
          this.follow(node, start, at, line, hits);
          break;
        }
        if (endsAt[node] !== 0) this.report(node, start, at, hits);
        const word = ids[at + 1]!;
        if ((follows[node]! & (1 << (word & 31))) === 0) break;
        node = this.next(node, word);
      }
    }
    this.steps += steps;
  }

  private follow(node: number, start: number, at: number, line: Line, hits: Hits): void {
    this.steps++;
    if (this.endsAt[node] !== 0) this.report(node, start, at, hits);
    let to = at + 1;
    for (let skips = 0; ; skips++) {
      const next = this.next(node, line.ids[to]!);
      if (next !== 0 && this.seen.add(next, to)) this.follow(next, start, to, line, hits);
      const behind = line.ahead[to]!;
      if (behind === 0 || skips === mostSkips) return;
      to = behind;
    }
  }

  private report(node: number, start: number, end: number, hits: Hits): void {
    const { ends } = this;
    for (let at = this.endsAt[node]!; ends[at]! >= 0; at++) hits.add(ends[at]!, start, end);
  }

  private next(node: number, word: number): number {
    const { edges } = this;
    const mask = edges.length - rowSize;
    let row = this.rowOf(node, word);
    for (;;) {
      const next = edges[row + 2]!;
      if (next === 0 || (edges[row] === node && edges[row + 1] === word)) return next;
      row = (row + rowSize) & mask;
    }
  }

  private place(node: number, word: number, next: number): void {
    const { edges } = this;
    const mask = edges.length - rowSize;
    let row = this.rowOf(node, word);
    while (edges[row + 2] !== 0) row = (row + rowSize) & mask;
    edges[row] = node;
    edges[row + 1] = word;
    edges[row + 2] = next;
  }

  private rowOf(node: number, word: number): number {
    const hash = Math.imul(node ^ Math.imul(word, 0x9e3779b1), 0x85ebca6b);
    return (hash >>> this.shift) * rowSize;
  }
}
