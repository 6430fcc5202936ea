// `customary documents ...`: the register, one document as a file, a file as a draft.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { Fault } from '../kernel/fault.ts';
import { BegunShape, ListedDocumentShape } from '../record/publish/documents.shape.ts';
import { documentsText } from './documents.view.ts';
import { exitCode } from './exit-code.ts';
import type { Session } from './session.ts';
import type { SharedOptions } from './shared-options.ts';
import type { Terminal } from './terminal.ts';
import { writeText } from './write-file.ts';

export interface ListDocumentsOptions extends SharedOptions {
  on?: string;
  kind?: string;
  words?: string;
}

export interface ExportDocumentOptions extends SharedOptions {
  as?: string;
  versionOf?: string;
  out?: string;
}

export interface BringDocumentOptions extends SharedOptions {
  kind?: string;
}

const PageShape = z.object({ items: z.array(ListedDocumentShape), next: z.string().nullable() });

/** `customary documents list`. */
export async function listDocuments(
  session: Session,
  terminal: Terminal,
  options: ListDocumentsOptions,
): Promise<number> {
  const items: z.infer<typeof ListedDocumentShape>[] = [];
  for (let after: string | null = ''; after !== null;) {
    const query = new URLSearchParams({ limit: '200' });
    if (after !== '') query.set('after', after);
    if (options.on) query.set('day', options.on);
    if (options.kind) query.set('kind', options.kind);
    if (options.words) query.set('words', options.words);
    const page: z.infer<typeof PageShape> = await session.client.get(PageShape, `/v1/documents?${query.toString()}`);
    items.push(...page.items);
    after = page.next;
  }
  if (options.json) await writeText(options.json, [`${JSON.stringify({ documents: items }, null, 2)}\n`]);
  if (options.json !== '-') terminal.print(documentsText(items, terminal.columns));
  return exitCode.done;
}

/** `customary documents export KIND ID`. */
export async function exportDocument(
  session: Session,
  terminal: Terminal,
  kind: string,
  id: string,
  options: ExportDocumentOptions,
): Promise<number> {
  const form = options.as ?? 'md';
  const query = new URLSearchParams({ as: form, ...(options.versionOf ? { version: options.versionOf } : {}) });
  const path = `/v1/documents/${encodeURIComponent(kind)}/${encodeURIComponent(id)}/file?${query.toString()}`;
  const bytes = await session.client.bytes(path);
  const to = options.out ?? `${kind}-${id.replaceAll(/[^\p{L}\p{N}.-]/gu, '-')}.${form}`;
  await writeText(to, [bytes]);
  if (to !== '-') terminal.say(`Written: ${to}`);
  return exitCode.done;
}

/** `customary documents bring FILE`. @throws Fault `path-missing` */
export async function bringDocument(
  session: Session,
  terminal: Terminal,
  file: string,
  options: BringDocumentOptions,
): Promise<number> {
  const bytes = await readFile(file).catch(() => {
    throw new Fault('path-missing', 'missing', `There is no file ${file} to read. Check the path.`);
  });
  const body = { kind: options.kind ?? 'policy', name: basename(file), base64: bytes.toString('base64') };
  const begun = await session.client.post(BegunShape, '/v1/documents/import', body);
  if (options.json) await writeText(options.json, [`${JSON.stringify(begun, null, 2)}\n`]);
  if (options.json !== '-')
    terminal.print(
      `A draft of the ${begun.kind} ${begun.id} is open. It counts once it is approved and published: open /documents/${begun.kind}/${begun.id}/edit`,
    );
  return exitCode.done;
}
