// Procedures that are suspended today: in force by their days, and by their review nobody said why they still stand. They are shown as
// such, and neither offered nor run.
import { asTheyHeld } from '../documents/review/held-versions.use.ts';
import type { DocumentVersion } from '../documents/document.core.ts';
import { inForce, type Day } from '../kernel/moment.ts';
import type { Work } from '../platform/db/work.ts';
import { overdueInForce } from './search/search.store.ts';

/** From which day on each of them is suspended, by `ID/VERSION`. @param id of one procedure; left out: of all */
export async function suspendedToday(work: Work, id?: string): Promise<ReadonlyMap<string, Day>> {
  const today = work.now.slice(0, 10);
  return suspendedAmong(work, await overdueInForce(work, today, id));
}

async function suspendedAmong(work: Work, versions: readonly DocumentVersion[]): Promise<Map<string, Day>> {
  const today = work.now.slice(0, 10);
  const held = Map.groupBy(await asTheyHeld(work, 'procedure', versions, () => false), nameOf);
  return new Map(
    versions.flatMap((version) => {
      const stretches = held.get(nameOf(version)) ?? [];
      if (stretches.some((one) => inForce(one, today))) return [];
      const ends = stretches.flatMap(({ to }) => (to === undefined ? [] : [to])).toSorted();
      return [[nameOf(version), ends.at(-1) ?? version.from] as const];
    }),
  );
}

const nameOf = ({ id, version }: Pick<DocumentVersion, 'id' | 'version'>): string => `${id}/${version}`;
