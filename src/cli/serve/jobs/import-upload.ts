// Brings a file that was sent: begins an import, reads the file into it, finishes it. Begun again after a stop it goes on with
// the same import, in which what is already there is passed over.
import type { App } from '../../../platform/http/api.ts';
import type { Job, Step } from '../../../platform/jobs/job.core.ts';
import type { Uploads } from '../../../platform/jobs/uploads.ts';
import { askApp, linesOf } from './over-app.ts';

/** What the route of a file takes; the rest of the job's input is ours. */
const passedOn = ['columns', 'table', 'rep', 'channel', 'transcripts'] as const;

interface Counts {
  readonly contacts: number;
  readonly versions: number;
  readonly alreadyHere: number;
  readonly rejects: number;
}

export async function* importUpload(app: App, uploads: Uploads, job: Job, signal: AbortSignal): AsyncGenerator<Step> {
  const { input, acting, orgId } = job;
  const { upload = '', name = 'upload' } = input;
  let importId = input['importId'];
  if (importId === undefined) {
    const begun = await askApp(app, acting, { method: 'POST', path: '/v1/imports', json: { label: name } });
    ({ id: importId } = (await begun.json()) as { id: string });
    yield { done: 0, says: 'reading the file', input: { ...input, importId } };
  }
  const query = new URLSearchParams({ name });
  for (const key of passedOn) if (input[key] !== undefined) query.set(key, input[key]);
  const bytes = await uploads.read(orgId, upload);
  const reply = await askApp(app, acting, {
    method: 'PUT',
    path: `/v1/imports/${importId}/files?${query.toString()}`,
    bytes,
  });
  let counts: Counts | undefined;
  for await (const line of linesOf(reply, signal)) {
    if (line['kind'] !== 'progress' && line['kind'] !== 'done') continue;
    counts = line['counts'] as Counts;
    yield { done: counts.contacts + counts.versions + counts.alreadyHere, says: 'reading the file' };
  }
  if (signal.aborted || !counts) return;
  await askApp(app, acting, {
    method: 'POST',
    path: `/v1/imports/${importId}/finish`,
    json: { counts, rejects: counts.rejects },
  });
  // Last: a stop before this reads the file once more, and finds everything there.
  await uploads.drop(orgId, upload);
}
