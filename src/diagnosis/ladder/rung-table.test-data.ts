// Test table: what one question answers for changes to the records of Harbor Self Storage.
import { expect, it } from 'vitest';
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

/** One test a row. */
export function table(ask: AskRung, cases: readonly Case[]) {
  it.each(cases)('%s', (_title, records, answer, detail, cites) => {
    const found = ask(asked(records));
    expect([found.answer, found.detail]).toEqual([answer, detail]);
    if (answer === 'no-record') expect(found.readFrom).toEqual([]);
    else expect(found.readFrom.map((from) => `${from.kind}:${from.id}`)).toContain(cites);
  });
}

/** The records in order, asked about a changed failure. */
export const bare = (change: (facts: Failure) => Failure, records: Partial<Records> = {}): Asked => {
  const full = asked(records);
  return { ...full, failure: change(full.failure) };
};
