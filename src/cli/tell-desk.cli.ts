// What a made-up organisation's people did at the desk with what is written, told through the same routes that people use: searches in
// vain, procedures run step by step, a changed policy that waits for approval. Told twice, nothing is told again.
import { SavedShape } from '../documents/drafts/drafts.shape.ts';
import { BegunShape, DraftStateShape, ListedDocumentsShape } from '../record/publish/documents.shape.ts';
import { MissesShape, MissKeptShape, ProceduresShape } from '../procedures/procedures.shape.ts';
import { RunShape, RunsShape } from '../procedures/runs/run.shape.ts';
import { lookedForInVain, runsAtDesk, waitingIntro } from '../simulate/written/desk-words.core.ts';
import type { Session } from './session.ts';

/** Says nothing to the terminal: it is seen on the pages. */
export async function tellDesk({ client }: Session): Promise<void> {
  const before = await client.get(MissesShape, '/v1/procedures/missed');
  if (before.items.length > 0) return;
  for (const [words, times] of lookedForInVain)
    for (let nth = 0; nth < times; nth++) await client.post(MissKeptShape, '/v1/procedures/missed', { words });
  const { items } = await client.get(ProceduresShape, '/v1/procedures?limit=1');
  const [procedure] = items;
  if (procedure) await runIt(client, procedure.id);
  await askForApproval(client);
}

async function runIt(client: Session['client'], procedure: string): Promise<void> {
  const path = `/v1/procedures/${encodeURIComponent(procedure)}/runs`;
  const { items } = await client.get(RunsShape, path);
  if (items.length > 0) return;
  for (const { words, ended } of runsAtDesk) {
    const run = await client.post(RunShape, path, {});
    for (const [at, step] of run.steps.entries()) {
      const said = words[at] ?? { what: 'done' as const };
      if (at >= words.length && !ended) break;
      const to = `/v1/procedure-runs/${run.id}/steps/${encodeURIComponent(step.id)}`;
      await client.post(RunShape, to, said);
      if (said.what === 'unclear') await client.post(RunShape, to, { what: 'done' });
    }
    if (ended) await client.post(RunShape, `/v1/procedure-runs/${run.id}/end`, {});
  }
}

/** A new version of the first policy in force, with an introduction more. */
async function askForApproval(client: Session['client']): Promise<void> {
  const { items } = await client.get(ListedDocumentsShape, '/v1/documents?kind=policy&state=in-force&limit=1');
  const [policy] = items;
  if (!policy || policy.draft !== null) return;
  await client.post(BegunShape, '/v1/documents', { kind: 'policy', id: policy.id });
  const state = await client.get(DraftStateShape, `/v1/documents/policy/${encodeURIComponent(policy.id)}/draft`);
  const { draft } = state;
  const path = `/v1/document-drafts/${draft.id}`;
  await client.put(SavedShape, path, {
    began: draft.revision,
    content: { ...draft.content, intro: waitingIntro },
    settles: [],
  });
  const now = await client.get(DraftStateShape, `/v1/documents/policy/${encodeURIComponent(policy.id)}/draft`);
  await client.tell(`${path}/ask`, { revision: now.draft.revision });
}
