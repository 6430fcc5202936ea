// The tables of who works where: organisation, sites and their months, people and their posts, shifts, authority.
import { contentId } from '../../kernel/digest.ts';
import { present } from '../../kernel/present.ts';
import type { Organisation } from '../../people/organisation.core.ts';
import type { AuthorityLimit, Person, Post, Shift, Site, SiteMonth } from '../../people/people.core.ts';
import {
  count,
  currency,
  day,
  id,
  moment,
  money,
  month,
  onTheClock,
  optional,
  ownRole,
  person,
  required,
} from '../column.core.ts';
import { role, several, share, site, standard, standardOrPack, text, timeZone } from '../column.core.ts';
import { addDays, isDay } from '../../kernel/moment.ts';
import type { Cell, RawRow } from '../record.core.ts';
import { defineTable } from '../table.core.ts';

export const organisationTable = defineTable({
  kind: 'organisation',
  hint: /organi[sz]ation|company|business/,
  columns: {
    name: required(text),
    otherNames: several(text, 'also', 'other-business-names'),
    customerWord: optional(text, 'customer', 'word-for-customer'),
    products: several(text, 'product'),
    currency: required(currency),
    enquiriesAMonth: optional(count, 'inquiries-a-month'),
    conversion: optional(share),
    worthOfAStay: optional(money, 'worth'),
    standards: several(standardOrPack, 'standard'),
  },
  build: ({ customerWord, standards, ...row }): Organisation =>
    present({
      ...row,
      customerWord: customerWord ?? 'customer',
      standards: standards.length > 0 ? standards : undefined,
    }),
  key: () => [],
});

export const sites = defineTable({
  kind: 'sites',
  hint: /^sites?$|^locations?$|^stores?$/,
  columns: {
    id: required(id, 'site'),
    name: required(text),
    timeZone: required(timeZone, 'timezone', 'zone'),
    locationClass: optional(text, 'class'),
    spokenNames: several(text, 'also', 'other-names'),
    opened: optional(day, 'open-since'),
    closed: optional(day, 'closed-on'),
  },
  build: (row): Site => present(row),
  key: (row) => [row.id],
  order: [['opened', 'closed', 'before']],
});

export const siteMonths = defineTable({
  kind: 'site-months',
  hint: /site-?months?|production|occupancy/,
  columns: {
    site: required(site),
    month: required(month),
    units: optional(count, 'size'),
    price: optional(money, 'rent', 'rate'),
    occupancy: optional(share),
    moveIns: optional(count),
    moveOuts: optional(count),
    revenue: optional(money),
  },
  build: (row): SiteMonth => present(row),
  key: (row) => [row.site, row.month],
});

export const people = defineTable({
  kind: 'people',
  hint: /^people$|^staff$|^employees$|^team$/,
  columns: { id: required(id, 'person'), name: required(text) },
  build: (row): Person => row,
  key: (row) => [row.id],
});

/** Columns of a post that may stand in the table of people, one row a post. */
export const postColumns = ['role', 'site', 'supervisor', 'from', 'to'] as const;

export const posts = defineTable({
  kind: 'posts',
  hint: /posts?|positions?|assignments?/,
  columns: {
    person: required(person),
    site: required(site),
    role: required(ownRole),
    supervisor: optional(person, 'reports-to', 'manager'),
    from: required(day, 'start', 'since'),
    to: optional(day, 'end', 'until'),
  },
  build: (row): Post => present(row),
  key: (row) => [row.person, row.site, row.from],
  order: [['from', 'to', 'before']],
});

export const shifts = defineTable({
  kind: 'shifts',
  hint: /shifts?|rota|roster/,
  columns: {
    person: required(person),
    site: required(site),
    from: onTheClock(required(moment, 'start')),
    to: onTheClock(required(moment, 'end')),
  },
  build: (row): Shift => row,
  key: (row) => [row.person, row.site, row.from],
  order: [['from', 'to', 'before']],
  prepare: shiftOfADay,
});

/** A shift written as a day and two clock times; one that ends at or before its beginning ends the next day. */
function shiftOfADay(cells: RawRow['cells']): RawRow['cells'] {
  const { day: on, from = cells.start, to = cells.end } = cells as Record<string, Cell | undefined>;
  const clock = /^\d{1,2}:\d{2}$/;
  if (typeof on !== 'string' || typeof from !== 'string' || typeof to !== 'string') return cells;
  if (!isDay(on.trim()) || !clock.test(from.trim()) || !clock.test(to.trim())) return cells;
  const [start, end] = [from.trim().padStart(5, '0'), to.trim().padStart(5, '0')];
  return { ...cells, from: `${on.trim()} ${start}`, to: `${end <= start ? addDays(on.trim(), 1) : on.trim()} ${end}` };
}

export const authorityLimits = defineTable({
  kind: 'authority-limits',
  hint: /authority|limits?/,
  columns: {
    id: optional(id),
    role: required(role),
    act: required(text),
    limit: required(money),
    from: required(day),
    to: optional(day),
    standards: several(standard, 'standard'),
  },
  build: ({ id: given, ...row }): AuthorityLimit =>
    present({ ...row, id: given ?? contentId('l', row.role, row.act, row.from) }),
  key: (row) => [row.id],
  order: [['from', 'to', 'before']],
});
