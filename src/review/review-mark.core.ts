// What people say of standards in contacts, beside what a machine said, and the one verdict that comes of it.
import type { Moment } from '../kernel/moment.ts';
import type { Evidence, Verdict } from '../standards/standard.core.ts';

/**
 * Why a contact was put before a reviewer: a plan drew it; somebody chose to look there (`targeted`); a second look that is
 * blind to the first; two who differed; a calibration; a dispute.
 */
export type ReviewPurpose = 'plan' | 'targeted' | 'second' | 'adjudication' | 'calibration' | 'dispute';

/** What one person says of one standard in one contact. Such marks are kept apart from the machine's. */
export interface ReviewMark {
  readonly id: string;
  readonly taskId: string;
  readonly contactId: string;
  readonly contactVersion: number;
  readonly standard: string;
  readonly standardVersion: string;
  /** A member's id: never shown to another reviewer, nor beside a rep. */
  readonly reviewer: string;
  readonly verdict: Verdict;
  readonly evidence: readonly Evidence[];
  readonly comment?: string;
  readonly at: Moment;
  readonly purpose: ReviewPurpose;
  /**
   * The chance with which contact and standard were drawn; null for what was hand-picked, disputed, targeted or chosen for a
   * calibration: it enters no rate.
   */
  readonly probability: number | null;
}

/** The one verdict of people on a standard in a contact. */
export interface AgreedMark {
  readonly contactId: string;
  readonly contactVersion: number;
  readonly standard: string;
  readonly standardVersion: string;
  readonly verdict: Verdict;
  /** The chance with which any plan drew it; null where none did. */
  readonly probability: number | null;
  readonly by: 'one' | 'two' | 'adjudicated';
}

/** The one verdict, with what it may do in a rate of the standard as it reads today. */
export interface RatedMark extends AgreedMark {
  /**
   * `drawn`: it counts, with its chance. `picked`: somebody chose the contact. `begun`: its draw stands for too many contacts yet.
   * `older-wording`: it was marked while the standard said something else.
   */
  readonly inRates: 'drawn' | 'picked' | 'begun' | 'older-wording';
}

/** What people say of a standard in one contact, as it is shown: the one verdict and the words that it rests on. */
export interface PeopleSaid extends Pick<AgreedMark, 'standard' | 'verdict' | 'by'> {
  readonly evidence: Evidence[];
  readonly at: Moment;
  /** The id of the mark that says it last: what whoever served disputes. */
  readonly mark: string;
}

/** As much of a mark as the agreed key is worked out from, with the blind set that it belongs to, where two were asked. */
export interface KeyMark extends Pick<
  ReviewMark,
  'taskId' | 'contactId' | 'contactVersion' | 'standard' | 'standardVersion' | 'verdict' | 'purpose' | 'probability'
> {
  readonly at: Date;
  readonly blindId: string | null;
}

/** Purposes whose marks make the agreed key. A calibration has a key of its own; a dispute is about a mark that there is. */
const keyed: ReadonlySet<ReviewPurpose> = new Set(['plan', 'second', 'adjudication', 'targeted']);

/**
 * One verdict per contact and standard: of two who agree, or of whoever decided between them; else of the one who looked. Two
 * who differ give none until somebody has decided. What was drawn goes before what was picked; the earliest of equals stands.
 * @param marks only such as may be seen
 */
export function agreedOf(marks: readonly KeyMark[]): AgreedMark[] {
  const found: (AgreedMark & { readonly at: Date })[] = [];
  const sets = Map.groupBy(
    marks.filter((one) => keyed.has(one.purpose)),
    (one) => `${one.blindId ?? one.taskId}\n${one.contactId}\n${one.standard}`,
  );
  for (const set of sets.values()) {
    const decided = set.find((one) => one.purpose === 'adjudication');
    const looked = set.filter((one) => one.purpose !== 'adjudication');
    const same = looked.every((one) => one.verdict === looked[0]!.verdict);
    const of = decided ?? (same ? looked[0] : undefined);
    if (!of) continue;
    found.push({
      contactId: of.contactId,
      contactVersion: of.contactVersion,
      standard: of.standard,
      standardVersion: of.standardVersion,
      verdict: of.verdict,
      probability: (looked[0] ?? of).probability,
      by: decided ? 'adjudicated' : looked.length > 1 ? 'two' : 'one',
      at: of.at,
    });
  }
  return [...Map.groupBy(found, (one) => `${one.contactId}\n${one.standard}`).values()]
    .map((same) => same.toSorted(before)[0]!)
    .map(({ at: _at, ...agreed }) => agreed);
}

const rank = { adjudicated: 0, two: 1, one: 2 } as const;

function before(one: AgreedMark & { readonly at: Date }, other: AgreedMark & { readonly at: Date }): number {
  return (
    Number(one.probability === null) - Number(other.probability === null) ||
    rank[one.by] - rank[other.by] ||
    one.at.getTime() - other.at.getTime()
  );
}
