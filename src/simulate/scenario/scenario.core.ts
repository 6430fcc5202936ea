// What a scenario may say, each number with its bounds and what it is where nothing is said; and a scenario as it is
// drawn for one organisation, every range settled.
import type { Day } from '../../kernel/moment.ts';

/** [where nothing is said, least, most]; `whole` numbers are counts. */
type Bounds = readonly [usual: number, least: number, most: number, whole?: 'whole'];

export const numberFields = {
  /** How much there is. */
  sizes: {
    sites: [6, 1, 400, 'whole'],
    days: [365, 7, 1100, 'whole'],
    /** Contacts on an average day, over all sites. */
    'contacts-a-day': [20, 0.01, 5000],
    /** People at a site, its manager among them. */
    'team-least': [1, 1, 20, 'whole'],
    'team-most': [4, 1, 20, 'whole'],
    /** Sites that one relief manager goes round. */
    'relief-round': [4, 1, 50, 'whole'],
    /** Posts that end within a year, as a share; each is filled again. */
    leaving: [0.25, 0, 1],
    /** Posts whose holder moves to another site within a year. */
    moving: [0.1, 0, 1],
    /** Share of contacts that are mystery shops. */
    shops: [0.01, 0, 0.5],
  },
  /** Standard deviations, in log odds. */
  spread: {
    standard: [0.5, 0, 3],
    site: [0.2, 0, 3],
    person: [0.25, 0, 3],
    contact: [0.3, 0, 3],
    day: [0.1, 0, 3],
    month: [0.1, 0, 3],
    kind: [0.2, 0, 3],
    /** Of an exposure's effect over standards. */
    slope: [0.2, 0, 3],
  },
  /** Log odds of failing that each exposure brings. */
  effects: {
    'policy.in-conflict': [0, -5, 5],
    'policy.beyond-authority': [0, -5, 5],
    'procedure.missing': [0, -5, 5],
    'procedure.stale': [0, -5, 5],
    'procedure.unread': [0, -5, 5],
    'training.not-certified': [0, -5, 5],
    'training.lapsed': [0, -5, 5],
    'training.since-practice': [0, -1, 1],
    'management.no-feedback': [0, -5, 5],
    'management.unobserved': [0, -5, 5],
    'management.manager-unobserved': [0, -5, 5],
    'management.load': [0, -5, 5],
    'management.outage': [0, -5, 5],
    'management.target-against': [0, -5, 5],
    'management.waiting': [0, -5, 5],
    'personnel.no-exam': [0, -5, 5],
    /** What people who stand out add to their own way of working. */
    'personnel.own-effect': [0, -5, 5],
  },
  /** Log odds of failing with each excuse. The moon and the coin have none, ever. */
  excuses: {
    'customer.upset': [0, -5, 5],
    'customer.hurried': [0, -5, 5],
    'price.high': [0, -5, 5],
    'product.10x20': [0, -5, 5],
    'location.highway': [0, -5, 5],
    'hour.early': [0, -5, 5],
    'hour.late': [0, -5, 5],
  },
  /** How often things are not as they should be: shares of what there is. */
  keeping: {
    /** Standards that some rule stands in the way of, somewhere, for a while. */
    'policy.in-conflict': [0.15, 0, 1],
    'policy.beyond-authority': [0.2, 0, 1],
    'procedure.missing': [0.15, 0, 1],
    'procedure.stale': [0.15, 0, 1],
    'procedure.unread': [0.15, 0, 1],
    'training.not-certified': [0.1, 0, 1],
    'training.lapsed': [0.15, 0, 1],
    'management.no-feedback': [0.35, 0.01, 0.99],
    'management.manager-unobserved': [0.3, 0.01, 0.99],
    /** Arrivals that bring several customers at once. */
    'management.load': [0.12, 0, 1],
    /** Outages a site has in a year. */
    'management.outage': [4, 0, 100],
    'management.target-against': [0.06, 0, 1],
    /** Sign-offs a person asks for in a year. */
    'management.waiting': [3, 0, 100],
    'personnel.no-exam': [0.4, 0, 1],
    /** People who stand out. */
    'personnel.own-effect': [0.04, 0, 1],
    /** Customers who come in upset; complaints are so more often. */
    'customer.upset': [0.12, 0, 1],
    'customer.hurried': [0.15, 0, 1],
  },
  /** What makes causes look like one another. */
  confounding: {
    /** How far people are like their site: each gets so many times the site's own effect. */
    'people-follow-sites': [0, -5, 5],
    /** How strongly training goes to those who need it most; 1 is clearly, 3 nearly always. */
    'training-to-worst': [0, -10, 10],
    /** By what share prices rise where and when a rule came into force. */
    'price-with-policy': [0, -0.5, 2],
    /** Share of the people whose habit of speech the marker misreads. */
    'misread-speech': [0, 0, 1],
    /** How often it then marks as missed what was kept. */
    'misread-often': [0, 0, 1],
  },
  money: {
    /** Log odds of winning an enquiry with nothing missed, at the product's usual price. */
    'won-plain': [0.2, -5, 5],
    /** Log odds that a tenth of the standards missed takes off. */
    'won-per-tenth-missed': [0.25, -5, 5],
    /** Months that a customer stays. */
    'stay-months': [16, 1, 120],
    /** Units at a site. */
    units: [420, 20, 5000, 'whole'],
    /** Standard deviation of sites' sizes around that, on the logarithm. */
    'units-differ': [0, 0, 1],
    /** How much less full a site is, on the logarithm, for each tenth of the standards that it misses beyond the others. */
    'emptier-per-tenth-missed': [0, -1, 1],
  },
} as const satisfies Record<string, Record<string, Bounds>>;

