// Finds the causes of all failures, each batch in a transaction of its own, and says how far it has come.
import type { Actor } from '../kernel/actor.ts';
import type { Store } from '../platform/db/open.ts';
import { beginDiagnosis, diagnoseBatch, settleDiagnosis } from './diagnose.use.ts';
import { loadLadder } from './load-ladder.use.ts';

/** Contacts to a batch: enough that the work outweighs the transaction, few enough to keep memory flat. */
const batchContacts = 200;

/** Yields the number of failures diagnosed so far after each batch, at least once. */
export async function* diagnoseAll(
  store: Store,
  actor: Actor,
  ownPacks?: string,
): AsyncGenerator<{ findings: number }> {
  const settings = await loadLadder(ownPacks);
  const run = await store.inWork(actor, async (work) => beginDiagnosis(work, settings));
  let findings = 0;
  for (let after: string | null = ''; after !== null;) {
    const from: string = after;
    const batch = await store.inWork(actor, async (work) => diagnoseBatch(work, run, from, batchContacts));
    findings += batch.findings;
    after = batch.next;
    yield { findings };
  }
  await store.inWork(actor, async (work) => settleDiagnosis(work, run));
  await store.analyze(['finding', 'finding_rung']);
}
