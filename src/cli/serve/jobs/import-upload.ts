// Brings files that were sent: begins an import, reads each file into it, finishes it. Begun again after a stop it goes on with the
// same import at the file where it was, of which what is already there is passed over.
import { Fault } from '../../../kernel/fault.ts';
import type { App } from '../../../platform/http/api.ts';
import type { Job, JobInput, Step } from '../../../platform/jobs/job.core.ts';
import type { Uploads } from '../../../platform/jobs/uploads.ts';
import { askApp, linesOf, type Sent } from './over-app.ts';

/** What the route of a file takes; the rest of a file's entry is ours. */
const passedOn = ['columns', 'table', 'rep', 'channel', 'transcripts'] as const;

type FileEntry = Readonly<Partial<Record<'upload' | 'name' | (typeof passedOn)[number], string>>> & {
  /** Of a table of past mystery shops: its mapping and what else its route takes. */
  readonly shops?: Readonly<Record<string, unknown>>;
};

/** What came of the files read so far, as the end of an import takes it. */
const noCounts = { contacts: 0, versions: 0, alreadyHere: 0, turns: 0, characters: 0, facts: 0, rejects: 0 };
type Counts = typeof noCounts;

export async function* importUpload(app: App, uploads: Uploads, job: Job, signal: AbortSignal): AsyncGenerator<Step> {
  const { acting, orgId } = job;
  let { input } = job;
  const files = filesIn(input);
  if (input['importId'] === undefined) {
    const label = (files[0]?.name ?? 'upload').slice(0, 200);
    const begun = await askApp(app, acting, { method: 'POST', path: '/v1/imports', json: { label } });
    input = { ...input, importId: ((await begun.json()) as { id: string }).id };
    yield { done: 0, says: 'reading the file', input };
  }
  const importId = input['importId']!;
  let total: Counts = { ...noCounts, ...(JSON.parse(input['came'] ?? '{}') as Partial<Counts>) };
  const says = files.length === 1 ? 'reading the file' : 'reading the files';
  for (let at = Number(input['at'] ?? 0); at < files.length; at += 1) {
    const file = files[at]!;
    const reply = await askApp(app, acting, await sendingOf(file, importId, total.rejects, uploads, orgId));
    let counts: Counts | undefined;
    for await (const line of linesOf(reply, signal)) {
      if (line['kind'] !== 'progress' && line['kind'] !== 'done') continue;
      counts = line['counts'] as Counts;
      const of = typeof line['of'] === 'number' ? { of: cameIn(total) + line['of'] } : {};
      yield { done: cameIn(total) + cameIn(counts), says, ...of };
    }
    if (signal.aborted || !counts) return;
    total = added(total, counts);
    input = { ...input, at: String(at + 1), came: JSON.stringify(total) };
    // Kept before the file goes: a stop in between leaves a file that nobody reads again, and that goes by itself.
    yield { done: cameIn(total), says, input };
    await uploads.drop(orgId, file.upload ?? '');
  }
  if (input['finished'] === 'yes') return;
  const finish = { counts: total, rejects: total.rejects };
  const finished = await askApp(app, acting, {
    method: 'POST',
    path: `/v1/imports/${importId}/finish`,
    json: finish,
  }).catch((error: unknown) => {
    // Finished by the process that was stopped before it could say so.
    if (error instanceof Fault && error.slug === 'import-finished') return null;
    throw error;
  });
  const { rejects = [] } = ((await finished?.json()) ?? {}) as { rejects?: readonly unknown[] };
  const came = JSON.stringify({ ...total, rejects: total.rejects + rejects.length });
  yield { done: cameIn(total), says, input: { ...input, came, finished: 'yes' } };
}

/** What has one file read into the import. */
async function sendingOf(
  file: FileEntry,
  importId: string,
  rejectsSoFar: number,
  uploads: Uploads,
  orgId: string,
): Promise<Sent> {
  const { name = 'upload', upload = '' } = file;
  if (file.shops !== undefined)
    return {
      method: 'POST',
      path: `/v1/imports/${importId}/shops`,
      json: { ...file.shops, upload, name, rejectsSoFar },
    };
  const query = new URLSearchParams({ name, rejectsSoFar: String(rejectsSoFar) });
  for (const key of passedOn) if (file[key] !== undefined) query.set(key, file[key]);
  const bytes = await uploads.read(orgId, upload);
  return { method: 'PUT', path: `/v1/imports/${importId}/files?${query.toString()}`, bytes };
}

function filesIn(input: JobInput): readonly FileEntry[] {
  const several = JSON.parse(input['files'] ?? '[]') as readonly FileEntry[];
  return several.length > 0 ? several : [input];
}

const cameIn = ({ contacts, versions, alreadyHere }: Counts): number => contacts + versions + alreadyHere;

function added(one: Counts, other: Counts): Counts {
  return Object.fromEntries(
    (Object.keys(noCounts) as (keyof Counts)[]).map((key) => [key, one[key] + other[key]]),
  ) as Counts;
}
