// What whoever includes a cue of a pack that ships can do where that makes a phrase too wide: they cannot split what stands in it.
import type { PhraseNode } from '../pack.core.ts';

/** @returns what to write instead of the cues that a phrase includes; empty where it includes none */
export function insteadOfIncluding(node: PhraseNode): string {
  const names = [...new Set(includedIn(node))];
  if (names.length === 0) return '';
  const told = names.map((name) => `{${name}}`).join(' and ');
  return `${told} can be said in very many ways. Ask for such a cue by itself in a condition (says: ${names[0]}), include fewer, or write here only the words that you mean.`;
}

function includedIn(node: PhraseNode): readonly string[] {
  switch (node.kind) {
    case 'cue':
      return [node.name];
    case 'row':
      return node.parts.flatMap(includedIn);
    case 'either':
      return node.options.flatMap(includedIn);
    case 'maybe':
      return includedIn(node.part);
    default:
      return [];
  }
}
