// The words of the made-up report: standards, one talk, the twelve questions, four sites.
import type { BaseRate } from '../src/standards/base-rates.core.ts';
import type { ShownContact } from '../src/diagnosis/shown-failure.shape.ts';
import type { Cause } from '../src/diagnosis/finding.core.ts';

export interface Row {
  readonly id: string;
  readonly says: string;
  readonly kind?: 'atrocity';
  readonly instead?: string;
  readonly first?: boolean;
  readonly few?: boolean;
  readonly weight: number;
  readonly missed: number;
  readonly cause: Cause;
  readonly published?: readonly BaseRate[];
  /** The turn and the words that show it, or null where it was never said. */
  readonly shows: readonly [turn: number, words: string] | null;
}

export const rows: readonly Row[] = [
  {
    id: 'enquiry.need-before-price',
    says: 'Asks what the customer needs before quoting a price.',
    few: true,
    weight: 3,
    missed: 0.64,
    cause: 'procedure',
    shows: [3, "a ten by ten's one twenty-nine"],
  },
  {
    id: 'enquiry.asks-to-reserve',
    published: [
      {
        missed: { from: 0.746, to: 0.746 },
        counted: 'the caller was asked to rent',
        of: 'about 1,000 mystery calls',
        n: 1000,
        sector: 'self-storage',
        source: 'storage.example/studies/telephone',
      },
      {
        missed: { from: 0.5, to: 1 },
        counted: 'a meeting was set',
        of: 'hundreds of mystery calls',
        sector: 'law firms',
        year: 2016,
        source: 'law.example/calls',
        loose: 'only "fewer than half" is told',
      },
    ],
    says: 'Asks the customer to rent, reserve or come and look.',
    few: true,
    weight: 3,
    missed: 0.71,
    cause: 'training',
    shows: null,
  },
  {
    id: 'opening.business-and-name',
    says: 'Answers with a greeting, the name of the business and their own name.',
    few: true,
    first: true,
    weight: 3,
    missed: 0.22,
    cause: 'training',
    shows: [0, 'Storage.'],
  },
  {
    id: 'opening.offers-help',
    says: 'Offers help before anything else is asked.',
    first: true,
    weight: 2,
    missed: 0.31,
    cause: 'management',
    shows: null,
  },
  {
    id: 'access.offers-a-way',
    says: 'Offers what can be done instead when a request is refused.',
    weight: 3,
    missed: 0.58,
    cause: 'policy',
    shows: [7, "that's our policy"],
  },
  {
    id: 'enquiry.price-objection',
    says: 'Answers a price objection with a reason, not a shrug.',
    weight: 2,
    missed: 0.83,
    cause: 'procedure',
    shows: [5, 'it is what it is'],
  },
  {
    id: 'closing.next-step',
    says: 'Says what happens next and when.',
    few: true,
    weight: 2,
    missed: 0.44,
    cause: 'procedure',
    shows: null,
  },
  { id: 'closing.thanks', says: 'Thanks the customer.', weight: 1, missed: 0.12, cause: 'personnel', shows: null },
  {
    id: 'visit.stands-up',
    says: 'Stands up when a customer comes in.',
    first: true,
    weight: 2,
    missed: 0.4,
    cause: 'management',
    shows: null,
  },
  {
    id: 'atrocity.hold-without-asking',
    published: [
      {
        missed: { from: 0.06, to: 0.06 },
        counted: 'the caller was parked unasked',
        of: '412 calls',
        n: 412,
        sector: 'dental practices',
        source: 'teeth.example',
      },
    ],
    says: 'Puts the customer on hold without asking and waiting for the answer.',
    kind: 'atrocity',
    instead: 'Ask “May I put you on hold for a minute?” and wait for the yes.',
    weight: 5,
    missed: 0.28,
    cause: 'management',
    shows: [1, 'hold please'],
  },
  {
    id: 'atrocity.not-my-job',
    says: 'Tells the customer that it is not their job.',
    kind: 'atrocity',
    instead: 'Say “Let me find out for you”, and do.',
    weight: 5,
    missed: 0.05,
    cause: 'personnel',
    shows: [9, "that's not really my department"],
  },
];

export const talk: readonly (readonly [ShownContact['turns'][number]['speaker'], string])[] = [
  ['rep', 'Storage.'],
  ['rep', 'Uh, hold please.'],
  [
    'customer',
    'Okay... hi, yes, I wanted to find out what a ten by ten runs, we are, um, between houses until spring.',
  ],
  ['rep', "Sure, a ten by ten's one twenty-nine a month plus the admin fee."],
  ['customer', 'Oh. The place on Grant Road told me ninety-nine.'],
  ['rep', 'Yeah, I mean, it is what it is.'],
  ['customer', 'And could I get in after eight? I work nights, so...'],
  ['rep', "No, the gate's off at seven, that's our policy."],
  ['customer', 'Is there anybody I could ask about that?'],
  ['rep', "Um, that's not really my department, I'm alone today."],
  ['customer', 'Okay. Well, thanks anyway.'],
  ['rep', 'Mm-hm, bye.'],
];

export const asks = [
  'Was nothing written for this?',
  "Was it nobody's duty, or another's?",
  'Did a policy in force demand the failure, or did the rep cite one?',
  "Was the right act beyond the person's authority, or waiting on someone?",
  'Was the procedure stale, contradictory, unclear, or never acknowledged in this version?',
  'Were time, tools or staffing short?',
  'Was there no specific feedback in 90 days, or did a target or a reprimand make the wrong act the sensible one?',
  'Was the person not certified for this task and version that day, out of practice, or taught otherwise?',
  'Do most qualified peers fail it too?',
  "Is the person's rate inside the group's limits?",
  'Did the person know how, was free to, and repeatedly choose not to?',
  'Trained, practised, fed back for three documented cycles, and still?',
];

export const sites = [
  { id: 'san-diego', name: 'San Diego', share: 0.9 },
  { id: 'tucson', name: 'Tucson', share: 1.25 },
  { id: 'columbus', name: 'Columbus', share: 0.75 },
  { id: 'yonkers', name: 'Yonkers', share: 1.1 },
];
