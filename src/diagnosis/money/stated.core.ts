// What missing costs where outcomes can't tell: from enquiries, conversion and worth as the owner states them, and one assumption,
// printed wherever a figure stands. It says what is at stake; what is lost of it is assumed.
import type { MarkRows } from '../model/mark-rows.core.ts';
import type { CustomersAnswer } from './customers.core.ts';
import type { MoneyInput } from './money-input.core.ts';
import type { MoneyStated, NoMoney, StatedCost } from './money-report.core.ts';
import { statedAssumptions, toldStated } from './money-told.core.ts';

/** Marked less often, a share missed says too little. */
const fewestMarks = 10;
/** Kinds of contact, as packs name them, in which somebody asks and may yet be won. */
const asking = new Set(['new-enquiry', 'enquiry', 'price-objection']);

/** Null where the owner hasn't stated all three. */
export function statedReport(
  input: Pick<MoneyInput, 'rows' | 'titles' | 'organisation' | 'assumedLost'>,
  customers: readonly CustomersAnswer[],
  why: NoMoney['why'],
): MoneyStated | null {
  const { rows, titles, organisation, assumedLost } = input;
  if (organisation === null) return null;
  const { currency, enquiriesAMonth, conversion, worthOfAStay } = organisation;
  if (enquiriesAMonth === undefined || conversion === undefined || worthOfAStay === undefined) return null;
  const wonAMonth = enquiriesAMonth * conversion * worthOfAStay;
  const report = {
    kind: 'stated' as const,
    currency,
    enquiriesAMonth,
    conversion,
    worthOfAStay,
    aPoint: enquiriesAMonth * 0.01 * worthOfAStay,
    assumedLost,
    standards: missesIn(rows)
      .map(({ standard, missed, of, contacts }): StatedCost => {
        // Of all enquiries, those that it applied to and was missed in.
        const atStake = wonAMonth * (missed / contacts);
        const value = atStake * assumedLost;
        return {
          standard,
          title: titles.get(standard) ?? standard,
          missed,
          of,
          atStake,
          money: { value, from: value / 2, to: value * 2 },
        };
      })
      .toSorted((a, b) => b.atStake - a.atStake || (a.standard < b.standard ? -1 : 1)),
    customers,
  };
  return { ...report, assumptions: statedAssumptions(report), told: toldStated(report, why) };
}

/** Each standard's misses in enquiries; in all contacts, where none is known to be one. */
function missesIn(rows: MarkRows) {
  const isAsking = rows.kind.names.map((name) => asking.has(name));
  const any = rows.kind.of.some((kind) => isAsking[kind]);
  const contacts = new Set<number>();
  const counts = rows.standard.names.map((standard) => ({ standard, missed: 0, of: 0 }));
  for (let row = 0; row < rows.size; row++) {
    if (any && !isAsking[rows.kind.of[row]!]) continue;
    contacts.add(rows.contact.of[row]!);
    const count = counts[rows.standard.of[row]!];
    if (!count) continue;
    count.of++;
    count.missed += rows.failed[row]!;
  }
  return counts
    .filter((one) => one.of >= fewestMarks && one.missed > 0)
    .map((one) => ({ ...one, contacts: contacts.size }));
}
