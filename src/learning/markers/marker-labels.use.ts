// What people said of one standard, as a marker is taught by it: reviews and past marks, one verdict a contact, in the order in which
// they were made. Marks of a time when the standard said something else are about something else.
import type { Work } from '../../platform/db/work.ts';
import { readPastLabels, versionsThatSay } from '../../marking/learned/labels.use.ts';
import { readAgreed, readReviewMarks, type SeenMark } from '../../review/review-marks.use.ts';
import type { ReviewMark } from '../../review/review-mark.core.ts';
import { agreementTable, cohensKappa } from '../../stats/agreement.core.ts';
import type { Standard, Verdict } from '../../standards/standard.core.ts';
import { verdictNumber } from './marker-examples.core.ts';

export interface MarkerLabel {
  readonly contact: string;
  readonly verdict: Verdict;
  readonly past: boolean;
}

/** The labels of each standard; a review outranks a past mark of the same contact. */
export async function readLabels(work: Work, standards: readonly Standard[]): Promise<Map<string, MarkerLabel[]>> {
  const ids = standards.map((one) => one.id);
  const said = await versionsThatSay(work, standards);
  const known = whenKnown(await readReviewMarks(work, { standards: ids }));
  const agreed = (await readAgreed(work, { standards: ids })).filter(
    (one) => said.has(`${one.standard} ${one.standardVersion}`) && one.verdict !== 'unsure',
  );
  const reviewed = new Set(agreed.map((one) => `${one.contactId} ${one.standard}`));
  const past = (await readPastLabels(work, ids)).filter((one) => !reviewed.has(`${one.contact} ${one.standard}`));
  const all = [
    ...past.map((one) => ({ ...one, past: true })),
    ...agreed.map(({ contactId: contact, standard, verdict }) => ({
      contact,
      standard,
      verdict,
      past: false,
      at: known.get(`${contact} ${standard}`) ?? '',
    })),
  ]
    // Past marks first: most say no more than a day, and all were made before reviews.
    .toSorted((a, b) => Number(b.past) - Number(a.past) || order(a.at, b.at) || order(a.contact, b.contact));
  const grouped = Map.groupBy(all, (one) => one.standard);
  return new Map(
    ids.map((id) => [
      id,
      (grouped.get(id) ?? []).map(({ contact, verdict, past: before }) => ({ contact, verdict, past: before })),
    ]),
  );
}

/**
 * When each verdict came to be known: of two who are blind to each other once both were in, or the second was waited for no more, or
 * somebody decided. What was told of before stays in its place so, and nobody gets a new draw of it by deciding late.
 * @param marks the earliest first
 */
function whenKnown(marks: readonly SeenMark[]): Map<string, string> {
  const known = new Map<string, string>();
  for (const { contactId, standard, seenSince, purpose } of marks) {
    const key = `${contactId} ${standard}`;
    if (!known.has(key) || purpose === 'adjudication') known.set(key, seenSince);
  }
  return known;
}

const order = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** How far people agree with each other about a standard, where two marked the same contact without seeing each other's marks. */
export interface PeopleAgree {
  readonly kappa: number | null;
  readonly pairs: number;
}

const blind: ReadonlySet<ReviewMark['purpose']> = new Set(['plan', 'second', 'targeted']);

/** How far two people who marked the same contact blind say the same. */
export function peopleAgree(marks: readonly ReviewMark[]): PeopleAgree {
  const pairs = [
    ...Map.groupBy(
      marks.filter((one) => blind.has(one.purpose) && one.verdict !== 'unsure'),
      (one) => `${one.contactId} ${one.contactVersion}`,
    ).values(),
  ].flatMap((same) => {
    const other = same.find((one) => one.reviewer !== same[0]!.reviewer);
    return other ? [[verdictNumber[same[0]!.verdict], verdictNumber[other.verdict]] as const] : [];
  });
  const table = agreementTable(
    pairs.map(([one]) => one),
    pairs.map(([, other]) => other),
    3,
  );
  return { kappa: cohensKappa(table), pairs: pairs.length };
}
