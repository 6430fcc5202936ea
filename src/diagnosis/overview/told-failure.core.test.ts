// A failure's words in a list: whose, and how much around them.
import { expect, it } from 'vitest';
import { toldFailure } from './told-failure.core.ts';

const standard = {
  id: 's.one',
  version: 'v',
  pack: 'p',
  kind: 'standard' as const,
  says: 'Says so.',
  title: 'So',
  weight: 1,
  channels: [],
  few: false,
  firstImpression: false,
};
const turns = [
  { speaker: 'customer' as const, text: 'Could you hold it for me?' },
  { speaker: 'rep' as const, text: `${'First this. '.repeat(20)}No, we never do that. ${'Then that. '.repeat(20)}` },
];
const contact = { channel: 'phone' as const, turns };
const quoteOf = (
  evidence: { turn: number; from: number; to: number }[],
  searched?: { fromTurn: number; toTurn: number },
) =>
  toldFailure({}, { id: 'm', contact: 'c', evidence, ...(searched ? { searched } : {}) }, contact, standard, null)
    .quote;

it("are the rep's before the customer's, with whole words around them", () => {
  const from = turns[1]!.text.indexOf('No, we');
  const quote = quoteOf([
    { turn: 0, from: 0, to: 5 },
    { turn: 1, from, to: from + 21 },
  ]);
  expect(quote).toMatchObject({ speaker: 'rep', words: 'No, we never do that.' });
  expect(quote?.before).toMatch(/^\.\.\. (First this\. |this\. )/);
  expect(quote?.after).toMatch(/ (that\.|Then) \.\.\.$/);
});

it('are what the rep said in the place where nothing was said, with no words lit', () => {
  const quote = quoteOf([], { fromTurn: 0, toTurn: 1 });
  expect(quote).toMatchObject({ speaker: 'rep', words: '', before: '' });
  expect(quote?.after).toMatch(/^First this/);
  expect(quoteOf([], { fromTurn: 0, toTurn: 0 })).toBeNull();
});
