// The three verbs of erasing what is due: begin, a batch at a time, end.
import { randomUUID } from 'node:crypto';
import { contactsToErase, countToErase } from '../../contacts/erasing/erase-contacts.use.ts';
import type { Day } from '../../kernel/moment.ts';
import { append } from '../../platform/ledger/append.ts';
import type { Work } from '../../platform/db/work.ts';
import { eraseSome } from './erase-some.use.ts';
import { assertMayErase } from './erasing.access.ts';
import type { Erasure } from './erasing.core.ts';
import { addToErasure, beginErasure, endErasure } from './erasing.store.ts';
import { dueBefore } from './retention.use.ts';

const batch = 200;

export type Begun = { readonly contacts: number; readonly held: number } & (
  | { readonly id: string; readonly before: Day }
  | { readonly id: null }
);

/** Without an id where nothing is due. @throws Fault `erasing-forbidden` */
export async function beginErasing(work: Work): Promise<Begun> {
  const { tx, actor, now } = work;
  assertMayErase(actor);
  const before = await dueBefore(work);
  if (before === null) return { id: null, contacts: 0, held: 0 };
  const due = await countToErase(work, { before });
  if (due.contacts === 0) return { id: null, ...due };
  const id = `e${randomUUID()}`;
  await beginErasure(tx, {
    orgId: actor.orgId,
    id,
    why: 'retention',
    beforeDay: before,
    beganAt: new Date(now),
    beganBy: actor.id,
  });
  return { id, before, ...due };
}

/** Erases the next contacts after an id. Returns how many, and the id to go on after; null where that was all. */
export async function eraseNext(
  work: Work,
  id: string,
  before: Day,
  after: string,
): Promise<{ contacts: number; next: string | null }> {
  assertMayErase(work.actor);
  const contacts = await contactsToErase(work, { before }, after, batch);
  await eraseSome(work, contacts);
  await addToErasure(work.tx, work.actor.orgId, id, contacts.length);
  if (contacts.length > 0)
    await append(work, { kind: 'contacts.erased', subjects: [id], digestOf: contacts.join('\n') });
  return { contacts: contacts.length, next: contacts.length < batch ? null : contacts.at(-1)! };
}

export async function endErasing(work: Work, id: string, before: Day): Promise<Erasure> {
  const { held } = await countToErase(work, { before });
  return endErasure(work.tx, work.actor.orgId, id, held, new Date(work.now));
}
