import { expect, it } from 'vitest';
import { newPdf } from './pdf.ts';

const at = new Date('2026-03-01T12:00:00Z');

it('writes a file of as many pages as it takes', async () => {
  const pdf = newPdf({ title: 'A rule', at });
  pdf.heading(1, 'Price quotes');
  for (let line = 0; line < 200; line += 1) pdf.paragraph(`${line}. Say the price. Ζητήστε, спасибо, cảm ơn.`);
  pdf.table(['who', 'what'], [['somebody', 'x '.repeat(400)]]);
  pdf.list(['one', 'two']);
  const { bytes, pages } = await pdf.bytes();
  expect(new TextDecoder('latin1').decode(bytes.subarray(0, 5))).toBe('%PDF-');
  expect(pages).toBeGreaterThan(3);
});

it('takes any text, also what no page can hold', async () => {
  const pdf = newPdf({ title: 'Hostile\u0000', at });
  pdf.paragraph('\u0000\u0007\uD800 <script>alert(1)</script> =cmd|calc');
  pdf.table(['a'], [['long '.repeat(20_000)]]);
  pdf.code('');
  expect((await pdf.bytes()).pages).toBeGreaterThan(5);
});
