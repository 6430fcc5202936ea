// The start of a marking: the set of standards that is used from now on, put in use by whoever may have contacts marked.
import type { Work } from '../platform/db/work.ts';
import type { Standard } from '../standards/standard.core.ts';
import { assertMayMark } from './marking.access.ts';
import { usePackSet } from './pack-set.use.ts';

/** @throws Fault `marking-forbidden` */
export async function beginMarking(work: Work, packSet: string, standards: readonly Standard[]): Promise<void> {
  assertMayMark(work.actor);
  await usePackSet(work, packSet, standards);
}
