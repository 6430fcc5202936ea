// Jobs of a process that has ended, where nobody else can be running any.
import { eq, and } from 'drizzle-orm';
import type { Actor } from '../../kernel/actor.ts';
import { organisationsOf } from '../db/keys.ts';
import type { Store } from '../db/open.ts';
import { jobTable } from './job.table.ts';

/** Lets every job that is said to run seem silent for long, so that it is taken back with the rules for those. */
export async function forgetRunners(store: Store, asRunner: (orgId: string) => Actor): Promise<void> {
  for (const orgId of await organisationsOf(store.dataDir))
    await store.inWork(asRunner(orgId), async ({ tx }) =>
      tx
        .update(jobTable)
        .set({ beatAt: '1970-01-01T00:00:00.000Z' })
        .where(and(eq(jobTable.orgId, orgId), eq(jobTable.state, 'running'))),
    );
}
