// Words that stand in a phrase as they are: what they say, and those side by side as one.
import type { PhraseNode } from '../pack.core.ts';

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
