// How alike two questions are in their words, and points as people write them: what a person's own form is matched to standards by.

/** Words that nothing can be told by. */
const common = new Set(
  'a an and any are as at be by did do does for from had has have he her his how i if in is it its me my of on or our rep she so than that the their them there they this to was we were what when which who will with within you your q employee associate staff person customer say said'.split(
    ' ',
  ),
);

/** `4`, `4/5`, `4 of 5`, `80 %` as points; null where it is none. */
export function pointsOf(value: string): number | null {
  const found = /^(\d+(?:[.,]\d+)?)\s*(?:%|(?:\/|of|out of)\s*\d+(?:[.,]\d+)?)?$/.exec(value.trim().toLowerCase());
  return found ? Number(found[1]!.replace(',', '.')) : null;
}

/** 0 to 1: how much of its words a question has in common with the likest of some texts. A longer sentence shares a word with anything. */
export function alike(question: string, texts: readonly string[]): number {
  const own = new Set(stems(question));
  return Math.max(
    0,
    ...texts.map((text) => {
      const other = new Set(stems(text));
      const both = [...own].filter((word) => other.has(word)).length;
      return both === 0 ? 0 : both / Math.sqrt(own.size * other.size);
    }),
  );
}

/** In small letters, apart from each other. */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim()
    .split(' ');
}

/** Words that tell, without the endings that differ from one form to another. */
function stems(text: string): string[] {
  return wordsOf(text)
    .filter((word) => word.length > 1 && !common.has(word) && !/^\d+$/.test(word))
    .map((word) => (irregular.get(word) ?? word).replace(/(?:ing|ed|es|e|s)$/, ''));
}

const irregular = new Map([
  ['stood', 'stand'],
  ['came', 'come'],
  ['gave', 'give'],
  ['given', 'give'],
  ['shown', 'show'],
  ['told', 'tell'],
]);
