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
  const pages: Line[][] = [];
  let letters = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    let words = '';
    let last: number | null = null;
    let height = 0;
    let tallest = 0;
    const lines: Line[] = [];
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
    pages.push(lines);
  }
  const kept = withoutEdges(pages);
  for (const lines of kept) if (lines.length > 0) lines.at(-1)!.gap ||= /[.!?:]$/.test(lines.at(-1)!.words);
  return withHeadings(kept.flat())
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

/** “4”, “Page 4”, “4 of 12”. */
const pageNumber = /^(?:page\s+)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?$/i;
/** How many lines at the top and at the foot of a page may be the page's own. */
const deepestEdge = 3;

/** Without what most pages begin or end with, but for its numbers: the head and foot of the paper are no words of the document. */
function withoutEdges(pages: readonly Line[][]): Line[][] {
  const same = ({ words }: Line): string => words.replaceAll(/\d+/g, '0');
  const edges = (lines: readonly Line[]): readonly Line[] => [
    ...lines.slice(0, deepestEdge),
    ...lines.slice(deepestEdge).slice(-deepestEdge),
  ];
  const seen = new Map<string, number>();
  for (const lines of pages) for (const one of new Set(edges(lines).map(same))) seen.set(one, (seen.get(one) ?? 0) + 1);
  const often = Math.max(2, pages.length * 0.6);
  const own = (line: Line): boolean => pageNumber.test(line.words) || (seen.get(same(line)) ?? 0) >= often;
  // From the outside inwards, as far as lines are the page's.
  return pages.map((lines) => {
    const first = lines.slice(0, deepestEdge).findIndex((line) => !own(line));
    const start = first < 0 ? Math.min(deepestEdge, lines.length) : first;
    const last = lines
      .slice(start)
      .slice(-deepestEdge)
      .findLastIndex((line) => !own(line));
    const rest = lines.slice(start);
    return rest.slice(0, rest.length - (Math.min(deepestEdge, rest.length) - 1 - last));
  });
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
  // A heading that was too long for one line is one heading.
  const whole = lines.reduce<Line[]>((all, line) => {
    const before = all.at(-1);
    if (before && !before.gap && standsOut(before) && standsOut(line) && size(before) === size(line))
      all[all.length - 1] = { ...line, words: `${before.words} ${line.words}` };
    else all.push(line);
    return all;
  }, []);
  return whole.flatMap((line, at): Line[] => {
    if (!standsOut(line)) return [line];
    return [{ ...line, words: `${titled && at === 0 ? '#' : '##'} ${line.words}`, gap: true }];
  });
}
