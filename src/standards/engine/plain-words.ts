// Words that stand in a phrase as they are: what they say, and those side by side as one.
import type { PhraseNode } from '../pack.core.ts';
import type { Tokeniser } from './tokenise.ts';

/** The text of a part that is words and nothing else; else null. */
export function wordsOf(node: PhraseNode): string | null {
  if (node.kind === 'word') return node.text;
  if (node.kind !== 'row') return null;
  const texts = node.parts.map(wordsOf);
  return texts.includes(null) ? null : texts.join(' ');
}

/** Words that stand together are read together, so that "twenty five" in a phrase is one number as it is in a contact. */
export function joinWords(parts: readonly PhraseNode[]): PhraseNode[] {
  const joined: PhraseNode[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.kind === 'word' && last?.kind === 'word')
      joined[joined.length - 1] = { kind: 'word', text: `${last.text} ${part.text}` };
    else joined.push(part);
  }
  return joined;
}

/** Words of phrases as ids, each text read once: the same few stand in thousands of phrases. Only while the vocabulary is open. */
export class PlainWords {
  private readonly tokeniser: Tokeniser;
  private readonly known = new Map<string, readonly number[]>();
  private readonly distinctOf = new WeakMap<readonly PhraseNode[], readonly PhraseNode[]>();

  constructor(tokeniser: Tokeniser) {
    this.tokeniser = tokeniser;
  }

  ids(text: string): readonly number[] {
    let ids = this.known.get(text);
    if (ids === undefined) {
      const read = this.tokeniser.read(text);
      this.known.set(text, (ids = [...read.ids.subarray(0, read.count)]));
    }
    return ids;
  }

  /** "(I'm|I am)" are the same words twice: once is enough. */
  distinct(options: readonly PhraseNode[]): readonly PhraseNode[] {
    let distinct = this.distinctOf.get(options);
    if (distinct === undefined) {
      const seen = new Set<string>();
      distinct = options.filter((option) => {
        const text = wordsOf(option);
        if (text === null) return true;
        const key = this.ids(text).join(' ');
        if (seen.has(key)) return false;
        seen.add(key);
        return true;
      });
      this.distinctOf.set(options, distinct);
    }
    return distinct;
  }
}
