// A policy or procedure written in Markdown: front matter, then clauses or steps as headings or numbered items, each
// with the standards it serves or obstructs on lines of its own (`serves: enquiry.need-before-price`).
import type { Cell, RawPart, StepWords } from '../record.core.ts';
import type { FileReading } from './file-reading.ts';
import { refusedFile, stemOf } from './file-reading.ts';
import { readYamlRow } from './yaml-tables.ts';

const marker = /^[\s>*-]*(?:<!--\s*)?\**(serves|obstructs)\**\s*:\**\s*(.+?)\s*(?:-->)?\s*$/i;
const ofStep = /^[\s>*-]*\**(actor|say|limit|goes[ -]wrong)\**\s*:\**\s*(.+?)\s*$/i;
const bracketed = /[([]\s*(serves|obstructs)\s*:\s*([^)\]]+)[)\]]/gi;
const heading = /^(#{1,6})\s+(.*?)\s*#*$/;
const item = /^(\d+(?:\.\d+)*)[.)]\s+(.*)$/;
const ownId = /\s*\{#([A-Za-z0-9._-]+)\}\s*$/;

export function readMarkdown(file: string, text: string): FileReading {
  const lines = text.split(/\r?\n/);
  const end = lines[0]?.trim() === '---' ? lines.findIndex((line, index) => index > 0 && line.trim() === '---') : -1;
  const front = end > 0 ? readYamlRow(lines.slice(1, end).join('\n')) : null;
  if (!front) {
    return refusedFile(
      file,
      'front matter: names and values between two lines of ---',
      'Begin the file as the documents that "customary init" writes do.',
      1,
    );
  }
  const { title, parts } = readParts(lines, end + 1);
  const cells: Record<string, Cell> = { ...front.cells };
  if (title !== null && !cells.title) cells.title = title;
  return {
    tables: [
      {
        file,
        hint: hintOf(file, cells.kind),
        columns: Object.keys(cells).filter((name) => name !== 'kind'),
        rows: [{ row: 1, cells, parts }],
      },
    ],
    rejects: [],
    warnings:
      parts.length > 0
        ? []
        : [{ file, sentence: 'It has no clause or step: write them as headings (##) or numbered items.' }],
  };
}

/** The clauses or steps of a text without front matter. */
export function partsIn(text: string): RawPart[] {
  return readParts(text.split(/\r?\n/), 0).parts;
}

/** How each is called in a document. */
const stepNames: Readonly<Record<keyof StepWords, string>> = {
  actor: 'actor',
  say: 'say',
  limit: 'limit',
  goesWrong: 'goes wrong',
};

/** What a step says beside its words, a line each. */
export function stepLines(step: StepWords): string[] {
  return Object.entries(stepNames).flatMap(([name, called]) => {
    const words = step[name as keyof StepWords];
    return words === undefined ? [] : [`${called}: ${words.replaceAll(/\s+/g, ' ')}`];
  });
}

/** The same again as a text: what partsIn reads from it are the parts given. */
export function textOfParts(parts: readonly Omit<RawPart, 'line' | 'whole'>[]): string {
  return parts
    .map(({ id, text, serves, obstructs, step = {} }, at) =>
      [
        `${at + 1}. ${text}${id === String(at + 1) ? '' : ` {#${id}}`}`,
        ...stepLines(step),
        ...(serves.length > 0 ? [`serves: ${serves.join(', ')}`] : []),
        ...(obstructs.length > 0 ? [`obstructs: ${obstructs.join(', ')}`] : []),
      ].join('\n'),
    )
    .join('\n\n');
}

/** What kind of document it is: said in the front matter, else by the folder it stands in. */
function hintOf(file: string, kind: unknown): string {
  if (typeof kind === 'string' && kind !== '') return kind;
  const folders = file.replaceAll('\\', '/').split('/').slice(0, -1);
  return folders.findLast((folder) => /polic|procedure/i.test(folder)) ?? stemOf(file);
}

interface OpenPart {
  id: string;
  words: string[];
  whole: string[];
  step: Partial<Record<keyof StepWords, string>>;
  serves: string[];
  obstructs: string[];
  line: number;
  heading: boolean;
}

function readParts(lines: readonly string[], from: number): { title: string | null; parts: RawPart[] } {
  const parts: OpenPart[] = [];
  let title: string | null = null;
  let section: string | null = null;
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index]!;
    const head = heading.exec(line);
    const numbered = item.exec(line);
    const said = marker.exec(line);
    const own = ofStep.exec(line);
    const open = parts.at(-1);
    if (head && head[1] === '#') title ??= head[2] ?? null;
    else if (head) {
      const { id, words } = nameOf(head[2] ?? '');
      section = id;
      parts.push({ ...newPart(id), words: [words], whole: [words], line: index + 1, heading: true });
    } else if (numbered) {
      const [, number, rest] = numbered as unknown as [string, string, string];
      const id = ownId.exec(rest)?.[1] ?? (section === null ? number : `${section}.${number}`);
      parts.push({ ...newPart(id), line: index + 1, heading: false });
      addWords(parts.at(-1)!, rest.replace(ownId, ''));
    } else if (said && open) open[said[1]!.toLowerCase() as 'serves' | 'obstructs'].push(...idsOf(said[2]!));
    else if (own && open) addOwn(open, own[1]!, own[2]!, line.trim());
    else if (open && line.trim() !== '') addWords(open, line.trim());
  }
  // A heading that only opens a list of items is no clause of its own.
  const own = parts.filter((part, index) => {
    const only = part.heading && part.words.length === 1 && part.serves.length + part.obstructs.length === 0;
    return !(only && parts[index + 1]?.heading === false);
  });
  return {
    title,
    parts: own.map(({ id, words, whole, step, serves, obstructs, line }) => ({
      id,
      text: words.join(' ').trim(),
      serves,
      obstructs,
      line,
      ...(Object.keys(step).length > 0 ? { step, whole: whole.join(' ').trim() } : {}),
    })),
  };
}

/** A heading's id: `{#its-own}`, else the number it begins with, else its words. */
function nameOf(text: string): { id: string; words: string } {
  const own = ownId.exec(text);
  const words = text.replace(ownId, '').trim();
  const number = /^(\d+(?:\.\d+)*)[.)]?\s/.exec(words)?.[1];
  const slug = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return { id: own?.[1] ?? number ?? slug, words };
}

function newPart(id: string): Omit<OpenPart, 'line' | 'heading'> {
  return { id, words: [], whole: [], step: {}, serves: [], obstructs: [] };
}

function addOwn(part: OpenPart, called: string, said: string, line: string): void {
  const name = /^goes/i.test(called) ? 'goesWrong' : (called.toLowerCase() as keyof StepWords);
  part.step[name] = [part.step[name], said].filter(Boolean).join(' ');
  part.whole.push(line);
}

function addWords(part: OpenPart, text: string): void {
  for (const [, kind, ids] of text.matchAll(bracketed)) {
    part[kind!.toLowerCase() as 'serves' | 'obstructs'].push(...idsOf(ids!));
  }
  const words = text.replace(bracketed, '').trim();
  if (words === '') return;
  part.words.push(words);
  part.whole.push(words);
}

function idsOf(text: string): string[] {
  return text
    .split(/[;,\s]+/)
    .map((one) => one.replace(/^[`"'[]+|[`"'\]]+$/g, ''))
    .filter((one) => one !== '');
}
