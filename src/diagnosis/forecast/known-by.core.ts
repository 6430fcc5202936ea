// The record as somebody knew it on a day: what was done later is not in it; what was settled beforehand, such as a rule that
// takes effect next month or a certificate's last day, is.
import type { Day } from '../../kernel/moment.ts';
import type { Records } from '../records.core.ts';

/** @param day the last day that counts as known. Versions of documents and targets are taken to be announced before they begin. */
export function knownBy(records: Records, day: Day): Records {
  const done = <Row extends { readonly on: Day }>(rows: readonly Row[]): Row[] => rows.filter((row) => row.on <= day);
  return {
    ...records,
    posts: records.posts.filter((row) => row.from <= day),
    acknowledgements: done(records.acknowledgements),
    certificates: done(records.certificates).map(({ lastPractised, ...row }) =>
      lastPractised === undefined || lastPractised > day ? row : { ...row, lastPractised },
    ),
    observations: done(records.observations),
    attempts: done(records.attempts),
    ownAnswers: done(records.ownAnswers),
    approvals: records.approvals
      .filter((row) => row.askedAt.slice(0, 10) <= day)
      .map(({ answeredAt, ...row }) =>
        answeredAt === undefined || answeredAt.slice(0, 10) > day ? row : { ...row, answeredAt },
      ),
    outages: records.outages.filter((row) => row.from.slice(0, 10) <= day),
  };
}
