// From a planned organisation to the rows that the model reads: no words are made, so hundreds are quick.
import type { Excuse, Exposure, Levels, MarkRows } from '../diagnosis/model/mark-rows.core.ts';
import { present } from '../kernel/present.ts';
import { plannedExposures } from './exposures.core.ts';
import { plannedExcuses } from './excuses.core.ts';
import { Chance } from './chance.ts';
import type { Planned } from './planned-organisation.core.ts';

/** Share of the contacts that a person has marked too, where the marker is known to misread. */
const reviewedShare = 0.1;

/**
 * One row a mark, in order of contacts. Where a habit of speech is misread, what the machine marked stands in the rows, and
 * some contacts are marked by a reviewer instead, who doesn't misread.
 */
export function toMarkRows(planned: Planned): MarkRows {
  const { rows, world, contacts } = planned;
  const { sites, staff, standards, calendar } = world;
  const days = Array.from({ length: calendar.days }, (_, day) => calendar.day(day));
  const months = [...new Set(days.map((day) => day.slice(0, 7)))];
  const kinds = [...new Set(contacts.map((one) => one.kind))].toSorted();
  const kindOf = new Map<string, number>(kinds.map((kind, i) => [kind, i]));
  const monthOf = days.map((day) => months.indexOf(day.slice(0, 7)));
  const kind = contacts.map((one) => kindOf.get(one.kind)!);
  const misreads = world.scenario.confounding['misread-speech'] > 0;
  const chance = new Chance(planned.seed, 'reviews');
  const reviewed = contacts.map(() => misreads && chance.is(reviewedShare));
  const byReviewer = Int32Array.from(rows.contact, (contact) => (reviewed[contact] ? 1 : 0));
  const levels = (names: readonly string[], of: Int32Array): Levels => ({ names, of });
  return {
    size: rows.size,
    failed: rows.marked.map((marked, row) => (byReviewer[row] === 1 ? rows.failed[row]! : marked)),
    standard: levels(
      standards.map((one) => one.id),
      rows.standard,
    ),
    site: levels(
      sites.map((one) => one.id),
      rows.site,
    ),
    person: levels(
      staff.map((one) => one.id),
      rows.person,
    ),
    contact: levels(
      contacts.map((one) => one.id),
      rows.contact,
    ),
    day: levels(days, rows.day),
    month: levels(
      months,
      rows.day.map((day) => monthOf[day]!),
    ),
    kind: levels(
      kinds,
      rows.contact.map((contact) => kind[contact]!),
    ),
    marker: levels(misreads ? ['cue', 'reviewer'] : ['cue'], byReviewer),
    exposures: plannedExposures.map((one): Exposure => ({ ...one, values: rows.exposures.get(one.id)! })),
    excuses: plannedExcuses.map(({ id, says, control, variesBy }): Excuse =>
      present({ id, says, control, variesBy, values: rows.excuses.get(id)! }),
    ),
  };
}
