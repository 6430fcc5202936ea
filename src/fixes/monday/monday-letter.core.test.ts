// A Monday page as a letter: hostile words stay words, links lead into the app, nothing is fetched.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { MondayPage } from './monday.core.ts';
import { mondayLetter } from './monday-letter.core.ts';

const pageOf = (words: string, title = 'Greets'): MondayPage => ({
  week: { from: '2026-03-02', to: '2026-03-08' },
  subject: `${title}: a steady week`,
  lead: title,
  parts: [
    { id: 'better', heading: 'What got better', lines: [{ says: title, path: '/causes' }, { says: 'Nothing.' }] },
  ],
  quote: { about: title, before: words, words, after: words, from: 'The rep', path: '/contacts/c1' },
});
const hostile = `</p><img src=x onerror="alert(1)"><script>alert('1')</script>&amp;`;

it('words of a contact and titles are never markup', () => {
  const { html } = mondayLetter(pageOf(hostile, hostile), 'https://care.example');
  expect(html).not.toMatch(/<(?:img|script)/);
  expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
});

it('whatever the words, the only tags are ours, none with a style or something to fetch', () => {
  const ours =
    /^<(?:!doctype html|\/?(?:html|head|title|body|h1|h2|p|ul|li|blockquote|strong|a)|html lang="en"|meta charset="utf-8"|a href="https:\/\/care\.example\/[^"<>\s]*")>$/;
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constant(hostile)), (words) => {
      const { html } = mondayLetter(pageOf(words, words), 'https://care.example');
      return [...html.matchAll(/<[^>]*>/g)].every(([tag]) => ours.test(tag));
    }),
    { numRuns: 60 },
  );
});

it('says the same as text, with addresses to go on from', () => {
  const { words } = mondayLetter(pageOf('Bye.'), 'https://care.example');
  expect(words).toContain('WHAT GOT BETTER\n- Greets\n  https://care.example/causes\n- Nothing.');
  expect(words).toContain('“Bye.Bye.Bye.”\nThe rep\nhttps://care.example/contacts/c1');
  expect(words).toContain('Switch it off, or see it on screen: https://care.example/monday');
});

it('where nobody knows the address of the app, nothing is linked', () => {
  const { words, html } = mondayLetter(pageOf('Bye.'), null);
  expect(`${words}${html}`).not.toMatch(/href|http|\/causes/);
});
