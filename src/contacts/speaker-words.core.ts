// The words of a turn as features for telling rep from customer: single words, pairs, how it opens, whether it asks.
// Numbers are all alike and so are other tools' marks, so that no value and no name ever becomes a feature.

const token = /\[[A-Za-z_ -]{1,40}\d{0,3}\]|[a-z]+(?:'[a-z]+)*|\d+|\?/g;
const mostWords = 400;

/** The features of a turn, each once. Linear in the text up to 400 words; the rest tells nothing new. */
export function featuresOf(text: string): Set<string> {
  const words: string[] = [];
  for (const [found] of text.slice(0, 4000).toLowerCase().replaceAll('’', "'").matchAll(token)) {
    words.push(found[0] === '[' ? '[]' : /^\d/.test(found) ? '#' : found);
    if (words.length >= mostWords) break;
  }
  const features = new Set<string>();
  words.forEach((word, at) => {
    features.add(word);
    const next = words[at + 1];
    if (next) features.add(`${word} ${next}`);
    const third = words[at + 2];
    if (next && third) features.add(`${word} ${next} ${third}`);
  });
  if (words[0]) features.add(`^ ${words[0]}`);
  if (words.at(-1) === '?') features.add('? $');
  features.add(words.length <= 3 ? '<4' : words.length <= 8 ? '<9' : words.length <= 20 ? '<21' : '>20');
  return features;
}
