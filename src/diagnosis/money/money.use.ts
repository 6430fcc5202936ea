// What money is counted from beside the marks, the kept report, and keeping a new one.
import { readContactEnds } from '../../contacts/ends.use.ts';
import { sha256 } from '../../kernel/digest.ts';
import { ratesBy } from '../../marking/marks.use.ts';
import { readOrganisation, readSitesAndPeople } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { readPolicies } from '../../policies/policies.use.ts';
import type { Rung } from '../finding.core.ts';
import { keepReport } from '../kept-report.use.ts';
import { assertMayReadMoney } from './money.access.ts';
import { toldApart } from './policy-names.core.ts';
import type { ClauseBehind, MoneyInput } from './money-input.core.ts';
import type { KeptMoney, MoneyReport } from './money-report.core.ts';
import { ledByPolicy, moneyReports } from './money.store.ts';

/** Raised where the figures themselves change, so that reports of before are worked out again. */
const moneyVersion = 2;

type MoneySide = Pick<MoneyInput, 'known' | 'organisation' | 'clauses' | 'policies'>;

/** @throws Fault `money-forbidden` */
export async function readMoneySide(work: Work): Promise<MoneySide> {
  assertMayReadMoney(work.actor);
  return {
    known: await readContactEnds(work),
    organisation: await readOrganisation(work),
    clauses: (await ledByPolicy(work.tx, work.actor.orgId)).flatMap(clauseBehind),
    policies: toldApart(await readPolicies(work), (await readSitesAndPeople(work)).sites),
  };
}

/** The first clause on record that a yes to policy was read from; none where only words of the contact cited a policy. */
function clauseBehind(led: { contact: string; standard: string; rungs: readonly Rung[] }): ClauseBehind[] {
  const { contact, standard, rungs } = led;
  const read = rungs
    .filter((rung) => rung.answer === 'yes' && rung.pointsTo === 'policy')
    .flatMap((rung) => rung.readFrom)
    .find((from) => from.kind === 'policy');
  if (!read) return [];
  return [{ contact, standard, policy: read.id, ...(read.part === undefined ? {} : { clause: read.part }) }];
}

/** Is there too much, or too little known, to count it by the way? @throws Fault `money-forbidden` */
export async function whyLeft(
  work: Work,
  { known, organisation }: MoneySide,
  most: number,
): Promise<'too-many' | 'nothing-known' | null> {
  assertMayReadMoney(work.actor);
  const decided = known.some(({ outcome }) => outcome === 'won' || outcome === 'lost');
  if (!decided && organisation?.worthOfAStay === undefined) return 'nothing-known';
  const marks = (await ratesBy(work, [])).reduce((sum, { met, failed }) => sum + met + failed, 0);
  return marks > most ? 'too-many' : null;
}

/** A digest of everything that the report depends on. @param rowsFrom that of the rows */
export function moneyFrom(rowsFrom: string, side: MoneySide, assumedLost: number): string {
  return sha256(JSON.stringify([moneyVersion, rowsFrom, side, assumedLost]));
}

/** @throws Fault `money-forbidden` */
export async function readMoney(work: Work): Promise<KeptMoney | null> {
  assertMayReadMoney(work.actor);
  return moneyReports.read(work.tx, work.actor.orgId);
}

/** @throws Fault `money-forbidden` */
export async function keepMoney(work: Work, from: string, report: MoneyReport): Promise<KeptMoney> {
  assertMayReadMoney(work.actor);
  return keepReport(work, moneyReports, 'money.counted', { from, report });
}
