// A document written out in Markdown, as the record's own files are: front matter, the introduction, then its parts as numbered
// items with their links and fields. Reading it again gives the same document.
import type { DocumentKind } from '../document.core.ts';
import { textOf, type DraftContent, type DraftPart, type FieldValue } from '../drafts/draft.core.ts';
import { headFields, partFields } from '../drafts/part-fields.core.ts';

export interface ToWriteOut {
  readonly kind: DocumentKind;
  readonly id: string;
  /** null: a draft. */
  readonly version: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly content: DraftContent;
}

/** The whole document. */
export function documentMarkdown({ kind, id, version, from, to, content }: ToWriteOut): string {
  const front: [string, string][] = [
    ['kind', kind],
    ['id', id],
    ['version', version ?? 'draft'],
    ['title', content.title],
    ['owner', content.owner],
    ['from', from ?? ''],
    ['to', to ?? ''],
    ['roles', content.roles.join(', ')],
    ['sites', content.sites.join(', ')],
    ...headFields[kind].map(({ name }): [string, string] => [dashed(name), textOf(content.fields[name])]),
  ];
  return `${[
    '---',
    ...front.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${scalar(value)}`),
    '---',
    `# ${oneLine(content.title)}`,
    ...(content.intro.trim() === '' ? [] : ['', content.intro.trim()]),
    ...content.parts.flatMap((part, at) => ['', ...partLines(kind, part, at)]),
  ].join('\n')}\n`;
}

function partLines(kind: DocumentKind, part: DraftPart, at: number): string[] {
  const [first = '', ...others] = part.text.trim().split('\n');
  const own = part.id === String(at + 1) ? '' : ` {#${part.id}}`;
  return [
    `${at + 1}. ${first}${own}`,
    ...others.map((line) => (line.trim() === '' ? '' : `   ${line}`)),
    ...(part.serves.length > 0 ? [`   serves: ${part.serves.join(', ')}`] : []),
    ...(part.obstructs.length > 0 ? [`   obstructs: ${part.obstructs.join(', ')}`] : []),
    ...partFields[kind].flatMap(({ name, label }) => {
      const told = toldField(part.fields[name]);
      return told === '' ? [] : [`   **${label}:** ${told}`];
    }),
  ];
}

/** A field's value in one line: an answer with its reason, a list with commas. */
export function toldField(value: FieldValue | undefined): string {
  if (typeof value === 'object' && 'answer' in value) {
    const { answer, reason } = value as Readonly<Record<string, string>>;
    return oneLine([answer, reason].filter((one) => one !== undefined && one !== '').join(': '));
  }
  return oneLine(textOf(value));
}

const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ').trim();
const dashed = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A value of YAML: quoted wherever it could be read as anything but these words. */
function scalar(value: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N} ,.'()/-]*$/u.test(value) &&
    !/^(true|false|yes|no|null|on|off|[\d.,-]+)$/i.test(value)
    ? value
    : JSON.stringify(oneLine(value));
}
