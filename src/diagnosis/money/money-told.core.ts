// Money's report in the sentences that an owner would read, each figure with what it rests on. Standards and clauses, never persons;
// what goes with what, never more than that.
import type { Organisation } from '../../people/organisation.core.ts';
import { customersTold } from './customers-told.core.ts';
import { fewestOfEither } from './money-input.core.ts';
import type { Cost, MoneyFound, MoneyStated, NoMoney } from './money-report.core.ts';
import { aboutCount, sumOf, sumRange } from './sums.core.ts';

type Found = Omit<MoneyFound, 'told' | 'assumptions'>;
type Stated = Omit<MoneyStated, 'told' | 'assumptions'>;

/** What the figures are and aren't; stands wherever they do. */
const goesWith =
  'These figures say what goes with missing a standard. It is what keeping it would bring if those served without it were otherwise like those served with it: place, person, month, kind of contact, mood, product, price and hour are taken out, what nobody wrote down is not. A fix proves it, or doesn’t.';

export function toldMoney(report: Found): string[] {
  const { together, standards, controls, notAsked, customers } = report;
  const sure = standards.filter((one) => one.stands && one.lost.from > 0);
  const told: string[] = [];
  const share = `${hundredths(together.ofLost.value)} of 100 lost enquiries go with a standard missed in them (likely ${hundredths(together.ofLost.from)} to ${hundredths(together.ofLost.to)})`;
  if (together.lost.from > 0) told.push(`About ${share}. ${worthSentence(together, report)}`);
  else
    told.push(`Over all standards together, what missing them loses can’t be told from chance here: about ${share}.`);
  if (sure.length > 0)
    told.push(
      `Dearest to miss: ${sure
        .slice(0, 3)
        .map((one) => `“${one.title}”, about ${aMonth(one, report.currency)}`)
        .join('; ')}.`,
    );
  else if (together.lost.from > 0)
    told.push('Which standards it is can’t be told yet: none stands by itself once all are asked about.');
  const [clause] = report.clauses.filter((one) => one.lost.from > 0);
  if (clause)
    told.push(
      `The rule that costs most: ${clause.title}${clause.clause === null ? '' : `, ${clause.clause}`}, about ${aMonth(clause, report.currency)}.`,
    );
  told.push(...customersTold(customers));
  if (report.confounded) {
    const strange = controls.filter(({ p }) => p < 0.005).map(({ says }) => says);
    told.push(
      `Don’t act on these figures yet: ${strange.join(' and ')} seems to decide business too, which can’t be. Something that isn’t on record goes with both.`,
    );
  }
  if (report.afterwards.length > 0)
    told.push(
      `Not priced: ${report.afterwards.map((title) => `“${title}”`).join(', ')}, hardly ever kept where business was lost. That may come of winning rather than bring it.`,
    );
  if (notAsked.length > 0)
    told.push(
      `${notAsked.length} ${notAsked.length === 1 ? 'standard was' : 'standards were'} missed, or kept, in fewer than ten enquiries: nothing can be said of ${notAsked.length === 1 ? 'it' : 'them'}.`,
    );
  return told;
}

function worthSentence(cost: Cost, { currency }: Found): string {
  const more = `Had all been kept, about ${aboutCount(cost.lost.value)} more a month would have been won (${aboutCount(cost.lost.from)} to ${aboutCount(cost.lost.to)})`;
  return cost.money === null
    ? `${more}; what one is worth nobody has said.`
    : `${more}: about ${sumOf(cost.money.value, currency)} a month (${sumRange(cost.money, currency)}).`;
}

/** `$12,000 a month ($7,000 to $17,000)`, or enquiries where no worth is known. */
export function aMonth({ lost, money }: Cost, currency: string): string {
  return money === null
    ? `${aboutCount(lost.value)} enquiries a month (${aboutCount(lost.from)} to ${aboutCount(lost.to)})`
    : `${sumOf(money.value, currency)} a month (${sumRange(money, currency)})`;
}

