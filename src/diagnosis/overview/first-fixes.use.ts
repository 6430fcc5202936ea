// What to fix first, as the last run put it in order: the pattern in a sentence, what to do, what its part costs, and the
// words of the failure that shows it best.
import { heldTo } from '../../kernel/actor.ts';
import { present } from '../../kernel/present.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import { readSitesAndPeople } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { titleOf } from '../../standards/title.core.ts';
import type { Pattern } from '../diagnosis.core.ts';
import { readDiagnosis } from '../diagnose.use.ts';
import type { Cause } from '../finding.core.ts';
import { readFindingsOfMarks } from '../findings.use.ts';
import type { CostAMonth } from '../money/part-of-cost.core.ts';
import { readPricing } from '../money/price-misses.use.ts';
import { tellFailures } from './tell-failures.use.ts';
import type { ToldFailure } from './told-failure.core.ts';

export interface FirstFix extends Omit<Pattern, 'readFrom' | 'worth' | 'example'> {
  readonly title: string;
  readonly siteName?: string;
  readonly costs?: CostAMonth;
  readonly example: ToldFailure | null;
}

export interface FixesAsked {
  readonly cause?: Cause | undefined;
  readonly standard?: string | undefined;
  readonly site?: string | undefined;
}

/** One failure is a case, not a pattern. */
const fewestFailures = 3;

/** At most `limit`, what to fix first coming first; nothing of sites that are not theirs. @throws Fault `diagnosis-forbidden` */
export async function firstFixes(work: Work, asked: FixesAsked, limit: number): Promise<FirstFix[]> {
  const held = heldTo(work.actor);
  const wanted = ((await readDiagnosis(work))?.patterns ?? [])
    .filter((one) => one.failures >= fewestFailures)
    .filter((one) => held === null || (one.site !== null && held.sites.includes(one.site)))
    .filter((one) => asked.cause === undefined || one.cause === asked.cause)
    .filter((one) => asked.standard === undefined || one.standard === asked.standard)
    .filter((one) => asked.site === undefined || one.site === asked.site)
    .slice(0, limit);
  const findings = await readFindingsOfMarks(
    work,
    wanted.map((one) => one.example),
  );
  const told = new Map((await tellFailures(work, findings)).map((one) => [one.mark, one]));
  const titles = new Map((await standardsInUse(work)).map((one) => [one.id, titleOf(one)]));
  const names = new Map((await readSitesAndPeople(work)).sites.map((one) => [one.id, one.name]));
  const priced = wanted.length > 0 ? await readPricing(work) : () => null;
  return wanted.map(({ readFrom: _read, worth: _worth, example, ...pattern }) => ({
    ...pattern,
    title: titles.get(pattern.standard) ?? pattern.standard,
    ...(pattern.site === null ? {} : { siteName: names.get(pattern.site) ?? pattern.site }),
    ...present({ costs: priced(pattern.standard, pattern.expected) ?? undefined }),
    example: told.get(example) ?? null,
  }));
}
