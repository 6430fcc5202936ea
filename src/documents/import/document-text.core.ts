// What a file of another kind comes to as a document: lines of Markdown, split into an introduction and parts.
import { idFrom, type DraftContent, type DraftPart, type Fields } from '../drafts/draft.core.ts';
import type { DocumentKind } from '../document.core.ts';
import { headFields, partFields, type FieldSpec } from '../drafts/part-fields.core.ts';

export interface ReadDocument extends Pick<DraftContent, 'title' | 'intro' | 'fields' | 'parts'> {
  readonly owner: string;
}

const heading = /^(#{1,6})\s+(.*?)\s*#*$/;
const item = /^(\d{1,4}(?:\.\d{1,4}){0,5})[.)]\s+(.*)$/;
const ownId = /\s*\{#([\p{L}\p{N}][\p{L}\p{N}._-]{0,63})\}\s*$/u;
const links = /^\s*[>*-]?\s*(serves|obstructs):\s*(.+)$/i;

interface Open {
  id: string;
  lines: string[];
}

/** A text in Markdown, as documents are exported, or as people write policies: numbered items, or sections under headings. */
export function readDocumentText(kind: DocumentKind, text: string): ReadDocument {
  const all = text.replaceAll('\r\n', '\n').split('\n');
  const { front, rest } = frontMatter(all);
  let title = front.get('title') ?? '';
  const intro: string[] = [];
  const parts: Open[] = [];
  let section = '';
  let sectionId = '';
  let fenced = false;
  for (const line of rest) {
    if (/^ {0,3}(```|~~~)/.test(line)) fenced = !fenced;
    const head = fenced ? null : heading.exec(line);
    const numbered = fenced ? null : item.exec(line);
    if (head?.[1] === '#' && title === '') title = plain(head[2]!);
    else if (head?.[1] === '#' && plain(head[2]!) === title) continue;
    else if (head) {
      section = head[2]!.replace(ownId, '');
      sectionId = ownId.exec(head[2]!)?.[1] ?? /^(\d+(?:\.\d+)*)/.exec(section)?.[1] ?? idFrom(section);
      parts.push({ id: sectionId, lines: [`**${plain(section)}**`, ''] });
    } else if (numbered) {
      const own = ownId.exec(numbered[2]!)?.[1];
      const words = numbered[2]!.replace(ownId, '');
      const id =
        own ?? (sectionId === '' || numbered[1]!.includes('.') ? numbered[1]! : `${sectionId}.${numbered[1]!}`);
      const before = parts.at(-1);
      // A heading that only opens its items goes with the first of them.
      if (
        before &&
        before.id === sectionId &&
        section !== '' &&
        before.lines.every((one, at) => at === 0 || one.trim() === '')
      ) {
        before.id = id;
        before.lines.push(words);
      } else parts.push({ id, lines: [words] });
      section = '';
    } else if (parts.length > 0) {
      const { lines } = parts.at(-1)!;
      // One blank line says as much as two.
      if (fenced || line.trim() !== '' || lines.at(-1)?.trim() !== '') lines.push(line);
    } else intro.push(line);
  }
  const made = named(parts.filter((part) => part.lines.join('').trim() !== '')).map((part) => partOf(kind, part));
  const [first, ...others] = intro
    .join('\n')
    .trim()
    .split(/\n{2,}/);
  // A text without numbers or headings: each paragraph is a part.
  const paragraphs = made.length > 0 || others.length === 0 ? null : [first!, ...others];
  return {
    title,
    owner: front.get('owner') ?? '',
    intro: paragraphs ? '' : intro.join('\n').trim(),
    fields: headOf(kind, front),
    parts:
      paragraphs?.map((words, at) => ({ id: String(at + 1), text: words, serves: [], obstructs: [], fields: {} })) ??
      made,
  };
}

function frontMatter(lines: readonly string[]): { front: Map<string, string>; rest: readonly string[] } {
  const front = new Map<string, string>();
  const end = lines[0]?.trim() === '---' ? lines.findIndex((line, at) => at > 0 && line.trim() === '---') : -1;
  if (end < 0) return { front, rest: lines };
  for (const line of lines.slice(1, end)) {
    const said = /^([A-Za-z][\w -]{0,39}):\s*(.*)$/.exec(line);
    if (said) front.set(said[1]!.toLowerCase().replaceAll(' ', '-'), said[2]!.replace(/^(["'])(.*)\1$/, '$2').trim());
  }
  return { front, rest: lines.slice(end + 1) };
}

function headOf(kind: DocumentKind, front: ReadonlyMap<string, string>): Fields {
  return Object.fromEntries(
    headFields[kind].flatMap(({ name, choices }) => {
      const value =
        front.get(name.toLowerCase()) ?? front.get(name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
      if (value === undefined || value === '') return [];
      return choices && !choices.some((choice) => choice.value === value) ? [] : [[name, value]];
    }),
  );
}

/** Ids of their own, each once. */
function named(parts: readonly Open[]): Open[] {
  const taken = new Set<string>();
  return parts.map(({ id, lines }, at) => {
    const wanted = id.slice(0, 60) || String(at + 1);
    let own = wanted;
    for (let number = 2; taken.has(own); number += 1) own = `${wanted}-${number}`;
    taken.add(own);
    return { id: own, lines };
  });
}

/** The part's words, with the lines that an export wrote for its links and fields read back. */
function partOf(kind: DocumentKind, { id, lines }: Open): DraftPart {
  const serves: string[] = [];
  const obstructs: string[] = [];
  const fields: Record<string, Fields[string]> = {};
  const words: string[] = [];
  for (const line of lines) {
    const linked = links.exec(line);
    const field = fieldIn(partFields[kind], line);
    if (linked)
      (linked[1]!.toLowerCase() === 'serves' ? serves : obstructs).push(
        ...linked[2]!.split(/[\s,;]+/).filter((one) => one !== ''),
      );
    else if (field) fields[field.name] = field.value;
    else words.push(line.replace(/^ {1,4}/, ''));
  }
  return { id, text: words.join('\n').trim(), serves, obstructs, fields };
}

function fieldIn(specs: readonly FieldSpec[], line: string): { name: string; value: Fields[string] } | null {
  const said = /^\s*(?:[-*>]\s+)?\*\*(.{1,60}?):\*\*\s+(.+)$/.exec(line);
  const spec = said && specs.find((one) => one.label.toLowerCase() === said[1]!.toLowerCase());
  if (!spec) return null;
  const value = said[2]!.trim();
  if (spec.input !== 'factor') return { name: spec.name, value };
  const [answer = '', ...reason] = value.split(/:\s+/);
  return { name: spec.name, value: { answer: answer.toLowerCase(), reason: reason.join(': ') } };
}

const plain = (words: string): string => words.replaceAll(/[*_`]/g, '').replace(ownId, '').trim();
