// Seals what waits, batch by batch, and signs a checkpoint over all of it: the last batch and the checkpoint are one transaction.
import type { Actor } from '../../kernel/actor.ts';
import type { Store } from '../../platform/db/open.ts';
import type { MadeCheckpoint } from '../../platform/ledger/checkpoints.ts';
import { sealAndSign, sealSome } from './checkpoint.use.ts';

/** Rows to a transaction: others who write wait for it. */
const batch = 5000;

/** Seals and signs. @param progress told how many rows were sealed so far @throws the faults of making a checkpoint */
export async function sealAll(
  store: Store,
  actor: Actor,
  progress: (rows: number) => void | Promise<void> = () => undefined,
): Promise<MadeCheckpoint> {
  let rows = 0;
  for (;;) {
    const sealed = await store.inWork(actor, async (work) => sealSome(work, batch));
    rows += sealed;
    await progress(rows);
    if (sealed >= batch) continue;
    if (rows >= batch) await store.analyze(['sealed_row']);
    return store.inWork(actor, sealAndSign);
  }
}
