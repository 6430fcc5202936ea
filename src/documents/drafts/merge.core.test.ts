// Two who write at once: whatever each does, no word of either is lost, and who changed nothing changes nothing.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contentWith, type DraftContent, type DraftPart } from './draft.core.ts';
import { mergeContents, same, withPlace } from './merge.core.ts';

const partOf = (id: string, text: string): DraftPart => ({ id, text, serves: [], obstructs: [], fields: {} });
const content = fc
  .record({
    title: fc.constantFrom('A', 'B', 'C'),
    intro: fc.constantFrom('', 'x', 'y'),
    task: fc.constantFrom('', 't', 'u'),
    parts: fc.uniqueArray(fc.tuple(fc.constantFrom('1', '2', '3', '4'), fc.constantFrom('a', 'b', 'c')), {
      selector: ([id]) => id,
    }),
  })
  .map(({ parts, task, ...head }): DraftContent =>
    contentWith({
      ...head,
      ...(task === '' ? {} : { fields: { task } }),
      parts: parts.map(([id, text]) => partOf(id, text)),
    }),
  );

const textIn = (all: DraftContent, id: string): string | undefined => all.parts.find((part) => part.id === id)?.text;

it('keeps every text of both: it stands in what comes out, or aside where both wrote', () => {
  fc.assert(
    fc.property(content, content, content, (base, theirs, mine) => {
      const { content: merged, clashes } = mergeContents(base, theirs, mine);
      for (const [one, other] of [
        [theirs, mine],
        [mine, theirs],
      ] as const)
        for (const part of one.parts) {
          const changed = textIn(base, part.id) !== part.text;
          if (!changed || textIn(other, part.id) === part.text) continue;
          const aside = clashes.some(({ place, mine: text }) => place === `part:${part.id}` && same(text, part));
          expect(textIn(merged, part.id) === part.text || aside).toBe(true);
        }
      expect(new Set(merged.parts.map((part) => part.id)).size).toBe(merged.parts.length);
      // Chosen one after the other, what was aside stands.
      const chosen = clashes.reduce((all, { place, mine: value }) => withPlace(all, place, value), merged);
      for (const { place, mine: value } of clashes)
        if (place.startsWith('part:') && value !== null)
          expect(textIn(chosen, place.slice(5))).toBe((value as DraftPart).text);
    }),
  );
});

it('is what one wrote, where the other wrote nothing', () => {
  fc.assert(
    fc.property(content, content, (base, mine) => {
      expect(mergeContents(base, base, mine)).toEqual({ content: mine, clashes: [] });
      expect(mergeContents(base, mine, base)).toEqual({ content: mine, clashes: [] });
      expect(mergeContents(base, mine, mine)).toEqual({ content: mine, clashes: [] });
    }),
  );
});

it('puts a new part after the one that it was written after, wherever others moved it', () => {
  const all = (...ids: string[]): DraftContent => contentWith({ title: 'T', parts: ids.map((id) => partOf(id, id)) });
  const ids = (one: DraftContent): string => one.parts.map((part) => part.id).join('');
  expect(ids(mergeContents(all('1', '2', '3'), all('3', '1', '2'), all('1', '4', '2', '3')).content)).toBe('3142');
  expect(ids(mergeContents(all('1', '2', '3'), all('1', '2', '3', '5'), all('3', '2', '1')).content)).toBe('3521');
  expect(ids(mergeContents(all('1', '2'), all('2'), all('1', '2', '4')).content)).toBe('24');
});
