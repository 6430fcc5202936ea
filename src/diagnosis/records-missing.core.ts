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

/** What the contacts themselves lack before any dated record can be asked about them. */
export const wantedFacts: Omit<WantedRecord, 'rungs'> = {
  record: 'A table with the day, the site and the rep of each contact',
  why: 'without them no dated record can be asked',
};

const gapSentences: Readonly<Record<number, string>> = {
  1: 'No procedures on record for these failures.',
  2: 'No job description says whose duty this is.',
  3: 'No policies on record for these failures.',
  4: 'No limits of authority on record.',
  5: 'No record says who had read which version.',
  6: 'No shift plan or log of outages covers the moment.',
  7: 'No observations, coaching or targets on record.',
  8: 'No certificates on record.',
  11: "Nobody asked the person's own account.",
  12: 'No record of what was tried.',
};

/** One plain sentence on what is missing for a question. */
export function gapSentence(rung: number): string {
  return gapSentences[rung] ?? 'No record answers this question.';
}
