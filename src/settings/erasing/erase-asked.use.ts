// One contact, or everything of one customer, erased because somebody asked: looked at first, then done, all or nothing.
import { randomUUID } from 'node:crypto';
import { contactsToErase, countToErase, ofCustomer, type ToErase } from '../../contacts/erasing/erase-contacts.use.ts';
import { Fault } from '../../kernel/fault.ts';
import { append } from '../../platform/ledger/append.ts';
import type { Work } from '../../platform/db/work.ts';
import { eraseSome } from './erase-some.use.ts';
import { assertMayErase } from './erasing.access.ts';
import type { Erasure } from './erasing.core.ts';
import { addToErasure, beginErasure, endErasure } from './erasing.store.ts';

/** A contact by its id, or a customer by their reference as sources write it. */
export type Asked = { readonly contact: string } | { readonly customer: string };

const page = 500;

/** How many contacts that is, and how many a legal hold keeps. @throws Fault `erasing-forbidden` */
export async function previewAsked(work: Work, asked: Asked): Promise<{ contacts: number; held: number }> {
  assertMayErase(work.actor);
  return countToErase(work, toErase(work, asked));
}

/**
 * Erases it. What is held stays; where all of it is, nothing is done.
 * @throws Fault `erasing-forbidden`, `nothing-to-erase`, `legal-hold-stands`
 */
export async function eraseAsked(work: Work, asked: Asked): Promise<Erasure> {
  const { tx, actor, now } = work;
  assertMayErase(actor);
  const what = toErase(work, asked);
  const found = await countToErase(work, what);
  if (found.contacts === 0) throw nothingOf(asked, found.held);
  const id = `e${randomUUID()}`;
  const why = 'contact' in asked ? 'contact' : 'customer';
  await beginErasure(tx, { orgId: actor.orgId, id, why, beganAt: new Date(now), beganBy: actor.id });
  const erased: string[] = [];
  for (;;) {
    const contacts = await contactsToErase(work, what, erased.at(-1) ?? '', page);
    await eraseSome(work, contacts);
    erased.push(...contacts);
    if (contacts.length < page) break;
  }
  await addToErasure(tx, actor.orgId, id, erased.length);
  const done = await endErasure(tx, actor.orgId, id, found.held, new Date(now));
  await append(work, { kind: 'contacts.erased', subjects: [id], digestOf: erased.join('\n') });
  return done;
}

function toErase(work: Work, asked: Asked): ToErase {
  return 'contact' in asked ? { contact: asked.contact } : ofCustomer(work, asked.customer);
}

function nothingOf(asked: Asked, held: number): Fault {
  if (held > 0)
    return new Fault(
      'legal-hold-stands',
      'conflict',
      `This is under legal hold${held > 1 ? ` (${held} contacts)` : ''}, so nothing was erased. An owner or counsel may release the hold.`,
    );
  return new Fault(
    'nothing-to-erase',
    'missing',
    'contact' in asked
      ? 'There is no contact of this id. Take it from the address of its page; it may have been erased before.'
      : 'No contact names this customer. Write the reference just as the source does.',
  );
}
