// Test table: what one question answers when the records of Harbor Self Storage are changed.
import type { Failure } from '../failure.core.ts';
import type { Records } from '../records.core.ts';
import { asked } from './harbor.test-data.ts';
import type { Asked, AskRung } from './reading.core.ts';

/** Title, changed records, the answer and its detail, and one citation that must be there (`kind:id`). */
export type Case = [
  title: string,
  records: Partial<Records>,
  answer: string,
  detail: string | undefined,
  cites: string | undefined,
];

/** What the question answers, as a case states it: the citation is the one looked for, or whatever stands there instead. */
export function outcome(ask: AskRung, records: Partial<Records>, cites: string | undefined): (string | undefined)[] {
  const found = ask(asked(records));
  const all = found.readFrom.map((from) => `${from.kind}:${from.id}`);
  return [found.answer, found.detail, cites !== undefined && all.includes(cites) ? cites : all[0]];
}

/** The records in order, asked about a changed failure. */
export const bare = (change: (facts: Failure) => Failure, records: Partial<Records> = {}): Asked => {
  const full = asked(records);
  return { ...full, failure: change(full.failure) };
};
