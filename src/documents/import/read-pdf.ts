// The text of a PDF as lines: no script of it runs, nothing is drawn, no font is loaded, and only so many pages are read.
import { getDocumentProxy } from 'unpdf';

const mostPages = 300;
const mostLetters = 4_000_000;

interface Piece {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly transform: readonly number[];
  readonly height: number;
}

/** Paragraphs with a blank line between them. @throws Error where it is damaged, locked, or longer than a document is */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocumentProxy(bytes, {
    isEvalSupported: false,
    disableFontFace: true,
    stopAtErrors: false,
  } as never);
  if (pdf.numPages > mostPages) throw new Error('too many pages');
  const lines: { words: string; gap: boolean }[] = [];
  let letters = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    let words = '';
    let last: number | null = null;
    let height = 0;
    const end = (): void => {
      if (words.trim() !== '') lines.push({ words: words.trim(), gap: false });
      words = '';
    };
    for (const item of items as unknown as readonly Piece[]) {
      if (typeof item.str !== 'string') continue;
      letters += item.str.length;
      if (letters > mostLetters) throw new Error('too long');
      const at: number = item.transform[5] ?? 0;
      if (last !== null && Math.abs(at - last) > Math.max(height, 4) * 0.5 && words !== '') end();
      // More room than between two lines: a paragraph ended.
      if (last !== null && last - at > Math.max(height, 6) * 1.9 && lines.length > 0) lines.at(-1)!.gap = true;
      words += item.str;
      if (item.str.trim() !== '') {
        last = at;
        height = item.height;
      }
      if (item.hasEOL) end();
    }
    end();
    if (lines.length > 0) lines.at(-1)!.gap ||= /[.!?:]$/.test(lines.at(-1)!.words);
  }
  return lines
    .map(({ words, gap }) => (gap ? `${words}\n` : words))
    .join('\n')
    .replaceAll('\u0000', '')
    .trim();
}
