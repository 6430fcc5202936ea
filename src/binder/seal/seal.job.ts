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
    const done = await store.inWork(actor, async (work) => sealAndSign(work, batch));
    if ('checkpoint' in done) return done.checkpoint;
    for (let from = 0; from < done.waiting.length; from += batch) {
      const some = done.waiting.slice(from, from + batch);
      rows += await store.inWork(actor, async (work) => sealSome(work, some));
      await progress(rows);
    }
    await store.analyze(['sealed_row']);
  }
}
