// The text of a Word file as Markdown: headings, lists, tables as lines. The file is a zip of XML; its one text member is read to
// a bounded size and taken apart tag by tag, so that no entity is ever defined, no other file opened and no macro looked at.
import { fromBufferPromise } from 'yauzl';

/** What the text of a document may unpack to. */
const mostBytes = 32 * 1024 * 1024;
const mostMembers = 5000;

/** @throws Error where it is no Word file, is damaged, or unpacks to more than any document has */
export async function readDocx(bytes: Uint8Array): Promise<string> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
  try {
    let members = 0;
    for await (const entry of zip.eachEntry()) {
      members += 1;
      if (members > mostMembers) throw new Error('too many members');
      if (entry.fileName !== 'word/document.xml') continue;
      if (entry.uncompressedSize > mostBytes) throw new Error('too large');
      return linesOf(await textOf(await zip.openReadStreamPromise(entry)));
    }
  } finally {
    zip.close();
  }
  throw new Error('no Word file');
}

async function textOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of stream) {
    size += piece.length;
    // What it says of its own size may be a lie.
    if (size > mostBytes) throw new Error('too large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** Paragraphs of `word/document.xml`, one after another. What was deleted with changes tracked is left out. */
export function linesOf(xml: string): string {
  const lines: string[] = [];
  let words = '';
  let heading = 0;
  let listed = false;
  let level = 0;
  let indented = false;
  let cells: string[] | null = null;
  let inText = false;
  let deleted = 0;
  const endParagraph = (): void => {
    const text = words.replaceAll(/\s+/g, ' ').trim();
    words = '';
    if (cells !== null) {
      if (text !== '') cells.push(text);
      return;
    }
    if (text === '') return;
    if (heading > 0) lines.push('', `${'#'.repeat(heading)} ${text}`, '');
    else if (listed) lines.push(level === 0 ? `@item ${text}` : `${'   '.repeat(level)}- ${text}`);
    else lines.push('', indented ? `   ${text}` : text, '');
  };
  for (const [, closes, name, attributes, text] of xml.matchAll(/<(\/?)([A-Za-z][\w:.-]*)((?:\s[^<>]*)?)>|([^<]+)/g)) {
    if (text !== undefined) {
      if (inText && deleted === 0) words += unescaped(text);
      continue;
    }
    const opens = closes === '' && !attributes!.endsWith('/');
    if (name === 'w:t') inText = opens;
    else if (name === 'w:del') deleted += closes === '/' ? -1 : opens ? 1 : 0;
    else if (name === 'w:tab' || name === 'w:br' || name === 'w:cr') words += ' ';
    else if (name === 'w:p' && opens) {
      heading = 0;
      listed = false;
      level = 0;
      indented = false;
    } else if (name === 'w:pStyle') {
      const style = /w:val="([^"]{1,60})"/.exec(attributes!)?.[1] ?? '';
      if (/^title$/i.test(style)) heading = 1;
      else heading = Math.min(6, Number(/^heading\s?(\d)$/i.exec(style)?.[1] ?? -1) + 1);
      if (/^list/i.test(style)) listed = true;
    } else if (name === 'w:numPr') listed = listed || opens;
    else if (name === 'w:ilvl') level = Math.min(5, Number(/w:val="(\d)"/.exec(attributes!)?.[1] ?? 0));
    else if (name === 'w:ind') indented = /w:(?:left|start)="[1-9]/.test(attributes!);
    else if (name === 'w:p' && closes === '/') endParagraph();
    else if (name === 'w:tr' && opens) cells = [];
    else if (name === 'w:tr' && closes === '/') {
      if (cells && cells.length > 0) lines.push('', `   ${cells.join(' — ')}`, '');
      cells = null;
    }
  }
  return numbered(lines)
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/**
 * Word keeps a list's numbers elsewhere: its outermost items are numbered anew, from one after each heading. A paragraph of its own
 * after them is no part of the last item: it is numbered as the next, and the items that one ending in a colon opens stay under it.
 * What is indented, and the rows of a table, go with what stands before them.
 */
function numbered(lines: readonly string[]): string[] {
  let number = 0;
  let under = false;
  return lines.map((line) => {
    if (line.startsWith('#')) {
      number = 0;
      under = false;
    }
    const listed = line.startsWith('@item ');
    const words = listed ? line.slice(6) : line;
    if (listed && under) return `   - ${words}`;
    if (words.startsWith(' ')) return under ? `   ${words}` : number === 0 ? words.trimStart() : words;
    if (!listed && (number === 0 || words === '' || words.startsWith('#'))) return line;
    if (!listed) under = words.endsWith(':');
    number += 1;
    return `${number}. ${words}`;
  });
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The five names and the numbers that XML itself knows; any other entity stays the text that it is. */
function unescaped(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(lt|gt|amp|quot|apos));/g, (whole, decimal, hex, name) => {
    if (name) return named[name as string]!;
    const code = decimal ? Number(decimal) : Number.parseInt(hex as string, 16);
    return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}
