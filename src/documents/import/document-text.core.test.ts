// Files as documents: what was written out reads back the same, and people's own ways of numbering are understood.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contentWith, type DraftPart } from '../drafts/draft.core.ts';
import { documentMarkdown } from '../out/document-markdown.core.ts';
import { readDocumentText } from './document-text.core.ts';

it('splits by numbers, or by headings, or by paragraphs', () => {
  const numbered = readDocumentText(
    'policy',
    'Late fees\n\nWhat we charge.\n\n1. First.\n   More of it.\n2. Second.\n',
  );
  expect([numbered.intro, numbered.parts.map((part) => [part.id, part.text])]).toEqual([
    'Late fees\n\nWhat we charge.',
    [
      ['1', 'First.\nMore of it.'],
      ['2', 'Second.'],
    ],
  ]);
  const headed = readDocumentText('policy', '# Fees\n\n## Paying\n\nBy card.\n\n## Letting go\n\n1. Once.\n2. Twice.');
  expect([headed.title, headed.parts.map((part) => [part.id, part.text])]).toEqual([
    'Fees',
    [
      ['paying', '**Paying**\n\nBy card.'],
      ['letting-go.1', '**Letting go**\n\nOnce.'],
      ['letting-go.2', 'Twice.'],
    ],
  ]);
  expect(readDocumentText('policy', 'One rule.\n\nAnother rule.').parts.map((part) => part.text)).toEqual([
    'One rule.',
    'Another rule.',
  ]);
});

it('reads back what was written out', () => {
  const words = fc.constantFrom(
    'The rep may waive a fee.',
    'Say **why**.',
    'Two\nlines',
    'A list:\n- one\n- two',
    'Price: $5',
  );
  const part = fc
    .tuple(
      words,
      fc.constantFrom('', 'So that they stay.'),
      fc.constantFrom('', 'yes', 'no'),
      fc.subarray(['a.b', 'c.d']),
    )
    .map(([text, purpose, answer, serves]): DraftPart => ({
      id: '1',
      text,
      serves,
      obstructs: [],
      fields: {
        ...(purpose === '' ? {} : { purpose }),
        ...(answer === '' ? {} : { factor: { answer, reason: 'it helps: at once' } }),
      },
    }));
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (given) => {
      const parts = given.map((one, at) => ({ ...one, id: at % 2 === 0 ? String(at + 1) : `own-${at}` }));
      const content = contentWith({
        title: 'Late “fees”: all',
        owner: 'p-bo',
        intro: 'Why.',
        fields: { class: 'house-rules' },
        parts,
      });
      const text = documentMarkdown({
        kind: 'policy',
        id: 'fees',
        version: '1',
        from: '2026-03-01',
        to: null,
        content,
      });
      const read = readDocumentText('policy', text);
      expect(read).toEqual({ title: content.title, owner: 'p-bo', intro: 'Why.', fields: content.fields, parts });
    }),
  );
});
