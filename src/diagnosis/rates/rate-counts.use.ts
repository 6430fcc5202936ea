// Marks counted for rates: kept until something is done that bears on marks, and counted anew for whoever is held to sites.
import { heldTo } from '../../kernel/actor.ts';
import { contentId } from '../../kernel/digest.ts';
import { ratesBy, type TallyBy } from '../../marking/marks.use.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import type { Work } from '../../platform/db/work.ts';
import type { Counting } from '../../review/draws-that-count.use.ts';
import { countedFrom, framedCounts, keptCounts, marksMadeFrom, writeCounts } from './rate-count.store.ts';
import type { Split, Tallied } from './rates.core.ts';

/** Whoever calls has asked who may. @param standard this one alone */
export async function readCounts(work: Work, split: Split, counting: Counting, standard?: string): Promise<Tallied[]> {
  const { tx, actor, now } = work;
  const wanted = (rows: readonly Tallied[]): Tallied[] =>
    standard === undefined ? [...rows] : rows.filter((one) => one.standard === standard);
  const draws = drawsOfStandards(counting);
  if (heldTo(actor) !== null) return wanted(await count(work, split, draws));
  const versions = (await standardsInUse(work)).map((one) => one.version).join(' ');
  const from = `${versions} ${contentId('d', JSON.stringify([...draws]))} ${await marksMadeFrom(tx, actor.orgId)}`;
  if ((await countedFrom(tx, actor.orgId, split)) === from) return keptCounts(tx, actor.orgId, split, standard);
  const rows = await count(work, split, draws);
  if (actor.readsOnly !== true) await writeCounts(tx, actor.orgId, split, { from, at: now, rows });
  return wanted(rows);
}

async function count(work: Work, split: Split, draws: DrawsOfStandards): Promise<Tallied[]> {
  const by: readonly TallyBy[] = split === 'standard' ? [] : [split];
  const framed = await countFramed(work, split, draws);
  return (await ratesBy(work, by)).map((row) => {
    const { standard, met, failed, unsure } = row;
    const group = split === 'standard' ? '' : row[split];
    const own = framed.get(`${standard}\n${group}`);
    return { standard, group, met, failed, unsure, framed: own ?? { met: 0, failed: 0, unsure: 0 } };
  });
}

/** By standard, the ids of the draws that its rate is told from, in order. */
type DrawsOfStandards = ReadonlyMap<string, readonly string[]>;

function drawsOfStandards({ draws }: Counting): DrawsOfStandards {
  return new Map([...draws].map(([standard, own]) => [standard, [...own.keys()].toSorted()]));
}

/** One question of the database for all standards that the same draws tell of. */
async function countFramed(work: Work, split: Split, draws: DrawsOfStandards): Promise<Map<string, Tallied>> {
  const { tx, actor } = work;
  const found = new Map<string, Tallied>();
  if (draws.size === 0) return found;
  const asked = (await standardsInUse(work)).map((one) => ({ version: one.version, draws: draws.get(one.id) ?? [] }));
  for (const alike of Map.groupBy(
    asked.filter((one) => one.draws.length > 0),
    (one) => one.draws.join(' '),
  ).values()) {
    const versions = alike.map((one) => one.version);
    for (const row of await framedCounts(tx, actor.orgId, split, { draws: alike[0]!.draws, versions }))
      found.set(`${row.standard}\n${row.group}`, row);
  }
  return found;
}
