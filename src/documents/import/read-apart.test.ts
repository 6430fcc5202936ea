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
  ).toEqual(['# Late fees', '## Why & how', 'Plain.', '1. First', '2. Second', 'put in', 'A — B']);
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
