// The text of a PDF as lines, those in larger letters as headings: no script of it runs, nothing is drawn, no font is loaded, and only so
// many pages are read.
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
  const lines: Line[] = [];
  let letters = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    let words = '';
    let last: number | null = null;
    let height = 0;
    let tallest = 0;
    const end = (): void => {
      if (words.trim() !== '') lines.push({ words: words.trim(), gap: false, height: tallest });
      words = '';
      tallest = 0;
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
        tallest = Math.max(tallest, item.height);
      }
      if (item.hasEOL) end();
    }
    end();
    if (lines.length > 0) lines.at(-1)!.gap ||= /[.!?:]$/.test(lines.at(-1)!.words);
  }
  return withHeadings(lines)
    .map(({ words, gap }) => (gap ? `${words}\n` : words))
    .join('\n')
    .replaceAll('\u0000', '')
    .trim();
}

interface Line {
  readonly words: string;
  gap: boolean;
  readonly height: number;
}

/** Letters so much larger than the text's own make a heading. */
const larger = 1.15;
const longestHeading = 120;

/** The largest line, where it comes first, is the title; others that stand out are headings of sections. Most letters are the text's own. */
function withHeadings(lines: readonly Line[]): readonly Line[] {
  const letters = new Map<number, number>();
  const size = ({ height }: Line): number => Math.round(height * 2) / 2;
  for (const line of lines) letters.set(size(line), (letters.get(size(line)) ?? 0) + line.words.length);
  const [body = 0] = [...letters].toSorted((one, other) => other[1] - one[1])[0] ?? [];
  const standsOut = (line: Line): boolean =>
    body > 0 && size(line) >= body * larger && line.words.length <= longestHeading && /\p{L}/u.test(line.words);
  if (!lines.some((line) => !standsOut(line))) return lines;
  const titled = lines[0] !== undefined && standsOut(lines[0]);
  return lines.flatMap((line, at): Line[] => {
    if (!standsOut(line)) return [line];
    return [{ ...line, words: `${titled && at === 0 ? '#' : '##'} ${line.words}`, gap: true }];
  });
}
