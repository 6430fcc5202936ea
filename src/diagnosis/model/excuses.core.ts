// What is said to excuse a failure, read from each contact: the customer, the product, the price, the place, the hour; and the
// moon and a tossed coin, which can excuse nothing.
import { contentId } from '../../kernel/digest.ts';
import type { Moment } from '../../kernel/moment.ts';
import type { Turn } from '../../standards/encounter.core.ts';
import type { Excuse } from './mark-rows.core.ts';
import { isNearFullMoon } from './moon.core.ts';
import { openingMood } from './opening-mood.core.ts';

/** As much of a contact as an excuse needs. */
export interface ExcusedContact {
  readonly id: string;
  readonly turns: readonly Turn[];
  readonly productAsked?: string;
  readonly priceQuoted?: number;
  readonly locationClass?: string;
  readonly at?: Moment;
  /** The hour by the clock of the site, 0 to 23. */
  readonly hour?: number;
}

/** One contact's excuses before they become columns: names of products and places are still names. */
export interface ReadExcuses {
  readonly upset: number;
  readonly hurried: number;
  readonly product: string | null;
  readonly price: number;
  readonly location: string | null;
  readonly early: number;
  readonly late: number;
  readonly moon: number;
  readonly coin: number;
}

const none = Number.NaN;
const busyFrom = 10;
const lateFrom = 17;

export function readExcuses(contact: ExcusedContact): ReadExcuses {
  const { at, hour, id, locationClass, priceQuoted, productAsked, turns } = contact;
  const mood = openingMood(turns);
  return {
    upset: mood ? Number(mood.upset) : none,
    hurried: mood ? Number(mood.hurried) : none,
    product: productAsked === undefined ? null : slug(productAsked),
    price: priceQuoted !== undefined && priceQuoted > 0 ? priceQuoted : none,
    location: locationClass === undefined ? null : slug(locationClass),
    early: hour === undefined ? none : Number(hour < busyFrom),
    late: hour === undefined ? none : Number(hour >= lateFrom),
    moon: at === undefined ? none : Number(isNearFullMoon(at)),
    // A digest, since ids themselves may follow something.
    coin: Number.parseInt(contentId('v', id).slice(-1), 16) % 2,
  };
}

/** Names rarer than the commonest ones are one name: few columns, and each with something in it. */
const mostNames = 5;

/** Columns of one row per mark, from each contact's excuses and the contact of each row. */
export function excuseColumnsOf(contacts: readonly ReadExcuses[], contactOf: Int32Array): Excuse[] {
  const column = (id: string, says: string, read: (one: ReadExcuses) => number, control?: true): Excuse => ({
    id,
    says,
    values: spread(Float64Array.from(contacts, read), contactOf),
    variesBy: id.startsWith('location.') ? 'site' : 'row',
    ...(control ? { control } : {}),
  });
  const median = mediansOf(contacts);
  return [
    column('customer.upset', 'the customer', (one) => one.upset),
    column('customer.hurried', 'the customer', (one) => one.hurried),
    ...named(contacts, (one) => one.product).map((name) =>
      column(`product.${name.id}`, 'the product', (one) => name.read(one.product)),
    ),
    column('price.high', 'the price', (one) => Math.log(one.price / (median.get(one.product) ?? one.price))),
    ...named(contacts, (one) => one.location).map((name) =>
      column(`location.${name.id}`, 'the place', (one) => name.read(one.location)),
    ),
    column('hour.early', 'the hour', (one) => one.early),
    column('hour.late', 'the hour', (one) => one.late),
    column('moon.full', 'the phase of the moon', (one) => one.moon, true),
    column('voodoo.coin', 'a tossed coin', (one) => one.coin, true),
  ];
}

function spread(ofContacts: Float64Array, contactOf: Int32Array): Float64Array {
  const values = new Float64Array(contactOf.length);
  for (let row = 0; row < values.length; row++) values[row] = ofContacts[contactOf[row]!]!;
  return values;
}

function named(contacts: readonly ReadExcuses[], read: (one: ReadExcuses) => string | null) {
  const counts = new Map<string, number>();
  for (const one of contacts) {
    const name = read(one);
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = [...counts].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([name]) => name);
  const shown = new Set(names.slice(0, mostNames));
  const ids = [...shown, ...(names.length > mostNames ? ['other'] : [])].slice(1);
  return ids.map((id) => ({
    id,
    read: (name: string | null): number =>
      name === null ? none : Number(id === 'other' && !shown.has(name) ? true : name === id),
  }));
}

function mediansOf(contacts: readonly ReadExcuses[]): Map<string | null, number> {
  const prices = Map.groupBy(
    contacts.filter((one) => one.price > 0),
    (one) => one.product,
  );
  return new Map(
    [...prices].map(([product, all]) => {
      const sorted = all.map((one) => one.price).toSorted((a, b) => a - b);
      return [product, sorted[sorted.length >> 1]!];
    }),
  );
}

function slug(text: string): string {
  return (
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'unnamed'
  );
}
