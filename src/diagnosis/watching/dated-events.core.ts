// What the record says happened on a day: documents that came into force or ended, targets, limits, people who came and
// went by their role. Changes of a rate are held against these; no person is named.
import { addDays, type Day } from '../../kernel/moment.ts';
import { type DocumentVersion, stoodForNoDay } from '../../documents/document.core.ts';
import type { Records } from '../records.core.ts';

export interface DatedEvent {
  readonly day: Day;
  /** e.g. `the day refund policy 4.2 took effect`. */
  readonly says: string;
  readonly kind: 'policy' | 'procedure' | 'target' | 'authority-limit' | 'post';
  readonly id: string;
  /** Sites it is about; empty means all. */
  readonly sites: readonly string[];
  /** Standards that it names; empty means that it says of none. */
  readonly standards: readonly string[];
}

/** Days on either side of the likely range in which an event may still stand. */
const around = 3;
const mostMatched = 3;

/** All dated events on record, in order of day. */
export function datedEvents(records: Omit<Records, 'shifts'>): DatedEvent[] {
  const documents = (kind: 'policy' | 'procedure', all: readonly (DocumentVersion & { standards: string[] })[]) => {
    const versions = all.filter((one) => !stoodForNoDay(one));
    return versions.flatMap((one): DatedEvent[] => {
      const of = { kind, id: one.id, sites: one.sites, standards: one.standards };
      const named = `${kind} “${one.title}” ${one.version}`;
      const next = versions.some((other) => other.id === one.id && other.from === one.to);
      return [
        { ...of, day: one.from, says: `the day ${named} took effect` },
        ...(one.to === undefined || next ? [] : [{ ...of, day: one.to, says: `the day ${named} ended` }]),
      ];
    });
  };
  const fromTo = (
    one: { readonly from: Day; readonly to?: Day },
    of: Omit<DatedEvent, 'day' | 'says'>,
    named: string,
  ): DatedEvent[] => [
    { ...of, day: one.from, says: `the day ${named} began` },
    ...(one.to === undefined ? [] : [{ ...of, day: one.to, says: `the day ${named} ended` }]),
  ];
  const linked = (parts: readonly { readonly serves: readonly string[]; readonly obstructs: readonly string[] }[]) => [
    ...new Set(parts.flatMap((part) => [...part.serves, ...part.obstructs])),
  ];
  return [
    ...documents(
      'policy',
      records.policies.map((one) => ({ ...one, standards: linked(one.clauses) })),
    ),
    ...documents(
      'procedure',
      records.procedures.map((one) => ({ ...one, standards: linked(one.steps) })),
    ),
    ...records.targets.flatMap((one) =>
      fromTo(one, { kind: 'target', id: one.id, sites: one.sites, standards: one.against }, `the target “${one.says}”`),
    ),
    ...records.authorityLimits.flatMap((one) =>
      fromTo(
        one,
        { kind: 'authority-limit', id: one.id, sites: [], standards: one.standards },
        `the limit on what a ${one.role} may do (${one.act})`,
      ),
    ),
    ...records.posts.flatMap((one) =>
      fromTo(one, { kind: 'post', id: one.site, sites: [one.site], standards: [] }, `a ${one.role}’s time at the site`),
    ),
  ].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.says < b.says ? -1 : 1));
}

/**
 * Events that stand where a change began: within its likely days and three more, about its site. Those that name the standard
 * come first, then the nearest to the likeliest day; three at most. That they stand together proves nothing.
 */
export function eventsNear(
  change: { readonly since: Day; readonly earliest: Day; readonly latest: Day },
  of: { readonly standard: string; readonly site?: string | undefined },
  events: readonly DatedEvent[],
): DatedEvent[] {
  const [first, last] = [addDays(change.earliest, -around), addDays(change.latest, around)];
  // Of all sites together an event of several of them is told where it names the standard.
  const isThere = (event: DatedEvent): boolean =>
    of.site === undefined ? names(event) === 1 && event.sites.length > 1 : event.sites.includes(of.site);
  const names = (event: DatedEvent): number => Number(event.standards.includes(of.standard));
  return (
    events
      .filter((event) => first <= event.day && event.day <= last)
      .filter((event) => names(event) === 1 || event.standards.length === 0)
      .filter((event) => event.sites.length === 0 || isThere(event))
      .toSorted((a, b) => names(b) - names(a) || apart(a.day, change.since) - apart(b.day, change.since))
      // Versions of one document for several sites say the same.
      .filter((event, at, all) => all.findIndex((other) => other.says === event.says && other.day === event.day) === at)
      .slice(0, mostMatched)
  );
}

function apart(a: Day, b: Day): number {
  return Math.abs(Date.parse(a) - Date.parse(b));
}
