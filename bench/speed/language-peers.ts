// Libraries and plain regular expressions that do part of what marking does, on the same strings.
import nlp from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

/** wink-nlp's full pipeline, its tokens alone, and compromise's two ends; each returns a number so that it isn't optimised away. */
export function besideText(texts: readonly string[]): Record<string, () => number> {
  const full = winkNLP(model);
  const tokens = winkNLP(model, []);
  // The slowest peers see a part of the texts; their time is scaled by characters.
  return {
    'wink-nlp, full pipeline': () => texts.reduce((sum, text) => sum + full.readDoc(text).tokens().length(), 0),
    'wink-nlp, tokens alone': () => texts.reduce((sum, text) => sum + tokens.readDoc(text).tokens().length(), 0),
    'compromise, whole': () => texts.reduce((sum, text) => sum + nlp(text).length, 0),
  };
}

/** One V8 regular expression of all phrases. */
export function alternation(texts: readonly string[], phrases: readonly string[]): () => number {
  const all = new RegExp(phrases.map((phrase) => escaped(phrase)).join('|'), 'gi');
  return () => texts.reduce((sum, text) => sum + (text.match(all)?.length ?? 0), 0);
}

/** One V8 regular expression a phrase, one after the other. */
export function sequential(texts: readonly string[], phrases: readonly string[]): () => number {
  const each = phrases.map((phrase) => new RegExp(escaped(phrase), 'gi'));
  return () => texts.reduce((sum, text) => each.reduce((hits, one) => hits + (text.match(one)?.length ?? 0), sum), 0);
}

function escaped(phrase: string): string {
  return phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
