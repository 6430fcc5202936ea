// Which record would answer which question, in the words of whoever has to find it.

export interface WantedRecord {
  readonly record: string;
  readonly why: string;
  readonly rungs: readonly number[];
}

export const wantedRecords: readonly WantedRecord[] = [
  { record: 'Procedures, with versions and dates', why: 'whether it was in writing, clear and in date', rungs: [1] },
  { record: 'Job descriptions (who has which duty)', why: 'whose duty it was', rungs: [2] },
  { record: 'Policies, clause by clause, with dates', why: 'whether a rule of the house stood in the way', rungs: [3] },
  {
    record: 'Limits of authority (what each role may do alone)',
    why: 'whether the person was free to do it',
    rungs: [4],
  },
  { record: 'Who acknowledged which version', why: 'whether those who serve had read it', rungs: [5] },
  { record: 'The shift plan and a log of outages', why: 'whether people, time and tools were there', rungs: [6] },
  {
    record: 'Observations, coaching and targets',
    why: 'whether anybody had noticed and helped, or asked for the opposite',
    rungs: [7],
  },
  {
    record: 'Certificates (who was trained in which task, when)',
    why: 'whether the person had been shown how',
    rungs: [8],
  },
];

/** What a contact has to say of itself before any dated record can be asked about it, in the order of telling. */
export const contactFacts = ['day', 'site', 'rep'] as const;
export type ContactFact = (typeof contactFacts)[number];

type WantedFirst = Omit<WantedRecord, 'rungs'>;

/** What the contacts themselves lack; at least one fact. */
export function wantedFacts(lacking: readonly ContactFact[]): WantedFirst {
  const named = lacking.map((fact) => `the ${fact}`);
  const listed = named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
  return { record: `A table with ${listed} of each contact`, why: 'without that no dated record can be asked' };
}

/** Where the contacts name reps, but no such person is on record. */
export const wantedPeople: WantedFirst = {
  record: 'People, under the names that the contacts call their reps by',
  why: 'the contacts name reps whom the record does not know, so nothing dated can be asked of them',
};

const gapSentences: Readonly<Record<number, string>> = {
  1: 'Not on record: whether this was in writing.',
  2: 'Not on record: whose duty this was.',
  3: 'Not on record: whether a rule of the house stood in the way.',
  4: 'Not on record: what the person was free to do alone.',
  5: 'Not on record: who had read which version.',
  6: 'Not on record: who was on shift, and what was down.',
  7: 'Not on record: what managers noticed, helped with and asked for.',
  8: 'Not on record: who was trained in this.',
  11: "Not on record: the person's own account.",
  12: 'Not on record: what was tried.',
};

/** One plain sentence on what is missing for a question. */
export function gapSentence(rung: number): string {
  return gapSentences[rung] ?? 'No record answers this question.';
}
