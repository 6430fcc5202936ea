// Contacts that a machine and people marked, written straight into the database: for tests of what is read from reviews.
import { sql } from 'drizzle-orm';
import { writeContacts } from '../contacts/contact.store.ts';
import { factKeysOf } from '../contacts/identity.core.ts';
import { writeImport } from '../contacts/import.store.ts';
import { toMark } from '../marking/mark.core.ts';
import { writeMarks } from '../marking/marking.store.ts';
import { usePackSet } from '../marking/pack-set.use.ts';
import type { Work } from '../platform/db/work.ts';
import type { Standard, Verdict } from '../standards/standard.core.ts';
import type { ReviewPurpose } from './review-mark.core.ts';
import {
  reviewBlindTable,
  reviewDrawTable,
  reviewFrameTable,
  reviewMarkTable,
  reviewPlanTable,
  reviewTaskTable,
} from './review.table.ts';

/** A standard that ships, so that whoever asks for it by name finds it. */
export const moreHelp: Standard = {
  id: 'close.more-help-offered',
  version: 'v1',
  pack: 'core',
  kind: 'standard',
  says: 'Asks whether there is anything else to help with.',
  title: 'More help offered',
  weight: 1,
  channels: [],
  few: true,
  firstImpression: false,
};

export interface SeenContact {
  readonly id: string;
  /** What the machine says of `moreHelp`; not-applicable leaves no mark. */
  readonly machine: Verdict;
  readonly site?: string;
  readonly person?: string;
  /** An instant. */
  readonly at?: string;
}

/** Writes the contacts as marked by `moreHelp`, under the ids and names that a table may call them by. */
export async function seedSeen(work: Work, seeds: readonly SeenContact[], standards = [moreHelp]): Promise<void> {
  const { orgId } = work.actor;
  await writeImport(work.tx, { orgId, id: 'i-1', label: 'test', startedAt: work.now, counts: {} });
  await usePackSet(work, 'set-1', [...standards]);
  const sourceOf = (id: string) => ({ file: `${id}.txt`, originalId: id, format: 'text' });
  await writeContacts(
    work.tx,
    seeds.map(({ id, site, person, at }) => ({
      orgId,
      id,
      version: 1,
      latest: true,
      contentHash: id,
      importId: 'i-1',
      sourceFile: sourceOf(id).file,
      originalId: id,
      format: 'text',
      channel: 'phone' as const,
      language: 'en',
      timing: 'none' as const,
      startedAt: at ?? '2026-01-05T18:00:00.000Z',
      siteId: site ?? 'red',
      personId: person ?? null,
      consentBasis: 'not stated' as const,
      repFrom: 'stated' as const,
      repCertainty: 1,
      words: 2,
      answers: [],
      holds: [],
      notes: [],
      markedWith: 'set-1',
      turns: [
        { speaker: 'customer' as const, text: `Do you have room for ${id}?` },
        { speaker: 'rep' as const, text: 'Yes we do. Good bye.' },
      ],
    })),
    seeds.flatMap(({ id }) => factKeysOf(work.key, sourceOf(id)).map((keyHash) => ({ contactId: id, keyHash }))),
  );
  await writeMarks(
    work.tx,
    orgId,
    seeds.map(({ id }) => ({
      orgId,
      contactId: id,
      contactVersion: 1,
      packSet: 'set-1',
      kinds: ['enquiry'],
      reason: null,
      heard: [],
      notApplicable: 0,
      markedAt: work.now,
    })),
    seeds.flatMap(({ id, machine: verdict }) =>
      verdict === 'not-applicable'
        ? []
        : [
            toMark(
              { id, version: 1 },
              {
                standard: moreHelp.id,
                version: moreHelp.version,
                verdict,
                marker: 'cue',
                confidence: 0.9,
                evidence: [{ turn: 1, from: 0, to: 3 }],
              },
            ),
          ],
    ),
    standards.map((one) => one.version),
  );
}

/** The standard as it reads from now on, with the machine's marks made anew. */
export async function markedAnew(work: Work, standard: Standard): Promise<void> {
  await usePackSet(work, `set-${standard.version}`, [standard]);
  await work.tx.execute(sql`
    insert into mark (org_id, id, contact_id, contact_version, standard, standard_version, marker, verdict, confidence, evidence)
    select org_id, id || ${standard.version}, contact_id, contact_version, standard, ${standard.version}, marker, verdict, confidence, evidence
    from mark where standard_version = 'v1'`);
}

