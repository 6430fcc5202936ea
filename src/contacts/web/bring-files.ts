// Bringing files in, as the page does it: look into each first, then send them whole, one after another, as one import.
import { ApiProblem, newKey, send, withQuery } from '../../web/api.ts';
import type { Reject } from '../contact.core.ts';
import type { ImportPreview } from '../preview-import.shape.ts';
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

export interface Brought {
  readonly id: string;
  readonly contacts: number;
  readonly versions: number;
  readonly alreadyHere: number;
  readonly rejects: readonly Reject[];
  readonly marks: number;
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

/**
 * Sends the files, finishes the import and has what came marked.
 * @param tell what is being done, how far it is, and of how many where that is known
 * @throws ApiProblem, or AbortError where it was stopped
 */
export async function bringFiles(
  files: readonly FileToBring[],
  signal: AbortSignal,
  tell: (says: string, done: number, of: number | null) => void,
): Promise<Brought> {
  tell('Reading contacts', 0, null);
  const { id } = await send<{ id: string }>('POST', '/v1/imports', { label: labelOf(files) });
  const rejects: Reject[] = [];
  const total = { contacts: 0, versions: 0, alreadyHere: 0, turns: 0, characters: 0, facts: 0, rejects: 0 };
  for (const one of files) {
    const path = withQuery(`/v1/imports/${id}/files`, {
      name: nameOf(one.file),
      ...saidOf(one),
      rejectsSoFar: rejects.length,
    });
    for await (const line of linesOf(await post('PUT', path, one.file, signal))) {
      if (line.kind === 'reject') rejects.push(line.reject as Reject);
      const counts = line.counts as typeof total | undefined;
      if (counts) tell(`Reading ${one.file.name}`, total.contacts + counts.contacts, null);
      if (line.kind === 'done' && counts)
        for (const name of Object.keys(total) as (keyof typeof total)[]) total[name] += counts[name];
    }
  }
  const finished = await send<{ rejects: Reject[] }>('POST', `/v1/imports/${id}/finish`, {
    counts: total,
    rejects: rejects.length,
  });
  let marks = 0;
  const waiting = total.contacts + total.versions;
  if (waiting > 0) {
    tell('Marking contacts', 0, waiting);
    for await (const line of linesOf(await post('POST', '/v1/marking', undefined, signal))) {
      marks = line.marks as number;
      tell('Marking contacts', line.contacts as number, waiting);
    }
  }
  return { id, ...total, rejects: [...rejects, ...finished.rejects], marks };
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
      'The server does not answer. Check that it still runs, then go on: what came in stays.',
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

interface Line {
  readonly kind?: string;
  readonly [name: string]: unknown;
}

/** The lines of a reply as they come. @throws ApiProblem where a line tells of one */
async function* linesOf(reply: Response): AsyncGenerator<Line> {
  const reader = reply.body!.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    rest += value ?? '';
    const lines = rest.split('\n');
    rest = done ? '' : lines.pop()!;
    for (const text of lines) {
      if (text.trim() === '') continue;
      const line = JSON.parse(text) as Line;
      if (line.kind === 'problem') {
        const problem = line.problem as Told;
        throw problemOf(problem, problem.status ?? 500);
      }
      yield line;
    }
    if (done) return;
  }
}
