// How far people agree, standard by standard and reviewer by reviewer, and how far machines agree with people.
import { heldTo } from '../../kernel/actor.ts';
import { contentId } from '../../kernel/digest.ts';
import { type MarksBeside, readMarksBeside } from '../../marking/marks-beside.use.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import type { Work } from '../../platform/db/work.ts';
import type { Pack } from '../../standards/pack.core.ts';
import { findStandard } from '../../standards/standard-told.use.ts';
import type { Marker, StandardKind } from '../../standards/standard.core.ts';
import { titleOf } from '../../standards/title.core.ts';
import { type DisputeNumbers, disputeNumbers } from '../disputes/disputes.use.ts';
import type { AgreedMark, ReviewMark } from '../review-mark.core.ts';
import { readWording, type WordingInForce } from '../draws-that-count.use.ts';
import { readAgreed, readReviewMarks } from '../review-marks.use.ts';
import { type OutcomeOfStandard, outcomesOn } from '../calibration/list-calibrations.use.ts';
import { readRule } from './agreement-rule.store.ts';
import { answersForReviewers, assertMayReadAgreement, maySetRule } from './agreement.access.ts';
import {
  type AgreementRule,
  type Beside,
  type MachineAgreement,
  machineAgreements,
  reviewerAgreement,
  type StandardAgreement,
  standardAgreement,
} from './agreement.core.ts';
import { toldAgreement, toldDiffering, toldOlder } from './agreement-told.core.ts';
import { type Double, doublesOf } from './doubles.core.ts';
import { type DrawnStrictness, drawnTogether, strictnessOf } from './strictness.core.ts';

export interface ToldStandard extends StandardAgreement {
  readonly title: string;
  readonly kind: StandardKind;
  readonly told: readonly string[];
  readonly differs: string | null;
  readonly machine: readonly MachineAgreement[];
  /** Double reviews made while it said something else, which count no more. */
  readonly olderWording: number;
}

export interface ToldReviewer {
  readonly member: string;
  readonly name?: string;
  readonly you: boolean;
  readonly marks: number;
  /** Things that they and somebody else marked blind. */
  readonly doubles: number;
  readonly alpha: number | null;
  readonly alphaInterval: StandardAgreement['alphaInterval'];
  readonly ac1: number | null;
  readonly same: number | null;
  readonly strictness: DrawnStrictness | null;
  /** Marks of theirs that somebody disputed, and of these how many were overturned, wholly or in part. */
  readonly disputed: number;
  readonly overturned: number;
}

export interface Agreement {
  readonly rule: AgreementRule;
  readonly reviews: number;
  readonly doubles: number;
  readonly standards: readonly ToldStandard[];
  /** What calibrations decided on the one standard that was asked for. */
  readonly outcomes: readonly OutcomeOfStandard[];
  /** Everybody for those who answer for reviewers; else whoever asks, where they review. */
  readonly reviewers: readonly ToldReviewer[];
  readonly can: { readonly rule: boolean; readonly seeReviewers: boolean; readonly calibrate: boolean };
}

/**
 * @param asked one standard alone, and the packs in which it may stand
 * @param names of members by id
 * @throws Fault `agreement-forbidden`, `standard-unknown`
 */
export async function readAgreement(
  work: Work,
  asked: { readonly standard?: string | undefined; readonly packs: readonly Pack[] },
  names: ReadonlyMap<string, string>,
): Promise<Agreement> {
  assertMayReadAgreement(work.actor);
  const rule = await readRule(work);
  const only = asked.standard === undefined ? {} : { standards: [asked.standard] };
  const marks = await readReviewMarks(work, only);
  const agreed = (await readAgreed(work, only)).filter((one) => one.inRates !== 'older-wording');
  const wording = await readWording(work, [...new Set(marks.map((one) => one.standard))]);
  const beside = await readMarksBeside(
    work,
    [...marks, ...agreed].map((one) => one.contactId),
    asked.standard,
  );
  const { doubles, standards, reviewers } = workedOut(marks, agreed, { beside, rule, wording });
  const inUse = new Map((await standardsInUse(work)).map((one) => [one.id, one]));
  // What people reviewed is told of, though the standard has left the packs since.
  if (asked.standard !== undefined && marks.length === 0 && !inUse.has(asked.standard))
    findStandard(asked.packs, asked.standard);
  const disputes = await disputeNumbers(work);
  const seesAll = answersForReviewers(work.actor);
  const own = work.actor.id;
  return {
    rule,
    reviews: marks.length,
    doubles,
    standards: standards.map((one) => {
      const standard = inUse.get(one.standard);
      const kind = standard?.kind ?? 'standard';
      return {
        ...one,
        title: standard ? titleOf(standard) : one.standard,
        kind,
        told: [...toldAgreement(one, rule.floor), ...toldOlder(one.olderWording)],
        differs: toldDiffering(one, kind),
      };
    }),
    outcomes: asked.standard === undefined ? [] : await outcomesOn(work, asked.standard),
    reviewers: reviewers
      .filter(({ member }) => seesAll || member === own)
      .map((one) => {
        const name = seesAll ? names.get(one.member) : undefined;
        return {
          ...one,
          ...disputesOf(disputes, one.member),
          you: one.member === own,
          ...(name === undefined ? {} : { name }),
        };
      })
      .toSorted((a, b) => (a.name ?? a.member).localeCompare(b.name ?? b.member)),
    can: {
      rule: maySetRule(work.actor),
      seeReviewers: seesAll,
      calibrate: seesAll && heldTo(work.actor) === null,
    },
  };
}

