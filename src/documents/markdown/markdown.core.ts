// Markdown as documents use it, read into a tree: paragraphs, headings, lists, quotes, code, rules; strong, emphasis, code and
// links. HTML stays text. A link leads to the web, to an address of mail, or to a page of this app; any other is text.

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'strong' | 'emphasis'; readonly inside: readonly Inline[] }
  | { readonly kind: 'link'; readonly to: string; readonly inside: readonly Inline[] };

export type Block =
  | { readonly kind: 'paragraph'; readonly inside: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: number; readonly inside: readonly Inline[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly first: number;
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly kind: 'quote'; readonly inside: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' };

/** Lists in lists and quotes in quotes are read to this depth; what is deeper stays text, so that no text can exhaust a stack. */
const deepest = 8;
const bullet = /^( {0,3})([-*+]|\d{1,9}[.)])( +|$)(.*)$/;

/** The blocks of a text. */
export function readMarkdown(text: string): Block[] {
  return blocksOf(text.replaceAll('\r\n', '\n').replaceAll('\t', '    ').split('\n'), 0);
}

function blocksOf(lines: readonly string[], depth: number): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at]!;
    if (line.trim() === '') {
      at += 1;
      continue;
    }
    const heading = /^ {0,3}(#{1,6})\s+(.*?)\s*#*$/.exec(line);
    if (heading) {
      blocks.push({ kind: 'heading', level: heading[1]!.length, inside: readInline(heading[2]!) });
      at += 1;
    } else if (/^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$/.test(line)) {
      blocks.push({ kind: 'rule' });
      at += 1;
    } else if (/^ {0,3}(```|~~~)/.test(line)) {
      const fence = line.trim().slice(0, 3);
      const end = lines.findIndex((one, index) => index > at && one.trim().startsWith(fence));
      const stop = end < 0 ? lines.length : end;
      blocks.push({ kind: 'code', text: lines.slice(at + 1, stop).join('\n') });
      at = stop + 1;
    } else if (depth < deepest && /^ {0,3}>/.test(line)) {
      const stop = endOf(lines, at, (one) => /^ {0,3}>/.test(one));
      blocks.push({
        kind: 'quote',
        inside: blocksOf(
          lines.slice(at, stop).map((one) => one.replace(/^ {0,3}> ?/, '')),
          depth + 1,
        ),
      });
      at = stop;
    } else if (depth < deepest && bullet.test(line)) {
      const list = listAt(lines, at, depth);
      blocks.push(list.block);
      at = list.end;
    } else {
      const stop = endOf(lines, at, (one, index) => index === at || isParagraph(one, depth));
      blocks.push({
        kind: 'paragraph',
        inside: readInline(
          lines
            .slice(at, stop)
            .map((one) => one.trimStart())
            .join('\n'),
        ),
      });
      at = stop;
    }
  }
  return blocks;
}

function endOf(lines: readonly string[], from: number, goesOn: (line: string, index: number) => boolean): number {
  let end = from;
  while (end < lines.length && goesOn(lines[end]!, end)) end += 1;
  return end;
}

function isParagraph(line: string, depth: number): boolean {
  return line.trim() !== '' && !/^ {0,3}(#{1,6}\s|>|```|~~~)/.test(line) && !(depth < deepest && bullet.test(line));
}

function listAt(lines: readonly string[], from: number, depth: number): { block: Block; end: number } {
  const [, , mark] = bullet.exec(lines[from]!)! as unknown as [string, string, string];
  const ordered = /\d/.test(mark);
  const items: Block[][] = [];
  let at = from;
  while (at < lines.length) {
    const own = bullet.exec(lines[at]!);
    if (!own || /\d/.test(own[2]!) !== ordered) break;
    const indent = own[1]!.length + own[2]!.length + Math.min(Math.max(own[3]!.length, 1), 4);
    const inside = [own[4]!];
    at += 1;
    while (at < lines.length) {
      const line = lines[at]!;
      const blank = line.trim() === '';
      const deeper = line.startsWith(' '.repeat(Math.min(indent, 2)));
      if (blank && !(lines[at + 1]?.startsWith(' '.repeat(Math.min(indent, 2))) ?? false)) break;
      if (!blank && !deeper && (bullet.test(line) || !isParagraph(line, depth))) break;
      inside.push(line.slice(Math.min(indent, line.length - line.trimStart().length)));
      at += 1;
    }
    items.push(blocksOf(inside, depth + 1));
    while (at < lines.length && lines[at]!.trim() === '' && bullet.test(lines[at + 1] ?? '')) at += 1;
  }
  return { block: { kind: 'list', ordered, first: ordered ? Number.parseInt(mark, 10) : 1, items }, end: at };
}

/** The pieces of a paragraph. */
export function readInline(text: string, depth = 0): Inline[] {
  const pieces: Inline[] = [];
  let plain = '';
  const flush = (): void => {
    if (plain !== '') pieces.push({ kind: 'text', text: plain });
    plain = '';
  };
  let at = 0;
  while (at < text.length) {
    const found = depth < deepest ? specialAt(text, at, depth) : null;
    if (found) {
      flush();
      pieces.push(found.piece);
      at = found.end;
    } else if (text[at] === '\\' && /[\\`*_{}[\]()#+\-.!>~|]/.test(text[at + 1] ?? '')) {
      plain += text[at + 1]!;
      at += 2;
    } else {
      plain += text[at] === '\n' ? ' ' : text[at]!;
      at += 1;
    }
  }
  flush();
  return pieces;
}

function specialAt(text: string, at: number, depth: number): { piece: Inline; end: number } | null {
  const sign = text[at]!;
  if (sign === '`') {
    const end = text.indexOf('`', at + 1);
    return end > at + 1 ? { piece: { kind: 'code', text: text.slice(at + 1, end) }, end: end + 1 } : null;
  }
  if (sign === '\n' || (sign === ' ' && text.startsWith('  \n', at)))
    return sign === '\n' ? null : { piece: { kind: 'break' }, end: at + 3 };
  if (sign === '*' || sign === '_') {
    const twice = text.startsWith(sign + sign, at);
    const mark = twice ? sign + sign : sign;
    const open = at + mark.length;
    if (/\s/.test(text[open] ?? ' ') || (sign === '_' && /[\p{L}\p{N}]/u.test(text[at - 1] ?? ' '))) return null;
    const end = text.indexOf(mark, open + 1);
    if (end < 0 || /\s/.test(text[end - 1]!)) return null;
    if (sign === '_' && /[\p{L}\p{N}]/u.test(text[end + mark.length] ?? ' ')) return null;
    const inside = readInline(text.slice(open, end), depth + 1);
    return { piece: { kind: twice ? 'strong' : 'emphasis', inside }, end: end + mark.length };
  }
  if (sign !== '[') return null;
  // Of one line and a bounded length: what is no link is looked at once.
  const link = /^\[([^[\]\n]{1,500})\]\(([^()\s]{1,1000})\)/.exec(text.slice(at, at + 1600));
  const to = link && safeAddress(link[2]!);
  return link && to !== null
    ? { piece: { kind: 'link', to, inside: readInline(link[1]!, depth + 1) }, end: at + link[0].length }
    : null;
}

/** The address of a link as it may be followed; null for any that could do more than lead somewhere. */
export function safeAddress(address: string): string | null {
  if (/^(https?:\/\/[^/\\]|mailto:[^/\\])/i.test(address)) return address;
  return /^(#[\w.~-]+$|\/(?![/\\]))/.test(address) ? address : null;
}

/** The words of a text without its marks, for lists and searching. */
export function plainText(text: string): string {
  return readMarkdown(text).map(wordsOfBlock).join('\n').replaceAll(/[ ]+/g, ' ').trim();
}

function wordsOfBlock(block: Block): string {
  switch (block.kind) {
    case 'rule':
      return '';
    case 'code':
      return block.text;
    case 'list':
      return block.items.map((item) => item.map(wordsOfBlock).join('\n')).join('\n');
    case 'quote':
      return block.inside.map(wordsOfBlock).join('\n');
    default:
      return block.inside.map(wordsOfInline).join('');
  }
}

function wordsOfInline(piece: Inline): string {
  if (piece.kind === 'break') return ' ';
  return piece.kind === 'text' || piece.kind === 'code' ? piece.text : piece.inside.map(wordsOfInline).join('');
}
