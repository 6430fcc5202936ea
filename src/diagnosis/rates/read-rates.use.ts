// Rates of every standard, split as asked, with what may be said of them.
import { ratesBy, type TallyBy } from '../../marking/marks.use.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import { readMarkedTwice } from '../../marking/past-marks.use.ts';
import { readSitesAndPeople } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { titleOf } from '../../standards/title.core.ts';
import { readDatedAhead } from '../dated-ahead.use.ts';
import { assertMayDiagnose } from '../diagnosis.access.ts';
import { assertMayReadPeopleRates } from './rates.access.ts';
import { type Agreement, agreements, groupRates, type GroupRate, type Split, type Tallied } from './rates.core.ts';
import { ratesSay } from './rates-say.core.ts';

interface RatesAsked {
  readonly by: Split;
  readonly standard?: string;
  /** Do people's names go along? */
  readonly people: boolean;
}

export interface NamedRate extends GroupRate {
  readonly title: string;
  /** What to call the site, person or month. */
  readonly groupName: string;
}

export interface Rates {
  readonly by: Split;
  readonly rows: readonly NamedRate[];
  readonly agreement: readonly Agreement[];
  readonly says: readonly string[];
}

/** Rows are in order of standard and then of id: never of how well somebody did. @throws Fault `diagnosis-forbidden`, `people-rates-forbidden` */
export async function readRates(work: Work, asked: RatesAsked): Promise<Rates> {
  assertMayDiagnose(work.actor);
  if (asked.by === 'person') assertMayReadPeopleRates(work.actor);
  const standards = new Map((await standardsInUse(work)).map((one) => [one.id, one]));
  const wanted = (one: { readonly standard: string }): boolean =>
    standards.has(one.standard) && (asked.standard === undefined || one.standard === asked.standard);
  const split: readonly TallyBy[] = asked.by === 'standard' ? [] : [asked.by];
  const tallies = (await ratesBy(work, split)).filter(wanted).map((row): Tallied => {
    const { standard, met, failed, unsure } = row;
    return { standard, group: asked.by === 'standard' ? '' : row[asked.by], met, failed, unsure };
  });
  const twice = (await readMarkedTwice(work)).filter(wanted).map((one) => ({
    ...one,
    group: asked.by === 'standard' ? '' : one[asked.by],
  }));
  const names = asked.by === 'month' ? new Map<string, string>() : await namesFor(work, asked);
  const rows = groupRates(tallies, twice)
    .filter((row) => row.met + row.failed + row.unsure > 0)
    .map((row) => ({
      ...row,
      title: titleOf(standards.get(row.standard)!),
      groupName: names.get(row.group) ?? row.group,
    }));
  return {
    by: asked.by,
    rows,
    agreement: agreements(twice),
    says: [...ratesSay(asked.by, rows), ...(await readDatedAhead(work))],
  };
}

async function namesFor(work: Work, { by, people }: RatesAsked): Promise<Map<string, string>> {
  const known = await readSitesAndPeople(work);
  if (by === 'site') return new Map(known.sites.map(({ id, name }) => [id, name]));
  return new Map(by === 'person' && people ? known.people.map(({ id, name }) => [id, name]) : []);
}
