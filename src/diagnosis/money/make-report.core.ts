// Money's report from marks, outcomes and what the owner states: which way of pricing there is ground for, and its figures.
import type { Levels, MarkRows } from '../model/mark-rows.core.ts';
import { customersAfter } from './customers.core.ts';
import { endsOf } from './ends.core.ts';
import { type Enquiries, enquiriesOf } from './enquiries.core.ts';
import { figureOf } from './figure.core.ts';
import { type Losses, lossesOf } from './losses.core.ts';
import { type ClauseBehind, fewestOfEither, type MoneyInput } from './money-input.core.ts';
import type { ClauseCost, Cost, MoneyFound, MoneyReport, NoMoney, Worth } from './money-report.core.ts';
import { assumptionsOf, nothingTold, toldMoney } from './money-told.core.ts';
import { priceOf } from './price.core.ts';
import { statedReport } from './stated.core.ts';

const fewestEnquiries = 100;
const fewestMissesOfAClause = 5;
/** A control that seems to cost something so surely speaks against the data. */
const confounded = 0.005;
const falsely = 0.05;
/** Days of an average month. */
const month = 30.4;

export function moneyReport(input: MoneyInput): MoneyReport {
  const { rows, known, organisation } = input;
  const ends = endsOf(known);
  const enquiries = enquiriesOf(rows, ends);
  const deciding = new Set(
    enquiries.kind.of.length > 0 ? enquiries.kind.names.filter((_, k) => enquiries.kind.of.includes(k)) : [],
  );
  const customers = customersAfter(rows, known, deciding);
  const why = whyNothing(rows, ends, enquiries);
  if (why === null) return found(input, enquiries, customers);
  if (why !== 'no-marks' && why !== 'no-failures') {
    const stated = statedReport(input, customers, why);
    if (stated) return stated;
  }
  return { kind: 'nothing', why, customers, told: nothingTold(why, organisation) };
}

function whyNothing(rows: MarkRows, ends: ReadonlyMap<string, string>, enquiries: Enquiries): NoMoney['why'] | null {
  if (rows.size === 0) return 'no-marks';
  const failures = rows.failed.reduce((sum, failed) => sum + failed, 0);
  if (failures === 0) return 'no-failures';
  const count = (end: string): number => [...ends.values()].filter((one) => one === end).length;
  const [won, lost] = [count('won'), count('lost')];
  if (won + lost === 0) return 'no-outcomes';
  if (lost === 0) return 'all-won';
  if (won === 0) return 'none-won';
  if (failures === rows.size) return 'all-failures';
  const lostHere = enquiries.lost.reduce((sum, one) => sum + one, 0);
  const least = Math.min(lostHere, enquiries.lost.length - lostHere);
  if (least < fewestOfEither || enquiries.lost.length < fewestEnquiries) return 'too-few';
  return span(enquiries.day) === null ? 'no-days' : null;
}

/** First and last day on which there was an enquiry, and how many months that is; null where no contact says its day. */
function span({ names, of }: Levels): { from: string; to: string; months: number } | null {
  const days = [...new Set(of)].flatMap((at) => (at < 0 ? [] : [names[at]!])).toSorted();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return null;
  return { from, to, months: ((Date.parse(to) - Date.parse(from)) / 86_400_000 + 1) / month };
}

function found(input: MoneyInput, enquiries: Enquiries, customers: MoneyFound['customers']): MoneyFound {
  const { organisation, titles } = input;
  const { from, to, months } = span(enquiries.day)!;
  const behind = new Map(input.clauses.map((one) => [`${one.contact}\n${one.standard}`, clauseKey(one)]));
  const losses = lossesOf(enquiries, (contact, standard) => behind.get(`${contact}\n${standard}`));
  const worth = worthOf(input);
  const lost = enquiries.lost.reduce((sum, one) => sum + one, 0);
  const counted = (enquiries.lost.length + enquiries.open) / months;
  const aMonth = organisation?.enquiriesAMonth ?? counted;
  // From the enquiries that were decided to all of a month: those still open are taken to end as the others did.
  const costOf = pricing(worth, aMonth / enquiries.lost.length);
  const missCost = pricing(worth, 1);
  const controls = losses.controls.map(({ id, says, p, lost: draws }) => ({ id, says, p, lost: costOf(draws).lost }));
  const report = {
    kind: 'outcomes' as const,
    currency: organisation?.currency ?? 'USD',
    from,
    to,
    enquiries: {
      won: enquiries.lost.length - lost,
      lost,
      open: enquiries.open,
      aMonth,
      aMonthSource: organisation?.enquiriesAMonth === undefined ? ('counted' as const) : ('stated' as const),
    },
    worth: worth?.worth ?? null,
    together: { ...costOf(losses.together), ofLost: figureOf(losses.together.map((draw) => draw / lost)) },
    standards: losses.standards
      .map(({ standard, missed, of, lost: draws, p }) => ({
        standard,
        title: titles.get(standard) ?? standard,
        missed,
        of,
        ...costOf(draws),
        aMiss: missCost(draws.map((draw) => draw / missed)),
        p,
        stands: p <= falsely,
      }))
      .toSorted((a, b) => b.lost.value - a.lost.value || (a.standard < b.standard ? -1 : 1)),
    notAsked: losses.notAsked,
    afterwards: losses.afterwards.map((id) => titles.get(id) ?? id),
    clauses: clausesOf(input, losses, enquiries, costOf),
    controls,
    confounded: controls.some(({ p }) => p < confounded),
    customers,
  };
  return { ...report, assumptions: assumptionsOf(report), told: toldMoney(report) };
}

type Pricing = (lost: Float64Array) => Cost;

function pricing(worth: ReturnType<typeof worthOf>, by: number): Pricing {
  return (draws) => ({
    lost: figureOf(draws.map((draw) => draw * by)),
    // The worth is as unsure as it is, draw by draw.
    money: worth === null ? null : figureOf(draws.map((draw, at) => draw * by * worth.draw(at))),
  });
}

function worthOf({ known, organisation }: MoneyInput): { worth: Worth; draw: (at: number) => number } | null {
  return priceOf(known, organisation?.worthOfAStay);
}

function clauseKey({ policy, clause }: Pick<ClauseBehind, 'policy' | 'clause'>): string {
  return `${policy}\n${clause ?? ''}`;
}

function clausesOf(
  { clauses, policies }: MoneyInput,
  losses: Losses,
  { contacts, standards }: Enquiries,
  costOf: Pricing,
): ClauseCost[] {
  const asked = new Set(losses.standards.map((one) => one.standard));
  const at = new Map(contacts.map((contact, index) => [contact, index]));
  const missedIn = new Map(standards.map((one) => [one.standard, one.missed]));
  const counted = clauses.filter(
    ({ contact, standard }) => asked.has(standard) && missedIn.get(standard)?.[at.get(contact) ?? -1] === 1,
  );
  return [...Map.groupBy(counted, clauseKey)]
    .filter(([, own]) => own.length >= fewestMissesOfAClause)
    .map(([key, own]): ClauseCost => {
      const { policy, clause } = own[0]!;
      const named = policies.findLast((one) => one.id === policy);
      return {
        policy,
        title: named?.title ?? policy,
        clause: clause ?? null,
        text: named?.clauses.find((one) => one.id === clause)?.text ?? null,
        misses: own.length,
        standards: [...new Set(own.map((one) => one.standard))].toSorted(),
        ...costOf(losses.labelled.get(key)!),
      };
    })
    .toSorted((a, b) => b.lost.value - a.lost.value);
}
