// Who works where, in what role, from when to when: dated rows that can be asked as of any day.
import type { Day, Moment, Month } from '../kernel/moment.ts';

export interface Site {
  readonly id: string;
  readonly name: string;
  /** IANA time zone, e.g. `America/Los_Angeles`. */
  readonly timeZone: string;
  /** The owner's own class of location, e.g. `highway`, `downtown`, `rural`. */
  readonly locationClass?: string;
  /** What people call it when they speak, e.g. `Bay Street`; the name itself always counts. */
  readonly spokenNames?: readonly string[];
  /** The day it opened, where somebody wrote it down. */
  readonly opened?: Day;
  /** The first day on which it was closed for good. */
  readonly closed?: Day;
}

/** One month of one site's production. Rates are 0 to 1, money in the organisation's own currency. */
export interface SiteMonth {
  readonly site: string;
  readonly month: Month;
  /** How many can be let. */
  readonly units?: number;
  /** What the usual unit costs a month, as asked. */
  readonly price?: number;
  readonly occupancy?: number;
  readonly moveIns?: number;
  readonly moveOuts?: number;
  readonly revenue?: number;
}

export interface Person {
  readonly id: string;
  /** Shown only where names are asked for. */
  readonly name: string;
}

/** A person's place: role at a site under a supervisor, from a day up to (not including) another. */
export interface Post {
  readonly person: string;
  readonly site: string;
  /** The organisation's own word, e.g. `rep`, `manager`, `district-manager`, `owner`. */
  readonly role: string;
  readonly supervisor?: string;
  readonly from: Day;
  readonly to?: Day;
}

export interface Shift {
  readonly person: string;
  readonly site: string;
  readonly from: Moment;
  readonly to: Moment;
}

/** What a role may do on its own authority. `standards` are those that can't be kept without more. */
export interface AuthorityLimit {
  readonly id: string;
  readonly role: string;
  readonly act: string;
  /** Money, or 0 for "must always ask". */
  readonly limit: number;
  readonly from: Day;
  readonly to?: Day;
  readonly standards: readonly string[];
}

export interface PeopleRecord {
  readonly sites: readonly Site[];
  readonly siteMonths: readonly SiteMonth[];
  readonly people: readonly Person[];
  readonly posts: readonly Post[];
  readonly shifts: readonly Shift[];
  readonly authorityLimits: readonly AuthorityLimit[];
}
