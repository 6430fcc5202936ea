// Patterns with the names of their standards and sites, and a sentence for when there is little or nothing.
import { present } from '../../kernel/present.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import { readSitesAndPeople } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { titleOf } from '../../standards/title.core.ts';
import { type Asked, askedOf } from '../asked.use.ts';
import { readDiagnosis } from '../diagnose.use.ts';
import type { CostAMonth } from '../money/part-of-cost.core.ts';
import { readPricing } from '../money/price-misses.use.ts';
import type { Pattern } from './pattern.core.ts';
import { readPatterns } from './patterns.use.ts';

interface NamedPattern extends Pattern {
  readonly title: string;
  readonly siteName?: string;
  /** What the pattern's part of its standard's misses costs, where that was counted and stands. */
  readonly costs?: CostAMonth;
}

/** Patterns of the last run, of one site or standard where asked. @throws Fault `diagnosis-forbidden`, `site-unknown`, `standard-unknown` */
export async function listPatterns(
  work: Work,
  narrowedTo: Asked,
): Promise<{ patterns: NamedPattern[]; says: string; noFailures: boolean }> {
  const diagnosis = await readDiagnosis(work);
  const asked = await askedOf(work, narrowedTo);
  const all = await readPatterns(work);
  const titles = new Map((await standardsInUse(work)).map((one) => [one.id, titleOf(one)]));
  const { sites } = await readSitesAndPeople(work);
  const names = new Map(sites.map((site) => [site.id, site.name]));
  const priced = await readPricing(work);
  const patterns = all
    .filter((one) => asked.site === undefined || one.site === asked.site)
    .filter((one) => asked.standard === undefined || one.standard === asked.standard)
    .map((one) => ({
      ...one,
      title: titles.get(one.standard) ?? one.standard,
      ...(one.site === undefined ? {} : { siteName: names.get(one.site) ?? one.site }),
      ...present({ costs: priced(one.standard, one.expected) ?? undefined }),
    }));
  return { patterns, says: sentence(patterns.length, all.length, diagnosis), noFailures: diagnosis?.failures === 0 };
}

function sentence(shown: number, all: number, diagnosis: Awaited<ReturnType<typeof readDiagnosis>>): string {
  if (diagnosis === null) return 'Causes were not looked for yet. Run: customary report';
  if (diagnosis.failures === 0) return 'Nothing failed, so there is no pattern.';
  if (diagnosis.parts === undefined) return 'Causes were last found by an earlier version. Run again: customary report';
  if (all === 0)
    return `None of ${diagnosis.failures} failures has a cause that leads: bring the records that customary report asks for.`;
  if (shown === 0) return 'No pattern there. Leave --site or --standard out to see all.';
  return `${shown} ${shown === 1 ? 'pattern' : 'patterns'} in ${diagnosis.failures} failures, of which ${diagnosis.unled} have no leading cause. A failure stands in the pattern of its site and in that of all sites: never add them up.`;
}
