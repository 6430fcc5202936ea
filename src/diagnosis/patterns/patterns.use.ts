// Patterns of the last finished run, and one of them by its id: what fixes point at.
import { type Day, dayIn, toMoment } from '../../kernel/moment.ts';
import { ratesBy } from '../../marking/marks.use.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import { readSitesAndPeople } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { assertMayDiagnose } from '../diagnosis.access.ts';
import { confirmedPatterns } from '../confirmed/confirm-pattern.use.ts';
import { currentRun } from '../finding.store.ts';
import { patternId } from './pattern-id.core.ts';
import type { Pattern } from './pattern.core.ts';
import { spansOfFindings, type StoredSpan } from './spans.store.ts';
import { type Span, toPatterns } from './to-patterns.core.ts';

/** All patterns, worth most first; none before the first run. @throws Fault `diagnosis-forbidden` */
export async function readPatterns(work: Work): Promise<Pattern[]> {
  assertMayDiagnose(work.actor);
  const run = await currentRun(work.tx, work.actor.orgId);
  const parts = run?.summary.parts ?? [];
  if (parts.length === 0) return [];
  const { sites } = await readSitesAndPeople(work);
  const zones = new Map(sites.map((site) => [site.id, site.timeZone]));
  return toPatterns({
    parts,
    confirmed: await confirmedPatterns(work),
    tallies: await ratesBy(work, ['site']),
    spans: (await spansOfFindings(work.tx, work.actor.orgId)).flatMap((span) => inDays(span, zones.get(span.site))),
    standards: new Map((await standardsInUse(work)).map((one) => [one.id, one])),
  });
}

/**
 * The pattern of an id, or of one of the finer ids under which a report lists its reasons; null where the last run has none.
 * @throws Fault `diagnosis-forbidden`
 */
export async function findPattern(work: Work, id: string): Promise<Pattern | null> {
  const patterns = await readPatterns(work);
  const found = patterns.find((one) => one.id === id);
  if (found) return found;
  const run = await currentRun(work.tx, work.actor.orgId);
  const finer = run?.summary.patterns.find((one) => one.id === id);
  if (!finer) return null;
  const { standard, cause, site } = finer;
  const ids = [patternId({ standard, cause, ...(site === null ? {} : { site }) }), patternId({ standard, cause })];
  return patterns.find((one) => one.id === ids[0]) ?? patterns.find((one) => one.id === ids[1]) ?? null;
}

function inDays({ standard, site, cause, ...times }: StoredSpan, zone = 'UTC'): Span[] {
  const day = (at: string | null): Day[] => {
    const moment = at === null ? null : toMoment(at);
    return moment === null ? [] : [dayIn(moment, zone)];
  };
  const first = [...day(times.firstAt), ...(times.firstLocal === null ? [] : [times.firstLocal])].toSorted()[0];
  const last = [...day(times.lastAt), ...(times.lastLocal === null ? [] : [times.lastLocal])].toSorted().at(-1);
  return first === undefined || last === undefined ? [] : [{ standard, site, cause, from: first, to: last }];
}
