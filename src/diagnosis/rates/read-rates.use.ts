// Rates of every standard, split as asked, with what may be said of them.
import { contentId } from '../../kernel/digest.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import { readSitesAndPeople } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { readCounting } from '../../review/draws-that-count.use.ts';
import { titleOf } from '../../standards/title.core.ts';
import { askedOf } from '../asked.use.ts';
import { readDatedAhead } from '../dated-ahead.use.ts';
import { assertMayDiagnose } from '../diagnosis.access.ts';
import { readCounts } from './rate-counts.use.ts';
import { assertMayReadPeopleRates } from './rates.access.ts';
import {
  type Agreement,
  agreements,
  groupRates,
  type GroupRate,
  type Split,
  type Tallied,
  type Twice,
} from './rates.core.ts';
import { readSaidTwice } from './said-twice.use.ts';
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
  /** Standards in use that applied to no contact. */
  readonly neverCameUp: readonly { readonly standard: string; readonly title: string }[];
  readonly agreement: readonly Agreement[];
  readonly says: readonly string[];
}

/** Rows are in order of standard and then of id: never of how well somebody did. @throws Fault `diagnosis-forbidden`, `people-rates-forbidden`, `standard-unknown` */
export async function readRates(work: Work, narrowedTo: RatesAsked): Promise<Rates> {
  assertMayDiagnose(work.actor);
  const { by, people, standard: said } = narrowedTo;
  if (by === 'person') assertMayReadPeopleRates(work.actor);
  const { standard: only } = await askedOf(work, said === undefined ? {} : { standard: said });
  const standards = new Map((await standardsInUse(work)).map((one) => [one.id, one]));
  const wanted = (one: { readonly standard: string }): boolean =>
    standards.has(one.standard) && (only === undefined || one.standard === only);
  const counting = await readCounting(work);
  const tallies = (await readCounts(work, by, counting, only)).filter(wanted);
  const twice = (await readSaidTwice(work, by, counting, only)).filter(wanted);
  const names = by === 'month' ? new Map<string, string>() : await namesFor(work, by, people);
  const worked = workedOut(tallies, twice);
  const rows = worked.rows
    .filter((row) => row.met + row.failed + row.unsure > 0)
    .map((row) => ({
      ...row,
      title: titleOf(standards.get(row.standard)!),
      groupName: names.get(row.group) ?? row.group,
    }));
  const cameUp = new Set(rows.map((row) => row.standard));
  const neverCameUp = [...standards.values()]
    .filter(({ id }) => !cameUp.has(id) && wanted({ standard: id }))
    .map((one) => ({ standard: one.id, title: titleOf(one) }));
  return {
    by,
    rows,
    neverCameUp,
    agreement: worked.agreement,
    says: [...ratesSay(by, rows), ...(await readDatedAhead(work))],
  };
}

interface WorkedOut {
  readonly rows: readonly GroupRate[];
  readonly agreement: readonly Agreement[];
}

/** What was worked out last, by a digest of what it was worked out from: rates drawn to each other cost a tenth of a second. */
const kept = new Map<string, WorkedOut>();
const mostKept = 24;

function workedOut(tallies: readonly Tallied[], twice: readonly Twice[]): WorkedOut {
  const key = contentId('r', JSON.stringify([tallies, twice]));
  const known = kept.get(key);
  if (known) return known;
  const found = { rows: groupRates(tallies, twice), agreement: agreements(twice) };
  kept.set(key, found);
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
  return found;
}

async function namesFor(work: Work, by: Split, people: boolean): Promise<Map<string, string>> {
  const known = await readSitesAndPeople(work);
  if (by === 'site') return new Map(known.sites.map(({ id, name }) => [id, name]));
  return new Map(by === 'person' && people ? known.people.map(({ id, name }) => [id, name]) : []);
}
