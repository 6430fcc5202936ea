// Markdown read into a tree: what documents use, and nothing that could do more than be read.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainText, readInline, readMarkdown, safeAddress, type Block, type Inline } from './markdown.core.ts';

it('reads what documents use', () => {
  const text =
    '# Head\n\nOne **strong** and *soft* `code`\nsame line.\n\n1. first\n   - inner\n2. second\n\n> said\n\n---\n\n```\n<b>\n```';
  expect(readMarkdown(text).map((block) => block.kind)).toEqual([
    'heading',
    'paragraph',
    'list',
    'quote',
    'rule',
    'code',
  ]);
  const [, paragraph, list] = readMarkdown(text);
  expect(paragraph).toMatchObject({
    inside: [
      { text: 'One ' },
      { kind: 'strong' },
      {},
      { kind: 'emphasis' },
      {},
      { kind: 'code' },
      { text: ' same line.' },
    ],
  });
  expect(list).toMatchObject({ ordered: true, items: [[{}, { kind: 'list', ordered: false }], [{}]] });
  expect(plainText('**A** [b](/documents/policy/x)\n\n- c')).toBe('A b\nc');
});

it('follows links to the web, to mail and inside the app, and to nothing else', () => {
  for (const good of ['https://a.example/b', 'mailto:a@b.example', '/documents/policy/x', '#part-2'])
    expect(safeAddress(good)).toBe(good);
  for (const bad of [
    'javascript:alert(1)',
    'JaVaScRiPt:x',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    'vbscript:x',
    'file:///etc',
    ' javascript:x',
  ])
    expect(safeAddress(bad)).toBeNull();
  expect(readInline('[x](javascript:alert(1))').some((piece) => piece.kind === 'link')).toBe(false);
});

const links = (blocks: readonly Block[]): string[] => JSON.stringify(blocks).match(/"to":"[^"]*"/g) ?? [];

it('reads any text in time into a bounded depth, losing no letter that is none of its marks', () => {
  const hostile = fc.array(
    fc.constantFrom(
      '[',
      '](',
      ')',
      '**',
      '_',
      '`',
      '> ',
      '- ',
      '1. ',
      '\n',
      '<script>',
      'javascript:',
      'a',
      ' ',
      '\\',
      '#',
      '~~~',
    ),
    { maxLength: 200 },
  );
  fc.assert(
    fc.property(hostile, (pieces) => {
      const blocks = readMarkdown(pieces.join(''));
      expect(links(blocks).some((link) => /javascript/i.test(link))).toBe(false);
    }),
  );
  const before = performance.now();
  for (const one of ['[', '**a', '> ', '- ', '`', '_a ', '1. ', '](', '[a](', '\\'])
    readMarkdown(one.repeat(20_000)).map((block: Block | Inline) => block.kind);
  // An order of magnitude above what it takes: only what grows with the square would get there.
  expect(performance.now() - before).toBeLessThan(20_000);
});
