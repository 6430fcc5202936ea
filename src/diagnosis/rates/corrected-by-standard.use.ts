// The corrected rate of each standard, for whatever shows a standard's rate.
import type { Work } from '../../platform/db/work.ts';
import { readCounting } from '../../review/draws-that-count.use.ts';
import type { CheckedStandards } from './checked-standards.core.ts';
import { readCounts } from './rate-counts.use.ts';
import { groupRates } from './rates.core.ts';
import { readSaidTwice } from './said-twice.use.ts';

/** Of all standards in use. Whoever calls has asked who may. */
export async function readCheckedStandards(work: Work): Promise<CheckedStandards> {
  const counting = await readCounting(work);
  const twice = await readSaidTwice(work, 'standard', counting);
  const reviewed = new Map<string, number>();
  for (const { standard, framed } of twice)
    if (framed !== undefined) reviewed.set(standard, (reviewed.get(standard) ?? 0) + 1);
  if (twice.length === 0) return { corrected: new Map(), reviewed };
  const asked = new Set(twice.map((one) => one.standard));
  const counts = (await readCounts(work, 'standard', counting)).filter(({ standard }) => asked.has(standard));
  const rows = groupRates(counts, twice).filter((row) => row.corrected !== undefined);
  return { corrected: new Map(rows.map((row) => [row.standard, row])), reviewed };
}
