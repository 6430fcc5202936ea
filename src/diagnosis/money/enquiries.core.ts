// The contacts that business was won or lost in, as columns: how each ended, which standards were kept and missed in it, and what
// else may have decided it.
import type { Excuse, Levels, MarkRows } from '../model/mark-rows.core.ts';
import type { End } from './ends.core.ts';

export interface EnquiryStandard {
  readonly standard: string;
  /** An entry an enquiry: 1 missed, 0 kept, -1 neither. */
  readonly missed: Int8Array;
  readonly missedCount: number;
  readonly keptCount: number;
}

export interface Enquiries {
  readonly contacts: readonly string[];
  readonly lost: Uint8Array;
  /** In order of id; also those that were hardly ever missed or kept. */
  readonly standards: readonly EnquiryStandard[];
  /** Levels an enquiry. */
  readonly site: Levels;
  readonly person: Levels;
  readonly month: Levels;
  readonly kind: Levels;
  readonly day: Levels;
  /** Columns an enquiry, NaN where it isn't known. */
  readonly excuses: readonly Excuse[];
  /** Undecided contacts that may still be decided, or whose customer isn't known. */
  readonly open: number;
}

/** A kind of contact belongs here where at least so many of its contacts, and such a share of them, were lost; and won. */
const fewestOfEither = 5;
const leastShare = 0.02;

/**
 * Takes only kinds of contact in which business is both won and lost: a move-in that is always won says nothing of what
 * loses business.
 */
export function enquiriesOf(rows: MarkRows, ends: ReadonlyMap<string, End>): Enquiries {
  const firstRow = new Int32Array(rows.contact.names.length).fill(-1);
  for (let row = rows.size - 1; row >= 0; row--) if (rows.contact.of[row]! >= 0) firstRow[rows.contact.of[row]!] = row;
  const decided = rows.contact.names.flatMap((name, contact) => {
    const end = ends.get(name);
    return firstRow[contact]! >= 0 && (end === 'won' || end === 'lost') ? [contact] : [];
  });
  const kindOf = (contact: number): number => rows.kind.of[firstRow[contact]!]!;
  const wanted = new Set(
    [...Map.groupBy(decided, kindOf)].flatMap(([kind, own]) => {
      const lost = own.filter((contact) => ends.get(rows.contact.names[contact]!) === 'lost').length;
      const least = Math.min(lost, own.length - lost);
      return least >= fewestOfEither && least >= leastShare * own.length ? [kind] : [];
    }),
  );
  const kept = decided.filter((contact) => wanted.has(kindOf(contact)));
  const place = new Int32Array(rows.contact.names.length).fill(-1);
  for (const [at, contact] of kept.entries()) place[contact] = at;
  const levels = ({ names, of }: Levels): Levels => ({
    names,
    of: Int32Array.from(kept, (one) => of[firstRow[one]!]!),
  });
  const open = rows.contact.names.filter(
    (name, contact) => ends.get(name) === 'open' && firstRow[contact]! >= 0 && wanted.has(kindOf(contact)),
  ).length;
  return {
    contacts: kept.map((contact) => rows.contact.names[contact]!),
    lost: Uint8Array.from(kept, (contact) => (ends.get(rows.contact.names[contact]!) === 'lost' ? 1 : 0)),
    standards: standardsIn(rows, place, kept.length),
    site: levels(rows.site),
    person: levels(rows.person),
    month: levels(rows.month),
    kind: levels(rows.kind),
    day: levels(rows.day),
    excuses: rows.excuses.map((one) => ({
      ...one,
      values: Float64Array.from(kept, (contact) => one.values[firstRow[contact]!]!),
    })),
    open,
  };
}

function standardsIn(rows: MarkRows, place: Int32Array, size: number): EnquiryStandard[] {
  const missed = rows.standard.names.map(() => new Int8Array(size).fill(-1));
  for (let row = 0; row < rows.size; row++) {
    const at = rows.contact.of[row]! < 0 ? -1 : place[rows.contact.of[row]!]!;
    const standard = rows.standard.of[row]!;
    if (at < 0 || standard < 0) continue;
    const cell = missed[standard]!;
    // Two markers of one standard: missed where any says so.
    cell[at] = Math.max(cell[at]!, rows.failed[row]!);
  }
  return rows.standard.names
    .map((standard, index): EnquiryStandard => {
      const own = missed[index]!;
      let [missedCount, keptCount] = [0, 0];
      for (const one of own) {
        if (one === 1) missedCount++;
        else if (one === 0) keptCount++;
      }
      return { standard, missed: own, missedCount, keptCount };
    })
    .filter((one) => one.missedCount + one.keptCount > 0)
    .toSorted((a, b) => (a.standard < b.standard ? -1 : 1));
}
