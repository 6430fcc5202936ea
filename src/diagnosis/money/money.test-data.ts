// Test data: enquiries made from a seed, some standards of which cost business when they are missed.
import { addDays } from '../../kernel/moment.ts';
import { chanceOf } from '../../stats/normal-draws.ts';
import type { Levels, MarkRows } from '../model/mark-rows.core.ts';
import type { KnownEnd } from './ends.core.ts';
import type { MoneyInput } from './money-input.core.ts';

export interface MadeEnquiries {
  readonly seed?: number;
  readonly contacts?: number;
  /** Log odds of losing that missing each standard adds. */
  readonly losing?: Readonly<Record<string, number>>;
  /** Share of marks missed. */
  readonly missing?: number;
  /** Log odds of losing that the moon adds: what can't be. */
  readonly moon?: number;
}

const usual: NonNullable<MadeEnquiries['losing']> = { 'asked-for-it': 1, thanked: 0, 'price-explained': 0 };
export const worthOfOne = 1000;

/** Enquiries at four sites on 200 days, each standard marked in each. */
export function madeMoney(made: MadeEnquiries = {}): MoneyInput {
  const { seed = 1, contacts = 1500, losing = usual, missing = 0.4, moon = 0 } = made;
  const chance = chanceOf(seed);
  const standards = Object.keys(losing);
  const size = contacts * standards.length;
  const failed = new Uint8Array(size);
  const full = new Float64Array(size);
  const known: KnownEnd[] = [];
  for (let contact = 0; contact < contacts; contact++) {
    const isFull = chance.uniform() < 0.3 ? 1 : 0;
    let eta = -0.6 + moon * isFull;
    for (const [s, standard] of standards.entries()) {
      const row = contact * standards.length + s;
      full[row] = isFull;
      failed[row] = chance.uniform() < missing ? 1 : 0;
      eta += failed[row]! * losing[standard]!;
    }
    const lost = chance.uniform() < 1 / (1 + Math.exp(-eta));
    known.push({
      contact: `c${contact}`,
      outcome: lost ? 'lost' : 'won',
      day: dayOf(contact),
      ...(lost ? {} : { worth: worthOfOne * (0.5 + chance.uniform()) }),
    });
  }
  const contactOf = (row: number): number => Math.floor(row / standards.length);
  const levels = (names: readonly string[], of: (row: number) => number): Levels => ({
    names,
    of: Int32Array.from({ length: size }, (_, row) => of(row)),
  });
  const rows: MarkRows = {
    size,
    failed,
    standard: levels(standards, (row) => row % standards.length),
    site: levels(['bay', 'pier', 'hill', 'mill'], (row) => contactOf(row) % 4),
    person: levels(['p0', 'p1', 'p2', 'p3', 'p4', 'p5'], (row) => (contactOf(row) >> 1) % 6),
    contact: levels(
      known.map((one) => one.contact),
      contactOf,
    ),
    day: levels([...new Set(known.map((one) => one.day!))], (row) => contactOf(row) % 200),
    month: levels(['2026-01', '2026-02', '2026-03'], (row) => Math.floor((contactOf(row) % 200) / 70)),
    kind: levels(['new-enquiry'], () => 0),
    marker: levels(['cue'], () => 0),
    exposures: [],
    excuses: [{ id: 'moon.full', says: 'the moon', control: true, variesBy: 'row', values: full }],
  };
  return {
    rows,
    known,
    titles: new Map([['asked-for-it', 'Asked for the business']]),
    organisation: { currency: 'USD' },
    clauses: [],
    policies: [],
    assumedLost: 0.1,
  };
}

function dayOf(contact: number): string {
  return addDays('2026-01-01', contact % 200);
}
