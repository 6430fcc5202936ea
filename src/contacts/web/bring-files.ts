// Bringing files in, as the page does it: look into each first, then send them whole, one after another, and have a job read them
// as one import.
import { ApiProblem, newKey, send, withQuery } from '../../web/api.ts';
import type { ImportPreview } from '../preview-import.shape.ts';
import type { JobOnWire } from '../../platform/jobs/jobs.shape.ts';
import { nameOf } from './file-names.ts';

export interface FileToBring {
  readonly file: File;
  /** What the person said of its columns; outranks every guess. */
  readonly columns: Readonly<Record<string, string>>;
  readonly table?: string;
  readonly channel?: string;
  readonly preview: ImportPreview | null;
  readonly problem: Error | null;
}

/** The beginning of a file tells how it reads; a workbook or an archive can only be read whole. */
const beginning = 512 * 1024;
const largestWhole = 50 * 1024 * 1024;

const saidOf = ({ columns, table, channel }: FileToBring) => ({
  columns: Object.keys(columns).length > 0 ? JSON.stringify(columns) : undefined,
  table,
  channel,
});

/** The file with how it would be read, or why that can't be told. */
export async function lookInto(brought: FileToBring): Promise<FileToBring> {
  const { file } = brought;
  const whole = /\.(xlsx|zip|gz|tgz|tar)$/i.test(file.name);
  if (whole && file.size > largestWhole) return { ...brought, preview: null, problem: null };
  const cut = !whole && file.size > beginning;
  const path = withQuery('/v1/imports/preview', {
    name: nameOf(file),
    ...saidOf(brought),
    cut: cut ? 'yes' : undefined,
  });
  try {
    const reply = await post('POST', path, cut ? file.slice(0, beginning) : file);
    return { ...brought, preview: (await reply.json()) as ImportPreview, problem: null };
  } catch (error) {
    return { ...brought, preview: null, problem: error as Error };
  }
}

/** Whether nothing of the file can go in, whatever is said of its columns: a photo, a recording, an empty file. */
export function isRefused({ counts, rejects, tables }: ImportPreview): boolean {
  return (
    tables.length === 0 &&
    counts.contacts + counts.facts === 0 &&
    rejects.length > 0 &&
    rejects.every((one) => one.row === undefined)
  );
}

/** What is sent: all but what would be refused whole. */
export function toBring(files: readonly FileToBring[]): FileToBring[] {
  return files.filter(({ preview }) => !(preview && isRefused(preview)));
}

/**
 * Sends the files and asks for the job that reads them, has what came marked and everything worked out. Once it has been asked for,
 * the tab may be closed.
 * @param tell how many files were sent
 * @throws ApiProblem, or AbortError where it was stopped before
 */
export async function bringFiles(
  files: readonly FileToBring[],
  signal: AbortSignal,
  tell: (sent: number) => void,
): Promise<JobOnWire> {
  const sent: Record<string, string>[] = [];
  for (const one of files) {
    tell(sent.length);
    const reply = await post('PUT', '/v1/uploads', one.file, signal);
    const { id } = (await reply.json()) as { id: string };
    const said = Object.entries(saidOf(one)).filter((entry): entry is [string, string] => entry[1] !== undefined);
    sent.push({ upload: id, name: nameOf(one.file), ...Object.fromEntries(said) });
  }
  return send<JobOnWire>('POST', '/v1/jobs', {
    work: 'import',
    input: { files: JSON.stringify(sent), name: labelOf(files), afterwards: 'all' },
  });
}

function labelOf(files: readonly FileToBring[]): string {
  const first = files[0]?.file;
  const folder = first?.webkitRelativePath.split('/')[0];
  return (folder || first?.name || 'files').slice(0, 200);
}

async function post(method: 'PUT' | 'POST', path: string, body?: Blob, signal?: AbortSignal): Promise<Response> {
  const reply = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: { 'idempotency-key': newKey(), ...(body ? { 'content-type': 'application/octet-stream' } : {}) },
    ...(body ? { body } : {}),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem(
      'server-gone',
      0,
      'The server does not answer. Check that it still runs, then send the files again: nothing was brought in yet.',
    );
  });
  if (reply.ok) return reply;
  throw problemOf((await reply.json().catch(() => ({}))) as Told, reply.status);
}

interface Told {
  readonly type?: string;
  readonly detail?: string;
  readonly status?: number;
}

function problemOf({ type, detail }: Told, status: number): ApiProblem {
  return new ApiProblem(
    type?.split('/').at(-1) ?? 'unexpected-reply',
    status,
    detail ?? 'The server refused. Try again.',
  );
}
