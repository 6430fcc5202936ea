// Customers after they were served: whether they came back, had to come again about the same, or left, where standards were kept
// against where they were missed, all else (who, where, when, what about, every excuse) taken out.
import { addDays, type Day } from '../../kernel/moment.ts';
import type { PooledFamily } from '../../stats/pooled-data.ts';
import { fitPooledLogistic } from '../../stats/pooled-logistic.ts';
import type { MarkRows } from '../model/mark-rows.core.ts';
import type { KnownEnd } from './ends.core.ts';
import { type Figure, figureOf } from './figure.core.ts';
import { levelsOf, varying } from './pooled-columns.core.ts';

const customerQuestions = ['came-back', 'came-again', 'left'] as const;
export type CustomerQuestion = (typeof customerQuestions)[number];

export interface CustomersAnswer {
  readonly question: CustomerQuestion;
  /** Contacts asked about, and those of them after which it happened. */
  readonly asked: number;
  readonly happened: number;
  /** Mean share of standards missed in them. */
  readonly missed: number;
  /** How many more of a hundred, had every standard been kept (below 0: fewer); null where too few to tell. */
  readonly change: Figure | null;
}

/** So long each is waited for. */
export const daysFor: Readonly<Record<CustomerQuestion, number>> = { 'came-back': 60, 'came-again': 30, left: 180 };

/** What kinds of contact are called in which a customer ends it. */
const leaving = new Set(['cancellation', 'cancel', 'move-out']);
const fewest = 30;
const draws = 300;
const seed = 20_260_102;

interface Visit {
  readonly contact: number;
  readonly end: KnownEnd;
  readonly day: Day;
  readonly kind: string;
}

/** One answer for each question, in their order. @param deciding kinds of contact in which business is won or lost */
export function customersAfter(
  rows: MarkRows,
  known: readonly KnownEnd[],
  deciding: ReadonlySet<string>,
): CustomersAnswer[] {
  const table = new ContactTable(rows);
  const visits = known.flatMap((end): Visit[] => {
    const contact = table.indexOf(end.contact);
    if (contact === undefined || end.customer === undefined || end.day === undefined) return [];
    return [{ contact, end, day: end.day, kind: table.kindOf(contact) }];
  });
  const lastDay = visits.reduce((last, { day }) => (day > last ? day : last), '');
  const byCustomer = Map.groupBy(
    visits.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.contact - b.contact)),
    ({ end }) => end.customer!,
  );
  return customerQuestions.map((question) => {
    const asked: { contact: number; happened: boolean }[] = [];
    for (const own of byCustomer.values())
      for (const [at, visit] of own.entries()) {
        if (!isAsked(question, visit, at, deciding)) continue;
        const until = addDays(visit.day, daysFor[question]);
        // Of the last days only those who did it already are known: they would look like all.
        if (until > lastDay) continue;
        const happened = own.slice(at + 1).some((one) => one.day <= until && answers(question, visit, one));
        asked.push({ contact: visit.contact, happened });
      }
    return answered(question, asked, table);
  });
}

function isAsked(question: CustomerQuestion, { end, kind }: Visit, at: number, deciding: ReadonlySet<string>): boolean {
  if (question === 'came-back') return end.outcome === 'pending';
  if (question === 'came-again') return !deciding.has(kind) && !leaving.has(kind) && end.outcome !== 'pending';
  // One row a customer: their first contact, since what they went through later may come of it.
  return at === 0 && !leaving.has(kind);
}

function answers(question: CustomerQuestion, visit: Visit, later: Visit): boolean {
  if (question === 'came-back') return true;
  return question === 'came-again' ? later.kind === visit.kind : leaving.has(later.kind);
}

function answered(
  question: CustomerQuestion,
  asked: readonly { contact: number; happened: boolean }[],
  table: ContactTable,
): CustomersAnswer {
  const happened = asked.filter((one) => one.happened).length;
  const contacts = asked.map(({ contact }) => contact);
  const missed = Float64Array.from(contacts, (contact) => table.missedShare(contact));
  const mean = missed.reduce((sum, share) => sum + share, 0) / Math.max(1, missed.length);
  const head = { question, asked: asked.length, happened, missed: mean };
  if (Math.min(happened, asked.length - happened) < fewest) return { ...head, change: null };
  const fit = fitPooledLogistic({
    rows: asked.length,
    outcome: Uint8Array.from(asked, (one) => Number(one.happened)),
    families: [
      // In tenths, and not pooled to nothing: it is what is asked about.
      { name: 'missed', mean: 'zero', deviation: 3, columns: [missed.map((share) => 10 * (share - mean))] },
      { name: 'excuses', mean: 'zero', columns: table.excuses(contacts) },
      ...table.levels(contacts),
    ],
  });
  const changes = Float64Array.from(fit.draws(draws, seed), (draw) => {
    const linear = fit.linear(draw);
    const effect = 10 * fit.effects('missed', draw)[0]!;
    let sum = 0;
    for (let row = 0; row < linear.length; row++)
      sum += chanceOf(linear[row]! - effect * missed[row]!) - chanceOf(linear[row]!);
    return sum / linear.length;
  });
  return { ...head, change: figureOf(changes) };
}

function chanceOf(linear: number): number {
  return 1 / (1 + Math.exp(-linear));
}

/** Contacts by index, each with what its first row says and the share of its marks that were missed. */
class ContactTable {
  readonly #rows: MarkRows;
  readonly #index: ReadonlyMap<string, number>;
  readonly #first: Int32Array;
  readonly #missed: Float64Array;
  readonly #marked: Float64Array;

  constructor(rows: MarkRows) {
    const { names, of } = rows.contact;
    this.#rows = rows;
    this.#first = new Int32Array(names.length).fill(-1);
    this.#missed = new Float64Array(names.length);
    this.#marked = new Float64Array(names.length);
    for (let row = rows.size - 1; row >= 0; row--) {
      const contact = of[row]!;
      if (contact < 0) continue;
      this.#first[contact] = row;
      this.#missed[contact]! += rows.failed[row]!;
      this.#marked[contact]! += 1;
    }
    this.#index = new Map(names.map((name, index) => [name, index]));
  }

  /** Undefined for a contact in which nothing was marked. */
  indexOf(contact: string): number | undefined {
    const index = this.#index.get(contact);
    return index === undefined || this.#first[index]! < 0 ? undefined : index;
  }

  kindOf(contact: number): string {
    const { names, of } = this.#rows.kind;
    return names[of[this.#first[contact]!]!] ?? 'unknown';
  }

  missedShare(contact: number): number {
    return this.#missed[contact]! / this.#marked[contact]!;
  }

  excuses(contacts: readonly number[]): Float64Array[] {
    return this.#rows.excuses.flatMap(({ values, control }) => {
      if (control) return [];
      const column = varying(Float64Array.from(contacts, (contact) => values[this.#first[contact]!]!));
      return column ? [column] : [];
    });
  }

  levels(contacts: readonly number[]): PooledFamily[] {
    const { site, person, month, kind } = this.#rows;
    return levelsOf({ site, person, month, kind }, (of) =>
      Int32Array.from(contacts, (contact) => of[this.#first[contact]!]!),
    );
  }
}
