// A document as a PDF to print and hang up: its head, its text without the marks of Markdown, and for each part what it says beside.
import type { DocumentKind } from '../../documents/document.core.ts';
import { toldField } from '../../documents/out/document-markdown.core.ts';
import { headFields, isAsked, kindWords, partFields } from '../../documents/drafts/part-fields.core.ts';
import type { DraftContent } from '../../documents/drafts/draft.core.ts';
import { readMarkdown, type Block } from '../../documents/markdown/markdown.core.ts';
import type { Stretch } from '../../documents/review/sunset.core.ts';
import { dayWords } from '../../kernel/day-words.ts';

/** What the PDF is written with; src/platform/pdf has it. */
export interface Writer {
  heading(rank: 1 | 2 | 3, text: string): void;
  paragraph(text: string, look?: { readonly soft?: boolean; readonly bold?: boolean }): void;
  list(items: readonly string[]): void;
  table(head: readonly string[], rows: readonly (readonly string[])[], widths?: readonly number[]): void;
  code(text: string): void;
}

export interface ToPrint {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly version: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** The days on which it held, without those on which it was suspended. */
  readonly held: readonly Stretch[];
  readonly stands: string;
  readonly sha256: string | null;
  readonly content: DraftContent;
  readonly names: ReadonlyMap<string, string>;
}

export function writeDocumentPdf(
  pdf: Writer,
  { kind, id, version, from, to, held, stands, sha256, content, names }: ToPrint,
): void {
  const named = (one: string): string => names.get(one) ?? one;
  pdf.heading(1, content.title);
  const rows: [string, string][] = [
    [kindWords[kind].one, `${id}${version === null ? ', draft' : `, version ${version}`}`],
    ['State', stands],
    ['In force', heldWords(from, to, held)],
    ['Owner', content.owner === '' ? 'nobody yet' : named(content.owner)],
    ['For', [...content.roles, ...content.sites.map(named)].join(', ') || 'everybody, everywhere'],
    ...headFields[kind]
      .filter((spec) => isAsked(spec, content.fields))
      .map((spec): [string, string] => {
        const value = toldField(content.fields[spec.name]);
        return [spec.label, spec.choices?.find((choice) => choice.value === value)?.label ?? value];
      }),
  ];
  pdf.table(
    ['', ''],
    rows.filter(([, value]) => value !== ''),
    [0.25, 0.75],
  );
  blocks(pdf, readMarkdown(content.intro));
  for (const [at, part] of content.parts.entries()) {
    pdf.heading(3, part.id === String(at + 1) ? `${at + 1}.` : `${at + 1}. (${part.id})`);
    blocks(pdf, readMarkdown(part.text));
    for (const spec of partFields[kind].filter((one) => isAsked(one, content.fields))) {
      const told = toldField(part.fields[spec.name]);
      if (told !== '') pdf.paragraph(`${spec.label}: ${told}`, { soft: true });
    }
  }
  if (sha256 !== null) {
    pdf.paragraph('SHA-256 of this version’s canonical text:', { soft: true });
    pdf.code(sha256);
  }
}

function heldWords(from: string | null, to: string | null, held: ToPrint['held']): string {
  if (from === null) return 'not yet';
  if (to !== null && to <= from) return `for no day: replaced on ${dayWords(from)}`;
  return held
    .map((one) => `from ${dayWords(one.from)}${one.to === undefined ? '' : ` until before ${dayWords(one.to)}`}`)
    .join(', and ');
}

function blocks(pdf: Writer, all: readonly Block[]): void {
  for (const block of all) {
    if (block.kind === 'rule') continue;
    if (block.kind === 'code') pdf.code(block.text);
    else if (block.kind === 'list') pdf.list(block.items.map((item) => item.map(words).join('\n')));
    else if (block.kind === 'heading') pdf.paragraph(words(block), { bold: true });
    else pdf.paragraph(words(block));
  }
}

function words(block: Block): string {
  if (block.kind === 'list')
    return block.items
      .map((item, at) => `${block.ordered ? `${block.first + at}.` : '•'} ${item.map(words).join('\n')}`)
      .join('\n');
  if (block.kind === 'quote') return block.inside.map(words).join('\n');
  if (block.kind === 'rule') return '';
  if (block.kind === 'code') return block.text;
  return block.inside
    .map(function told(piece): string {
      if (piece.kind === 'break') return '\n';
      if (piece.kind === 'text' || piece.kind === 'code') return piece.text;
      const inside = piece.inside.map(told).join('');
      return piece.kind === 'link' && piece.to !== inside ? `${inside} (${piece.to})` : inside;
    })
    .join('');
}