function disputesOf(all: readonly DisputeNumbers[], member: string): { disputed: number; overturned: number } {
  const own = all.filter((one) => one.reviewer === member);
  return {
    disputed: own.reduce((sum, one) => sum + one.disputed, 0),
    overturned: own.reduce((sum, one) => sum + one.upheld + one.inPart, 0),
  };
}

interface WorkedOut {
  readonly doubles: number;
  readonly standards: readonly (StandardAgreement & Pick<ToldStandard, 'machine' | 'olderWording'>)[];
  readonly reviewers: readonly Omit<ToldReviewer, 'name' | 'you' | 'disputed' | 'overturned'>[];
}

/** What was worked out last, by a digest of what it was worked out from: draws cost a second where there are many reviews. */
const kept = new Map<string, WorkedOut>();
const mostKept = 24;

function workedOut(
  marks: readonly ReviewMark[],
  agreed: readonly AgreedMark[],
  by: { readonly beside: MarksBeside; readonly rule: AgreementRule; readonly wording: WordingInForce },
): WorkedOut {
  const { beside, rule, wording } = by;
  const repOf = (contact: string): string | null => {
    const person = beside.places.get(contact)?.person;
    return person === undefined || person === 'unknown' ? null : person;
  };
  // By an older wording people were asked something else: two are doubles of one wording, and only those of today's tell of it.
  const ofToday = (one: ReviewMark): boolean => wording.holds(one.standard, one.standardVersion);
  const doubles = doublesOf(marks.filter(ofToday), repOf);
  const older = doublesOf(
    marks.filter((one) => !ofToday(one)),
    repOf,
  );
  const both = besideOf(agreed, beside, repOf);
  const key = contentId('a', JSON.stringify([doubles, older, both, rule, countsOf(marks)]));
  const known = kept.get(key);
  if (known) return known;
  const byStandard = Map.groupBy(doubles, (one) => one.standard);
  const besideStandard = Map.groupBy(both, (one) => one.standard);
  const ids = [...new Set([...marks.map((one) => one.standard), ...besideStandard.keys()])].toSorted();
  const found: WorkedOut = {
    doubles: doubles.length,
    standards: ids.map((standard) => ({
      ...standardAgreement(standard, byStandard.get(standard) ?? [], rule),
      olderWording: older.filter((one) => one.standard === standard).length,
      machine: machineAgreements(besideStandard.get(standard) ?? [], rule),
    })),
    reviewers: reviewersOf(marks, [...doubles, ...older], rule),
  };
  kept.set(key, found);
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
  return found;
}

function countsOf(marks: readonly ReviewMark[]): [string, number][] {
  return [...Map.groupBy(marks, (one) => one.reviewer)].map(([reviewer, own]) => [reviewer, own.length]);
}

function reviewersOf(
  marks: readonly ReviewMark[],
  doubles: readonly Double[],
  rule: AgreementRule,
): WorkedOut['reviewers'] {
  const counts = countsOf(marks);
  const strict = drawnTogether(counts.flatMap(([reviewer]) => strictnessOf(reviewer, doubles) ?? []));
  return counts.map(([member, own]) => {
    const { units: _units, alpha, alphaInterval, ac1, same } = reviewerAgreement(member, doubles, rule);
    const mine = doubles.filter((one) => one.said.some(({ reviewer }) => reviewer === member)).length;
    return {
      member,
      marks: own,
      doubles: mine,
      alpha,
      alphaInterval,
      ac1,
      same,
      strictness: strict.find(({ reviewer }) => reviewer === member) ?? null,
    };
  });
}

/** What people agreed on beside each marker; a standard without a mark in a marked contact doesn't apply there, says the marker. */
function besideOf(
  agreed: readonly AgreedMark[],
  { places, said }: MarksBeside,
  repOf: (contact: string) => string | null,
): Beside[] {
  const markers = new Map<string, Marker>();
  for (const own of said.values()) for (const { standard, marker } of own) markers.set(standard, marker);
  return agreed.flatMap(({ contactId, contactVersion, standard, verdict, probability }): Beside[] => {
    if (places.get(contactId)?.version !== contactVersion) return [];
    const one = { contact: contactId, standard, people: verdict, probability, rep: repOf(contactId) };
    const marks = said.get(`${contactId} ${standard}`);
    if (marks) return marks.map(({ marker, verdict: machine }) => ({ ...one, marker, machine }));
    return [{ ...one, marker: markers.get(standard) ?? 'cue', machine: 'not-applicable' }];
  });
}