export type NumberGroup = keyof typeof numberFields;
type Numbers<G extends NumberGroup> = Readonly<Record<keyof (typeof numberFields)[G], number>>;

export const eventKinds = [
  'procedure-written',
  'procedure-dropped',
  'rule-starts',
  'rule-ends',
  'everybody-certified',
  'rounds-begin',
  'rounds-end',
  'targets-end',
  'price-rise',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** Something that happens on a day at some sites, about some standards; empty `standards` means all. */
export interface ScenarioEvent {
  readonly do: EventKind;
  /** Day of the period, from 0. */
  readonly day: number;
  /** The first so many sites from west to east, or a share below 1 of them; 1 and nothing are all. */
  readonly sites: number;
  /** Sites before these are passed over. */
  readonly after: number;
  readonly standards: readonly string[];
  /** A letter of an employee so many days before, that asked for it. */
  readonly letterBefore?: number;
  /** Kept as a fix, with what was expected of it. */
  readonly fix?: boolean;
  /** For prices: by what share. */
  readonly by?: number;
  readonly says: string;
}

export interface ScenarioHead {
  readonly name: string;
  readonly says: string;
  readonly business: {
    readonly name: string;
    readonly otherNames: readonly string[];
    readonly customer: string;
    readonly currency: string;
  };
  readonly start: Day;
  /** Log odds of failing where all is in order. */
  readonly standards: readonly string[];
  readonly events: readonly ScenarioEvent[];
}

/** A range for each number; where it says one number, both ends are that. */
export interface ScenarioFile extends ScenarioHead {
  readonly failing: readonly [low: number, high: number];
  readonly losing: Readonly<Record<string, readonly [low: number, high: number]>>;
  readonly ranges: { readonly [G in NumberGroup]: Readonly<Record<string, readonly [low: number, high: number]>> };
}

export type Scenario = ScenarioHead & {
  readonly failing: number;
  /** Log odds of winning an enquiry that missing a standard takes off, beside what a tenth of them does. */
  readonly losing: Readonly<Record<string, number>>;
} & {
  readonly [G in NumberGroup]: Numbers<G>;
};
