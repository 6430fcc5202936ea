// What the parts of a plan are made in: the scenario, its days, its sites and people, by index, for quick asking.
import type { Calendar } from './calendar.core.ts';
import type { PlannedStandard } from '../standards/planned-standard.core.ts';
import type { EventKind, Scenario, ScenarioEvent } from '../scenario/scenario.core.ts';

export interface PlacedSite {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly town: string;
  readonly timeZone: string;
  readonly locationClass: string;
  /** Own effect, in log odds of failing. */
  readonly effect: number;
  /** Its share of the contacts: 1 is the average. */
  readonly busy: number;
  readonly prices: number;
  readonly district: number;
  /** Sites that share their written procedures. */
  readonly manual: number;
}

/** From a day up to, not including, another; both in numbers of the calendar. */
export interface StaffPost {
  readonly site: number;
  readonly from: number;
  readonly to: number | null;
}

export interface Staff {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly role: 'owner' | 'district-manager' | 'manager' | 'relief-manager' | 'rep';
  readonly posts: readonly StaffPost[];
  /** Own way of working, in log odds of failing, what stands out included. */
  readonly effect: number;
  readonly standsOut: boolean;
  readonly exam: boolean;
  readonly speech: string;
}

/** An event with its sites found. */
export interface PlacedEvent extends Omit<ScenarioEvent, 'sites' | 'after'> {
  readonly sites: readonly number[];
  /** Which standards, by index. */
  readonly about: readonly number[];
}

export interface World {
  readonly seed: number;
  readonly scenario: Scenario;
  readonly calendar: Calendar;
  readonly standards: readonly PlannedStandard[];
  readonly tasks: readonly string[];
  /** Task of each standard, by index. */
  readonly taskOf: readonly number[];
  readonly sites: readonly PlacedSite[];
  readonly staff: readonly Staff[];
  readonly events: readonly PlacedEvent[];
}

export function eventsOf(world: Pick<World, 'events'>, kind: EventKind): readonly PlacedEvent[] {
  return world.events.filter((event) => event.do === kind);
}

/** The person's post that day, at this site where they have one there. */
export function postOn(person: Staff, site: number, day: number): StaffPost | undefined {
  return person.posts.find((post) => post.site === site && post.from <= day && (post.to === null || day < post.to));
}

/** Whom somebody answers to at a site: reps to its manager, managers to that of the district, those to the owner. */
export function supervisorAt(world: Pick<World, 'staff' | 'sites'>, person: Staff, site: number): Staff | undefined {
  const { staff, sites } = world;
  if (person.role === 'owner') return undefined;
  if (person.role === 'district-manager') return staff.find((one) => one.role === 'owner');
  if (person.role === 'rep') return staff.find((one) => one.role === 'manager' && one.posts[0]!.site === site);
  const { district } = sites[person.posts[0]!.site]!;
  return staff.find((one) => one.role === 'district-manager' && sites[one.posts[0]!.site]!.district === district);
}

/** First day in the organisation. */
export function hiredOn(person: Staff): number {
  return Math.min(...person.posts.map((post) => post.from));
}

/** Reps, relief managers and site managers: who serves customers. */
export function serves(person: Staff): boolean {
  return person.role === 'rep' || person.role === 'manager' || person.role === 'relief-manager';
}
