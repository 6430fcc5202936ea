// The history as people read it, and checked line by line.
import { toldActors } from '../../auth/members/told-actors.use.ts';
import type { Day } from '../../kernel/moment.ts';
import { readLedgerLines } from '../../platform/ledger/read-lines.ts';
import { verifyLedger, type LedgerReport } from '../../platform/ledger/verify-ledger.ts';
import type { Work } from '../../platform/db/work.ts';
import { assertMayReadHistory } from './history.access.ts';
import { actorSays, type Heading, headings, ofReviewers, ofWhoeverServed, sentenceOf } from './history.core.ts';

export interface HistoryAsked {
  readonly before?: number | undefined;
  readonly about?: Heading | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

export interface HistoryLine {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly says: string;
  /** By name to owners, by role to others. */
  readonly by: string;
  readonly subjects: readonly string[];
}

/** At most `limit` lines, newest first. @throws Fault `history-forbidden` */
export async function listHistory(work: Work, asked: HistoryAsked, limit: number): Promise<HistoryLine[]> {
  assertMayReadHistory(work.actor);
  const { about, ...rest } = asked;
  const things = about === undefined ? undefined : headings[about][1];
  const actors = await toldActors(work);
  const lines = await readLedgerLines(work, { ...rest, things }, limit);
  return lines.map(({ seq, at, kind, actor, subjects }) => ({
    seq,
    at,
    kind,
    says: sentenceOf(kind),
    by: ofWhoeverServed.has(kind)
      ? 'whoever served'
      : ofReviewers.has(kind)
        ? 'a reviewer'
        : actorSays(actor, actors.get(actor) ?? memberAmong(subjects, actors)),
    subjects,
  }));
}

/** Whoever signs in is not known yet when that begins, so the line names them as what it was done to. */
function memberAmong<Told>(subjects: readonly string[], members: ReadonlyMap<string, Told>): Told | undefined {
  const [found] = subjects.flatMap((id) => members.get(id) ?? []);
  return found;
}

/** @param head one that was written down before. @throws Fault `history-forbidden`, `ledger-head-malformed` */
export async function checkHistory(work: Work, head: string | undefined): Promise<LedgerReport> {
  assertMayReadHistory(work.actor);
  return verifyLedger(work, head);
}
