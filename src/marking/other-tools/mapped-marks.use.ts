// What looking into another tool's export needs of the organisation, and the mapping kept for the next file of the same head.
import { factKeyHash } from '../../contacts/identity.core.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { assertMayImportMarks } from '../marking.access.ts';
import type { MappedMarks } from './mapped-marks.core.ts';
import type { MarkMapping } from './mark-mapping.core.ts';
import { keysHere, mappingOf, writeMapping } from './mark-mapping.store.ts';

/** The mapping kept for files of this head; null where there is none. @throws Fault `past-marks-forbidden` */
export async function keptMarkMapping(work: Work, head: string): Promise<MarkMapping | null> {
  assertMayImportMarks(work.actor);
  return mappingOf(work, head);
}

/** How many contacts the marks name, and how many of these are here. @throws Fault `past-marks-forbidden` */
export async function countMapped(
  work: Work,
  { rows }: Pick<MappedMarks, 'rows'>,
): Promise<{ readonly contacts: number; readonly here: number }> {
  assertMayImportMarks(work.actor);
  const keys = [...new Set(rows.map(({ row }) => factKeyHash(work.key, row.contact)))];
  return { contacts: keys.length, here: await keysHere(work, keys) };
}

/** Keeps it for the next file. @throws Fault `past-marks-forbidden` */
export async function keepMarkMapping(work: Work, head: string, mapping: MarkMapping): Promise<void> {
  assertMayImportMarks(work.actor);
  if (JSON.stringify(await mappingOf(work, head)) === JSON.stringify(mapping)) return;
  await writeMapping(work, head, mapping);
  await append(work, { kind: 'past-marks.mapping-kept', subjects: [head], digestOf: JSON.stringify(mapping) });
}
