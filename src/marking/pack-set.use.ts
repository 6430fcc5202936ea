// The set of standards in use: kept for ever as stated, so that an old mark can always be read with its own words.
import { append } from '../platform/ledger/append.ts';
import type { Work } from '../platform/db/work.ts';
import type { Standard } from '../standards/standard.core.ts';
import { currentPackSet, currentStandards, writePackSet } from './marking.store.ts';

/** Make these the standards in use. Does nothing where they are already. */
export async function usePackSet(work: Work, id: string, standards: readonly Standard[]): Promise<void> {
  const current = await currentPackSet(work.tx, work.actor.orgId);
  if (current?.id === id) return;
  await writePackSet(work.tx, work.actor.orgId, id, standards, work.now);
  await append(work, {
    kind: 'standards.taken-up',
    subjects: [id],
    digestOf: standards.map((one) => `${one.id}=${one.version}`).join('\n'),
  });
}

/** The standards in use, as stated, in order of id; empty before the first marking. */
export async function standardsInUse(work: Work): Promise<Standard[]> {
  return currentStandards(work.tx, work.actor.orgId);
}
