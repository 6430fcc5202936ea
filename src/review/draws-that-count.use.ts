// What of people's marks enters rates: marks by the wording that holds, of draws that tell something.
import { versionsThatSay } from '../marking/learned/labels.use.ts';
import { standardsInUse } from '../marking/pack-set.use.ts';
import type { Work } from '../platform/db/work.ts';
import { drawsThatCount } from './draws-that-count.core.ts';
import { drawsReviewed } from './draws-that-count.store.ts';

/** Versions under which standards say what they say today. Of a standard that is kept no more every version does. */
export interface WordingInForce {
  readonly holds: (standard: string, version: string) => boolean;
  /** `standard version` of each. */
  readonly keys: ReadonlySet<string>;
}

/** @param standards these alone */
export async function readWording(work: Work, standards?: readonly string[]): Promise<WordingInForce> {
  const inUse = (await standardsInUse(work)).filter((one) => standards === undefined || standards.includes(one.id));
  const keys = await versionsThatSay(work, inUse);
  const kept = new Set(inUse.map((one) => one.id));
  return { keys, holds: (standard, version) => !kept.has(standard) || keys.has(`${standard} ${version}`) };
}

/** What of reviews enters rates: read once for all that an answer is worked out from. */
export interface Counting {
  readonly wording: WordingInForce;
  /** By standard, the draws that its rate is told from, each with the share of what it drew that is reviewed. */
  readonly draws: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Of all standards in use. */
export async function readCounting(work: Work): Promise<Counting> {
  const wording = await readWording(work);
  return { wording, draws: await readDrawsThatCount(work, wording) };
}

/** By standard, the draws that its rate is told from, each with the share of what it drew that is reviewed. */
export async function readDrawsThatCount(
  work: Work,
  { keys }: WordingInForce,
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const draws = Map.groupBy(await drawsReviewed(work, [...keys]), (one) => one.standard);
  return new Map(
    [...draws].map(([standard, own]) => [
      standard,
      new Map(drawsThatCount(own).map(({ draw, drawn, reviewed }) => [draw, reviewed / drawn])),
    ]),
  );
}
