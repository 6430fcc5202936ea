// What every act on a dispute does: hold it while it is decided, write its row, tell the ledger, write to whom it concerns.
import { redactWords } from '../../contacts/redaction/redact-words.core.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Day } from '../../kernel/moment.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import type { Answerer } from './dispute-chain.core.ts';
import { dueFrom, type DisputeDesk } from './dispute-desk.use.ts';
import { waitsMail, type DisputeMail } from './dispute-mail.core.ts';
import { disputeState, type DisputeEvent, type DisputeEventKind, type DisputeState } from './dispute.core.ts';
import { disputeById, lockDispute, writeDisputeEvent, type KeptDispute } from './dispute.store.ts';

export interface HeldDispute extends KeptDispute {
  readonly state: DisputeState;
}

/** The dispute, on which nobody else acts until the work ends. @throws Fault `dispute-missing` */
export async function holdDispute(work: Work, id: string): Promise<HeldDispute> {
  await lockDispute(work, id);
  const kept = await disputeById(work, id);
  const state = kept && disputeState(kept.events);
  if (kept && state) return { ...kept, state };
  throw noSuchDispute();
}

export function noSuchDispute(): Fault {
  return new Fault('dispute-missing', 'missing', 'No dispute of yours goes by this id. Take one from the list.');
}

type More = Partial<Omit<DisputeEvent, 'seq' | 'kind'>>;

/** Verbs as the ledger has them. */
const deeds: Readonly<Record<DisputeEventKind, string>> = {
  opened: 'mark.disputed',
  escalated: 'dispute.escalated',
  answered: 'dispute.answered',
  'second-round': 'dispute.taken-further',
  withdrawn: 'dispute.withdrawn',
  'rep-corrected': 'contact.rep-corrected',
};

/** Writes the row after those that there are and tells the ledger, as whoever acts. */
export async function act(
  work: Work,
  { dispute, events, state }: KeptDispute & { readonly state: DisputeState | null },
  kind: DisputeEventKind,
  more: More = {},
): Promise<HeldDispute> {
  const seq = (events.at(-1)?.seq ?? 0) + 1;
  const round = state?.round ?? 1;
  const event: DisputeEvent = { seq, kind, at: work.now, by: work.actor.id, says: '', round, ...more };
  await writeDisputeEvent(work, dispute.id, event);
  await append(work, {
    kind: deeds[kind],
    subjects: [dispute.id, dispute.mark, dispute.contact],
    digestOf: JSON.stringify(kind === 'opened' ? [dispute, event] : event),
  });
  const all = [...events, event];
  return { dispute, events: all, state: disputeState(all)! };
}

/** Who is asked from a day on, until when. */
export function asks(desk: DisputeDesk, { level, asked }: Answerer, from: Day = desk.today): More {
  return { level, due: dueFrom(desk, from), ...(asked === null ? {} : { asked }) };
}

/** Writes to whoever is asked now. */
export async function tellAsked(work: Work, desk: DisputeDesk, { asked, due, round }: DisputeState): Promise<void> {
  await writeTo(work, desk, asked, waitsMail(due, round));
}

/** Nobody is written to who has no address. */
export async function writeTo(
  work: Work,
  { members }: DisputeDesk,
  member: string | null,
  mail: DisputeMail,
): Promise<void> {
  const email = members.find((one) => one.id === member && one.endedAt === null)?.email;
  if (email) await postMail(work, { to: email, ...mail });
}

/** Words as they are kept: without personal data. */
export function redacted({ key }: Work, text: string): string {
  return redactWords(text, key, mostWords);
}

/** Characters of a ground or a reason at most. */
export const mostWords = 2000;