/** Everything that the figures rest on. */
export function assumptionsOf(report: Found): string[] {
  const { enquiries, worth, currency } = report;
  const decided = enquiries.won + enquiries.lost;
  return [
    `From ${decided.toLocaleString('en-US')} enquiries that were decided (${enquiries.won.toLocaleString('en-US')} won), ${report.from} to ${report.to}.`,
    enquiries.aMonthSource === 'stated'
      ? `Enquiries a month: ${Math.round(enquiries.aMonth).toLocaleString('en-US')}, as the owner states.`
      : `Enquiries a month: ${Math.round(enquiries.aMonth).toLocaleString('en-US')}, as many as were read; those that nobody read are not in it.`,
    worth === null
      ? 'What an enquiry is worth nobody has said: give worth-of-a-stay in organisation.yaml, or worth in outcomes.csv.'
      : worth.source === 'stated'
        ? `An enquiry won is taken to be worth ${sumOf(worth.value, currency)}, as the owner states.`
        : `An enquiry won is worth ${sumOf(worth.value, currency)} on average (${sumRange(worth, currency)}), from ${worth.of.toLocaleString('en-US')} on record.`,
    ...(worth?.ofOne === undefined
      ? []
      : [
          `One enquiry alone is ${hundredths(worth.ofOne)} of 100 of all worth on record: check it for a slip of the pen, since every sum here rests on it.`,
        ]),
    'An undecided customer who decided later is counted there; one who did not come back in 60 days is counted as lost.',
    ...(report.clauses.length > 0
      ? ['A miss is counted under a clause where the clause leads its finding, and then in whole.']
      : []),
    'Standards marked by machine: what it misreads draws every figure towards nothing.',
    goesWith,
  ];
}

export function toldStated(report: Stated, why: NoMoney['why']): string[] {
  const { currency, standards, assumedLost } = report;
  const [first] = standards;
  return [
    `${whyWords[why]} So this rests on what the owner states and on one assumption.`,
    `One more of 100 enquiries won is worth about ${sumOf(report.aPoint, currency)} a month.`,
    ...(first
      ? [
          `“${first.title}” was missed in ${first.missed.toLocaleString('en-US')} of ${first.of.toLocaleString('en-US')}: ${sumOf(first.atStake, currency)} a month went through enquiries without it. If that loses ${hundredths(assumedLost)} in 100 of it, it costs about ${sumOf(first.money.value, currency)} a month (half to twice that: ${sumRange(first.money, currency)}).`,
        ]
      : []),
    ...customersTold(report.customers),
  ];
}

export function statedAssumptions(report: Stated): string[] {
  const { enquiriesAMonth, conversion, worthOfAStay, currency, assumedLost } = report;
  return [
    `Stated by the owner: ${enquiriesAMonth.toLocaleString('en-US')} enquiries a month, ${hundredths(conversion)} of 100 won, each worth ${sumOf(worthOfAStay, currency)}.`,
    `Assumed, not measured: missing a standard loses ${hundredths(assumedLost)} in 100 of what would be won (--assume another); the range is half to twice that. Figures of several standards can’t be added up.`,
    'Bring outcomes (outcomes.csv: contact, outcome, worth), and the assumption is replaced by what was lost.',
  ];
}

const whyWords: Readonly<Record<NoMoney['why'], string>> = {
  'no-marks': 'No standard has been met or missed yet: nothing was marked, or none of the standards in use came up.',
  'no-outcomes': 'No outcome is on record: nobody has said which enquiries were won and which lost.',
  'no-failures': 'Every standard was kept: there is no failing to price.',
  'all-failures': 'Every mark was missed: with nothing kept there is nothing to compare with.',
  'all-won': 'Every outcome on record is a win: nothing was lost that failing could have cost.',
  'none-won': 'No outcome on record is a win: there is nothing to compare the lost with.',
  'too-few': `Too few enquiries have an outcome: at least ${fewestOfEither} won and ${fewestOfEither} lost, a hundred in all, are needed.`,
  'no-days': 'No enquiry says its day, so nothing can be told by the month.',
};

export function nothingTold(why: NoMoney['why'], organisation: Pick<Organisation, 'enquiriesAMonth'> | null): string[] {
  if (why === 'no-marks') return [`${whyWords[why]} Bring contacts with "customary diagnose FOLDER".`];
  if (why === 'no-failures') return [whyWords[why]];
  const state =
    organisation === null
      ? 'organisation.yaml with enquiries-a-month, conversion and worth-of-a-stay'
      : 'enquiries-a-month, conversion and worth-of-a-stay in organisation.yaml';
  return [
    whyWords[why],
    `To have it priced, bring outcomes (outcomes.csv: contact, outcome, worth), or ${state} for a figure that rests on an assumption.`,
  ];
}

function hundredths(share: number): string {
  const value = share * 100;
  return `${Math.abs(value) < 9.95 && value % 1 !== 0 ? Math.round(value * 10) / 10 : Math.round(value)}`;
}
