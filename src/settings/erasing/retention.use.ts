// For how long contacts are kept: read, looked ahead, set.
import { randomUUID } from 'node:crypto';
import { countContacts } from '../../contacts/contacts.use.ts';
import { countToErase } from '../../contacts/erasing/erase-contacts.use.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Day } from '../../kernel/moment.ts';
import { append } from '../../platform/ledger/append.ts';
import type { Work } from '../../platform/db/work.ts';
import { assertMayErase, assertMayReadErasing } from './erasing.access.ts';
import { type Erasure, firstDayKept } from './erasing.core.ts';
import { lastErasures, retentionOf, writeRetention } from './erasing.store.ts';

export interface Retention {
  /** Null: for good. */
  readonly months: number | null;
  readonly setAt?: string;
  readonly setBy?: string;
  /** Contacts that are here. */
  readonly contacts: number;
  /** What was erased, newest first. */
  readonly erasures: readonly Erasure[];
}

export interface RetentionPreview {
  /** Contacts of before this day would go. */
  readonly before: Day;
  readonly contacts: number;
  readonly held: number;
}

const shownErasures = 20;

/** @throws Fault `erasing-forbidden` */
export async function readRetention(work: Work): Promise<Retention> {
  const { tx, actor } = work;
  assertMayReadErasing(actor);
  const set = await retentionOf(tx, actor.orgId);
  return {
    months: set?.months ?? null,
    ...(set ? { setAt: set.setAt.toISOString(), setBy: set.setBy } : {}),
    contacts: (await countContacts(work)).contacts,
    erasures: await lastErasures(tx, actor.orgId, shownErasures),
  };
}

/** What would go now if contacts were kept for so many months. @throws Fault `erasing-forbidden` */
export async function previewRetention(work: Work, months: number): Promise<RetentionPreview> {
  assertMayReadErasing(work.actor);
  const before = firstDayKept(work.now.slice(0, 10), months);
  return { before, ...(await countToErase(work, { before })) };
}

/**
 * Keeps contacts for so many months from now on; null: for good. Nothing goes yet: the next run erases.
 * @param erases how many contacts one was shown that would go: should it be more by now, nothing is set
 * @throws Fault `erasing-forbidden`, `retention-erases-more`
 */
export async function setRetention(work: Work, months: number | null, erases: number): Promise<void> {
  const { tx, actor, now } = work;
  assertMayErase(actor);
  if (months !== null) {
    const { contacts } = await previewRetention(work, months);
    if (contacts > erases)
      throw new Fault(
        'retention-erases-more',
        'conflict',
        `${contacts} contacts would be erased, more than the ${erases} that you agreed to. Look again, and agree to that number.`,
      );
  }
  const row = { orgId: actor.orgId, id: `k${randomUUID()}`, months, setAt: new Date(now), setBy: actor.id };
  await writeRetention(tx, row);
  await append(work, { kind: 'retention.set', subjects: [row.id], digestOf: String(months) });
}

/** The day before which contacts go now; null where they are kept for good. */
export async function dueBefore({ tx, actor, now }: Work): Promise<Day | null> {
  const months = (await retentionOf(tx, actor.orgId))?.months ?? null;
  return months === null ? null : firstDayKept(now.slice(0, 10), months);
}
