// The list as rows for a spreadsheet: a clause a row, as the page shows them; contacts are counted, not quoted.
import type { CostAMonth } from '../money/part-of-cost.core.ts';
import type { ReadersSay, WhyHere } from './why.core.ts';

/** Why a clause is on the list, in words. */
export const hereSays: Readonly<Record<WhyHere, string>> = {
  'against-customers': 'it stood in the way of good service',
  'no-benefit-no-law': 'neither benefit nor law',
  'readers-say-no': 'those who must comply see no benefit',
  'not-answered': 'nobody has answered for it',
};

const heads = [
  'policy',
  'version',
  'title',
  'clause',
  'words',
  'why it is here',
  'misses counted against it',
  'standards',
  'costs a month',
  'currency',
  'purpose',
  'protects',
  'law',
  'customer factor',
  'reason',
  'readers say yes',
  'readers say no',
  'readers say partly',
  'not understood',
  'disagree',
];

/** As much of the list as its table needs, here or as it came over the wire. */
interface WhyRows {
  readonly rows: readonly {
    readonly policy: { readonly id: string; readonly version: string; readonly title: string };
    readonly clause: { readonly id: string; readonly text: string };
    readonly here: WhyHere;
    readonly against: { readonly misses: number; readonly standards: readonly { readonly id: string }[] } | null;
    readonly costs: CostAMonth | null;
    readonly reasons: {
      readonly purpose?: string | undefined;
      readonly protects?: string | undefined;
      readonly factor?: { readonly answer: string; readonly reason: string } | undefined;
    };
    readonly law: string | null;
    readonly readers: ReadersSay;
  }[];
}

/** The head and the rows. */
export function whyTable({ rows }: WhyRows): (string | number | null)[][] {
  return [
    heads,
    ...rows.map(({ policy, clause, here, against, costs, reasons, law, readers }) => [
      policy.id,
      policy.version,
      policy.title,
      clause.id,
      clause.text,
      hereSays[here],
      against?.misses ?? 0,
      (against?.standards ?? []).map((one) => one.id).join(' '),
      costs === null ? null : Math.round(costs.money.value),
      costs === null ? null : costs.currency,
      reasons.purpose ?? null,
      reasons.protects ?? null,
      law,
      reasons.factor?.answer ?? null,
      reasons.factor?.reason ?? null,
      readers.factorYes,
      readers.factorNo,
      readers.factorPartly,
      readers.notUnderstood,
      readers.disagree,
    ]),
  ];
}
