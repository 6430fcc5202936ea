// A phrase where it stands in a pack.
import { isScalar, type Node } from 'yaml';
import type { Phrase } from '../pack.core.ts';
import { parsePhrase } from './phrase.ts';
import type { Source } from './source.ts';
import { PhraseFault } from './spelling.ts';

/** One phrase with its place; null, with a caret under the fault, where it is bad. */
export function readPhrase(source: Source, node: Node | null): Phrase | null {
  const text = source.text(node, 'A phrase');
  if (text === null) return null;
  const place = source.placeOf(node);
  try {
    return { text, ...parsePhrase(text), place };
  } catch (error) {
    if (!(error instanceof PhraseFault)) throw error;
    const quoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') ? 1 : 0;
    source.report(place, error.message, error.write, error.at + quoted);
    return null;
  }
}
