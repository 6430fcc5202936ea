// Writes PDF files of plain text: headings, paragraphs, lists, tables, lines of code, and a foot with the page's number. The letters
// are Roboto's, which has Latin, Greek and Cyrillic; they are set into the file.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import PdfDocument from 'pdfkit';
import { unpackedFont } from './font-file.ts';

export interface PdfMade {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

export interface PdfWriter {
  /** A heading of the first, second or third rank. */
  heading(rank: 1 | 2 | 3, text: string): void;
  /** A paragraph; line breaks in it stay. */
  paragraph(text: string, look?: { readonly soft?: boolean; readonly bold?: boolean }): void;
  list(items: readonly string[]): void;
  /** Each cell breaks into as many lines as it needs. @param widths shares of the width; even unless given */
  table(head: readonly string[], rows: readonly (readonly string[])[], widths?: readonly number[]): void;
  /** What must be read letter by letter: keys, hashes. */
  code(text: string): void;
  pageBreak(): void;
  bytes(): Promise<PdfMade>;
}

const fonts = join(dirname(createRequire(import.meta.url).resolve('roboto-fontface/package.json')), 'fonts', 'roboto');
const margin = 56;
const sizes = { 1: 20, 2: 14, 3: 11.5 } as const;
const ink = '#1a1a1a';
const softInk = '#5b5b5b';
const rule = '#c9c6bf';

/** Whatever has no letter in a PDF is left out: control characters would break its lines. */
const plain = (text: string): string =>
  Array.from(text.replaceAll('\t', '  '))
    .filter((one) => one === '\n' || (one >= ' ' && one !== '\u007F'))
    .join('');

/** @param foot stands at the foot of each page beside its number */
export function newPdf({
  title,
  foot = title,
  at,
}: {
  readonly title: string;
  readonly foot?: string;
  readonly at: Date;
}): PdfWriter {
  const doc = new PdfDocument({
    size: 'A4',
    margins: { top: margin, bottom: margin + 14, left: margin, right: margin },
    bufferPages: true,
    info: { Title: title, Producer: 'Customary', Creator: 'Customary', CreationDate: at },
  });
  doc.registerFont('regular', unpackedFont(join(fonts, 'Roboto-Regular.woff')));
  doc.registerFont('bold', unpackedFont(join(fonts, 'Roboto-Bold.woff')));
  const pieces: Uint8Array[] = [];
  doc.on('data', (piece: Uint8Array) => pieces.push(piece));
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  const width = doc.page.width - margin * 2;
  const bottom = (): number => doc.page.height - margin - 14;
  const room = (height: number): void => {
    if (doc.y + height > bottom()) doc.addPage();
  };

  function row(cells: readonly string[], widths: readonly number[], bold: boolean, again?: readonly string[]): void {
    doc.font(bold ? 'bold' : 'regular').fontSize(8.5);
    const texts = cells.map(plain);
    const heights = texts.map((text, at) => doc.heightOfString(text || ' ', { width: widths[at]! - 8 }));
    // What is taller than a page is cut into paragraphs rather than lost.
    const height = Math.max(...heights) + 5;
    if (height > bottom() - margin) {
      for (const text of texts) writer.paragraph(text);
      return;
    }
    // A table that goes on has its heads again.
    if (doc.y + height > bottom()) {
      doc.addPage();
      if (again) row(again, widths, true);
      doc.font(bold ? 'bold' : 'regular').fontSize(8.5);
    }
    const top = doc.y;
    let left = margin;
    for (const [at, text] of texts.entries()) {
      doc.fillColor(ink).text(text, left, top + 2, { width: widths[at]! - 8, lineBreak: true });
      left += widths[at]!;
    }
    doc.x = margin;
    doc.y = top + height;
    doc
      .moveTo(margin, doc.y)
      .lineTo(margin + width, doc.y)
      .lineWidth(0.5)
      .strokeColor(rule)
      .stroke();
  }

  const writer: PdfWriter = {
    heading(rank, text) {
      room(rank === 1 ? 90 : 56);
      if (doc.y > margin + 1) doc.moveDown(rank === 1 ? 0.8 : 0.7);
      doc.font('bold').fontSize(sizes[rank]).fillColor(ink).text(plain(text), margin, doc.y, { width });
      doc.moveDown(0.35);
    },
    paragraph(text, { soft = false, bold = false } = {}) {
      doc
        .font(bold ? 'bold' : 'regular')
        .fontSize(10)
        .fillColor(soft ? softInk : ink);
      doc.text(plain(text), margin, doc.y, { width, lineGap: 1.5 });
      doc.moveDown(0.45);
    },
    list(items) {
      doc.font('regular').fontSize(10).fillColor(ink);
      for (const item of items) {
        room(14);
        const top = doc.y;
        doc.text('•', margin, top, { width: 12, lineBreak: false });
        doc.text(plain(item), margin + 14, top, { width: width - 14, lineGap: 1.5 });
      }
      doc.x = margin;
      doc.moveDown(0.45);
    },
    table(head, rows, shares = head.map(() => 1)) {
      const all = shares.reduce((sum, one) => sum + one, 0);
      const widths = shares.map((one) => (one / all) * width);
      room(46);
      row(head, widths, true);
      for (const one of rows) row(one, widths, false, head);
      doc.moveDown(0.6);
    },
    code(text) {
      doc.font('Courier').fontSize(8.5).fillColor(ink).text(plain(text), margin, doc.y, { width });
      doc.moveDown(0.5);
    },
    pageBreak() {
      doc.addPage();
    },
    async bytes() {
      const { count } = doc.bufferedPageRange();
      for (let page = 0; page < count; page += 1) {
        doc.switchToPage(page);
        // Below the margin, where text would begin a page of its own.
        doc.page.margins.bottom = 0;
        doc.font('regular').fontSize(8).fillColor(softInk);
        doc.text(plain(foot).slice(0, 110), margin, doc.page.height - margin, {
          width: width - 80,
          lineBreak: false,
          ellipsis: true,
        });
        doc.text(`${page + 1} of ${count}`, margin + width - 80, doc.page.height - margin, {
          width: 80,
          align: 'right',
          lineBreak: false,
        });
      }
      doc.end();
      await ended;
      return { bytes: new Uint8Array(Buffer.concat(pieces)), pages: count };
    },
  };
  return writer;
}
