// Word and PDF files, sound and hostile: their text comes out, or nothing does, and soon.
import { deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { newPdf } from '../../platform/pdf/pdf.ts';
import { readDocumentText } from './document-text.core.ts';
import { readApart } from './read-apart.ts';
import { linesOf, readDocx } from './read-docx.ts';

/** A zip of one member, with what it says of its size. */
function zip(name: string, content: Buffer, says = content.length): Uint8Array {
  const packed = deflateRawSync(content);
  const head = (signature: number, size: number): Buffer => {
    const bytes = Buffer.alloc(size);
    bytes.writeUInt32LE(signature, 0);
    return bytes;
  };
  const local = head(0x04034b50, 30);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(says, 22);
  local.writeUInt16LE(name.length, 26);
  const central = head(0x02014b50, 46);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(says, 24);
  central.writeUInt16LE(name.length, 28);
  const end = head(0x06054b50, 22);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]);
}

const paragraph = (text: string, style = ''): string =>
  `<w:p>${style}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const styled = (name: string): string => `<w:pPr><w:pStyle w:val="${name}"/></w:pPr>`;
const item = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';

it('reads headings, lists, tables and changes that were tracked', () => {
  const xml = `<w:document><w:body>${paragraph('Late fees', styled('Title'))}${paragraph('Why &amp; how', styled('Heading1'))}${paragraph('Plain.')}${paragraph('First', item)}${paragraph('Second', item)}<w:p><w:del><w:r><w:t>gone</w:t></w:r></w:del><w:ins><w:r><w:t>put in</w:t></w:r></w:ins></w:p><w:tbl><w:tr><w:tc>${paragraph('A')}</w:tc><w:tc>${paragraph('B')}</w:tc></w:tr></w:tbl></w:body></w:document>`;
  expect(
    linesOf(xml)
      .split('\n')
      .filter((line) => line !== ''),
  ).toEqual(['# Late fees', '## Why & how', 'Plain.', '1. First', '2. Second', '3. put in', '   A — B']);
});

it('a paragraph after a list is no part of its last item, and opens the items under it', () => {
  const indented = '<w:pPr><w:ind w:left="720"/></w:pPr>';
  const xml = [
    paragraph('Booking', styled('Heading1')),
    paragraph('Five passengers at most.', item),
    paragraph('Children count.', indented),
    paragraph('Payment:'),
    paragraph('One card.', item),
    paragraph('Three gift cards.', item),
    paragraph('Nothing else is taken.'),
    paragraph('Bags', styled('Heading1')),
    paragraph('One is free.', item),
  ].join('');
  const read = readDocumentText('policy', linesOf(`<w:body>${xml}</w:body>`));
  expect(read.parts.map(({ id, text }) => [id, text])).toEqual([
    ['booking.1', '**Booking**\n\nFive passengers at most.\n\nChildren count.'],
    ['booking.2', 'Payment:\n\n- One card.\n- Three gift cards.'],
    ['booking.3', 'Nothing else is taken.'],
    ['bags.1', '**Bags**\n\nOne is free.'],
  ]);
});

it('defines no entity, opens no other file, and ends where a file unpacks to more than it says', async () => {
  const entity =
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;&a;">]><w:p><w:t>&a;&b;&#60;</w:t></w:p>';
  expect(linesOf(entity)).toBe('&a;&b;<');
  const bomb = zip('word/document.xml', Buffer.alloc(64 * 1024 * 1024, 0x20), 1000);
  await expect(readDocx(bomb)).rejects.toThrow();
  await expect(readDocx(zip('xl/workbook.xml', Buffer.from('x')))).rejects.toThrow('no Word file');
});

it('reads both kinds apart, and tells of damaged ones that there is no text', async () => {
  const pdf = newPdf({ title: 'Fees', at: new Date('2026-03-01T00:00:00Z') });
  pdf.heading(1, 'Late fees');
  pdf.paragraph('The rep may waive one late fee a year.');
  const { bytes } = await pdf.bytes();
  expect(await readApart('pdf', bytes)).toContain('The rep may waive one late fee a year.');
  const docx = zip('word/document.xml', Buffer.from(`<w:document>${paragraph('The rep says why.')}</w:document>`));
  expect(await readApart('docx', docx)).toBe('The rep says why.');
  expect(await readApart('pdf', bytes.subarray(0, 200))).toBeNull();
  expect(await readApart('pdf', Buffer.from('%PDF-1.7\n%%EOF'))).toBeNull();
  expect(await readApart('docx', Buffer.from('PK\u0003\u0004 not a zip'))).toBeNull();
}, 60_000);

it('what stands in larger letters in a PDF is its title and the headings of its sections', async () => {
  const pdf = newPdf({ title: 'x', at: new Date('2026-03-01T00:00:00Z') });
  pdf.heading(1, 'Returns and refunds');
  pdf.paragraph('For whoever stands at the desk. It says what may be given back, and how long after it was bought.');
  pdf.heading(2, 'Within thirty days');
  pdf.paragraph('The rep takes back what is whole, asks for no reason, and gives the money back the same day.');
  pdf.heading(2, 'Later than that');
  pdf.paragraph('The manager may take it back for the sake of the customer, and writes down why it was done.');
  const read = readDocumentText('policy', (await readApart('pdf', (await pdf.bytes()).bytes)) ?? '');
  expect(read.title).toBe('Returns and refunds');
  expect(read.intro).toContain('For whoever stands at the desk.');
  expect(read.parts.map((part) => part.id)).toEqual(['within-thirty-days', 'later-than-that']);
  expect(read.parts[1]!.text).toMatch(/^\*\*Later than that\*\*\n\nThe manager may/);
}, 60_000);

it('the head and foot of the pages of a PDF are no words of it, and a heading of two lines is one', async () => {
  const pdf = newPdf({ title: 'x', foot: 'House rules, internal', at: new Date('2026-03-01T00:00:00Z') });
  const sections = [
    [
      'Whatever was bought at one desk and is brought back to another one, by whoever has its receipt',
      'The rep takes back what is whole, asks for no reason, and gives the money back on the same day. Nobody is sent to the desk that sold it.',
    ],
    [
      'Whatever comes back without a receipt, but with the card by which it was paid for at a desk',
      'The rep looks the payment up by its last digits and says what was found. Cash is given for it only where the manager of that desk agrees.',
    ],
    [
      'Whatever was worn, opened or broken by the customer before it was brought back to any of us',
      'The manager may take it for half of its price, to keep a customer, and writes down why. A second time within a year the owner is asked.',
    ],
  ] as const;
  pdf.heading(1, 'Returns and refunds');
  for (const [at, [head, words]] of sections.entries()) {
    if (at > 0) pdf.pageBreak();
    pdf.heading(2, head);
    pdf.paragraph(words);
  }
  const read = readDocumentText('policy', (await readApart('pdf', (await pdf.bytes()).bytes)) ?? '');
  expect(read.parts.map(({ text }) => text.replaceAll('\n', ' '))).toEqual(
    sections.map(([head, words]) => `**${head}**  ${words}`),
  );
}, 60_000);