export interface SeenBy {
  readonly contact: string;
  readonly reviewer: string;
  readonly verdict: Verdict;
  readonly standard?: string;
  readonly purpose?: ReviewPurpose;
  readonly probability?: number | null;
  /** The plan whose draw it came by (`seedFrame`). */
  readonly plan?: string;
  /** The blind set that it belongs to; the second who is in closes it. */
  readonly set?: string;
  /** Of the standard; `v1` where left out. */
  readonly version?: string;
}

/** Writes people's marks, each with a task of its own that is done. */
export async function seedReviews(work: Work, marks: readonly SeenBy[]): Promise<void> {
  const { orgId } = work.actor;
  const asked = (standard: string, version = 'v1') => [{ standard, version }];
  const rows = marks.map((one, nth) => ({ ...one, nth, standard: one.standard ?? moreHelp.id }));
  if (rows.length === 0) return;
  const id = (nth: number, letter: string): string => `${letter}-${nth}-${rows[0]!.reviewer}`;
  for (const { set, contact, purpose } of rows)
    if (set !== undefined) {
      const closedAt = purpose === 'second' ? new Date(work.now) : null;
      await work.tx
        .insert(reviewBlindTable)
        .values({ orgId, id: set, contactId: contact, closes: 'when-all-are-in', closedAt })
        .onConflictDoUpdate({ target: [reviewBlindTable.orgId, reviewBlindTable.id], set: { closedAt } });
    }
  await work.tx.insert(reviewTaskTable).values(
    rows.map(({ nth, contact, standard, reviewer, purpose, probability, plan, version, set }) => ({
      blindId: set ?? null,
      orgId,
      id: id(nth, 't'),
      purpose: purpose ?? 'plan',
      ...(plan === undefined ? {} : { planId: plan, drawId: `d-${plan}` }),
      contactId: contact,
      contactVersion: 1,
      standards: asked(standard, version),
      probability: probability ?? null,
      due: '2026-01-20',
      madeAt: new Date(work.now),
      reviewer,
      doneAt: new Date(work.now),
    })),
  );
  await work.tx.insert(reviewMarkTable).values(
    rows.map(({ nth, contact, standard, reviewer, verdict, purpose, probability, version, set }) => ({
      blindId: set ?? null,
      orgId,
      id: id(nth, 'm'),
      taskId: id(nth, 't'),
      contactId: contact,
      contactVersion: 1,
      standard,
      standardVersion: version ?? 'v1',
      reviewer,
      verdict,
      evidence: [],
      purpose: purpose ?? 'plan',
      probability: probability ?? null,
      at: new Date(work.now),
    })),
  );
}

/** A plan that drew from these contacts, each with its chance, all drawn or not as said. */
export async function seedFrame(
  work: Work,
  contacts: readonly { readonly id: string; readonly probability: number; readonly drawn: boolean }[],
  plan = 'p-1',
): Promise<void> {
  const { orgId } = work.actor;
  const said = {
    name: plan,
    standards: [moreHelp.id],
    sites: [],
    channels: [],
    fromDay: '2026-01-01',
    aWeek: 40,
    atRandom: 1,
    seenByTwo: 0,
    dueInDays: 7,
    reviewers: [],
    targets: [],
    targetedAWeek: 0,
    waitForSecondDays: 14,
  };
  await work.tx
    .insert(reviewPlanTable)
    .values({ orgId, id: plan, ...said, madeAt: new Date(work.now), madeBy: 'm-owner' });
  await work.tx.insert(reviewDrawTable).values({
    orgId,
    id: `d-${plan}`,
    planId: plan,
    week: '2026-01-05',
    seed: 's',
    frameDigest: 'f',
    frameSize: contacts.length,
    asked: 1,
    drawn: contacts.filter((one) => one.drawn).length,
    targeted: 0,
    settings: { plan: said, atRandom: 1, strata: [] },
    drawnAt: new Date(work.now),
    drawnBy: 'm-owner',
  });
  await work.tx.insert(reviewFrameTable).values(
    contacts.map(({ id, probability, drawn }) => ({
      orgId,
      planId: plan,
      contactId: id,
      drawId: `d-${plan}`,
      contactVersion: 1,
      strata: [0],
      probability,
      drawn,
    })),
  );
}
