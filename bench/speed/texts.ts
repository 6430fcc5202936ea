// The texts and phrases that every engine is timed on. Texts: whole public contacts, each one string and each its turns.
// Phrases: runs of two to four words from contacts that are not among the texts, so that some occur, as a lexicon's do.
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { labelledContacts, type LabelledContact } from '../labelled-contacts.ts';

export interface TimedText {
  readonly contact: LabelledContact;
  readonly text: string;
}

/** About `characters` of contacts, drawn by a seed from every set alike in its share; the rest serves for phrases. */
export function timedTexts(folder: string, characters: number): { texts: TimedText[]; rest: TimedText[] } {
  const chance = xoroshiro128plus(20);
  const all = labelledContacts(folder)
    .map((contact) => ({ contact, text: contact.turns.map((turn) => turn.text).join('\n') }))
    .map((one) => ({ one, order: chance.next() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ one }) => one);
  const texts: TimedText[] = [];
  let size = 0;
  let at = 0;
  for (; at < all.length && size < characters; at++) {
    texts.push(all[at]!);
    size += all[at]!.text.length;
  }
  return { texts, rest: all.slice(at) };
}

/** `count` different phrases of two to four plain words, in lower case; the first 50 of 500 are the 50. */
export function phrasesFrom(rest: readonly TimedText[], count: number): string[] {
  const chance = xoroshiro128plus(21);
  const draw = (below: number): number => uniformInt(chance, 0, below - 1);
  const phrases = new Set<string>();
  for (let tries = 0; phrases.size < count && tries < count * 200; tries++) {
    const words = rest[draw(rest.length)]!.text.toLowerCase().split(/[ \n]+/);
    const length = 2 + draw(3);
    const run = words.slice(draw(Math.max(1, words.length - length)));
    const phrase = run.slice(0, length);
    if (phrase.length === length && phrase.every((word) => /^[a-z]+$/.test(word))) phrases.add(phrase.join(' '));
  }
  return [...phrases];
}
