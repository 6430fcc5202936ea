// What two people or more said of the same thing, none knowing of the other: what agreement is worked out from.
import type { Verdict } from '../../standards/standard.core.ts';
import type { RatedUnit } from '../../stats/agreement-draws.ts';
import type { ReviewMark } from '../review-mark.core.ts';

/** Answers as numbers, in this order. */
export const answers: readonly Verdict[] = ['met', 'failed', 'not-applicable', 'unsure'];

/** One standard in one contact, as each reviewer marked it blind. */
export interface Double {
  readonly contact: string;
  readonly standard: string;
  readonly said: readonly { readonly reviewer: string; readonly verdict: Verdict }[];
  /** The chance with which it was drawn; null where somebody chose it. */
  readonly probability: number | null;
  /** Who served, where the contact says so: what one person served is alike. */
  readonly rep: string | null;
}

/** Whoever decides between two, or answers a dispute, has seen the others' marks: theirs are no blind second look. */
const blind: ReadonlySet<ReviewMark['purpose']> = new Set(['plan', 'second', 'targeted', 'calibration']);

/** Everything that two reviewers or more marked blind, each by their first mark. In order of contact and standard. */
export function doublesOf(marks: readonly ReviewMark[], repOf: (contact: string) => string | null): Double[] {
  const sets = Map.groupBy(
    marks.filter((mark) => blind.has(mark.purpose)),
    (mark) => `${mark.contactId}\n${mark.contactVersion}\n${mark.standard}`,
  );
  return [...sets.values()]
    .flatMap((set): Double[] => {
      const first = new Map<string, ReviewMark>();
      for (const mark of set.toSorted((a, b) => (a.at < b.at ? -1 : 1)))
        if (!first.has(mark.reviewer)) first.set(mark.reviewer, mark);
      if (first.size < 2) return [];
      const chances = [...first.values()].map((mark) => mark.probability);
      const { contactId, standard } = set[0]!;
      return [
        {
          contact: contactId,
          standard,
          said: [...first.values()].map(({ reviewer, verdict }) => ({ reviewer, verdict })),
          probability: chances.includes(null) ? null : Math.max(...(chances as number[])),
          rep: repOf(contactId),
        },
      ];
    })
    .toSorted((a, b) =>
      a.contact === b.contact ? (a.standard < b.standard ? -1 : 1) : a.contact < b.contact ? -1 : 1,
    );
}

/** With fewer people who served, contacts are drawn one by one: so few people would say nothing of how people differ. */
const fewestReps = 15;

/** In which sets contacts are drawn again: all of whoever served, where enough served and some of them more than once. */
export function clusterOf(doubles: readonly Double[]): (one: Double) => string {
  const reps = new Set(doubles.flatMap(({ rep }) => rep ?? []));
  return reps.size < fewestReps
    ? ({ contact }) => `contact ${contact}`
    : ({ rep, contact }) => (rep === null ? `contact ${contact}` : `rep ${rep}`);
}

/** As units of agreement; one drawn with half the chance counts twice, where every chance is known. */
export function unitsOf(doubles: readonly Double[], weighted: boolean): RatedUnit[] {
  const cluster = clusterOf(doubles);
  return doubles.map((one) => ({
    answers: one.said.map(({ verdict }) => answers.indexOf(verdict)),
    cluster: cluster(one),
    stratum: one.standard,
    ...(weighted && one.probability !== null ? { weight: 1 / one.probability } : {}),
  }));
}
