// What teaches a marker, on both databases: agreed reviews and past marks of contacts that are here, one verdict a contact.
import { expect, it } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { importPastMarks } from '../../marking/past-marks.use.ts';
import { readServedIn } from '../../marking/learned/labels.use.ts';
import { contactKeyTable } from '../../contacts/contact.table.ts';
import { factKeyHash } from '../../contacts/identity.core.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Work } from '../../platform/db/work.ts';
import { moreHelp, seedReviews, seedSeen } from '../../review/reviewed.test-data.ts';
import { readReviewMarks } from '../../review/review-marks.use.ts';
import { peopleAgree, readLabels } from './marker-labels.use.ts';

const owner: Actor = { orgId: 'harbor', id: 'owen', roles: ['owner'] };
const of = async (work: Work, standard = moreHelp) => (await readLabels(work, [standard])).get(standard.id);
/** A past mark of a contact, as its row of a table. */
const past = (contact: string, verdict: 'met' | 'failed' | 'unsure') => ({
  row: { contact, standard: moreHelp.id, verdict, marker: 'Mira' },
  from: { file: 'marks.csv', row: 2 },
});

forEachDatabase((_name, open) => {
  it('a review outranks a past mark, and nobody’s unsure teaches anything', async () => {
    const store = await open();
    await store.inWork(owner, async (work) => {
      await seedSeen(
        work,
        ['a', 'b', 'c', 'd', 'e'].map((id) => ({
          id,
          machine: 'met' as const,
          site: 'red',
          person: id === 'e' ? '' : 'p-1',
        })),
      );
      await work.tx
        .insert(contactKeyTable)
        .values(
          ['a', 'b'].map(
            (id) => ({ orgId: 'harbor', contactId: id, keyHash: factKeyHash(work.key, `call-${id}`) }) as never,
          ),
        );
      await importPastMarks(work, [past('call-a', 'failed'), past('call-b', 'failed'), past('call-x', 'met')] as never);
      await seedReviews(work, [
        { contact: 'a', reviewer: 'r1', verdict: 'met' },
        { contact: 'c', reviewer: 'r1', verdict: 'not-applicable' },
        { contact: 'd', reviewer: 'r1', verdict: 'unsure' },
        { contact: 'e', reviewer: 'r1', verdict: 'met', purpose: 'dispute' },
      ]);
    });
    await store.inWork(owner, async (work) => {
      expect(await of(work)).toEqual([
        { contact: 'b', verdict: 'failed', past: true },
        { contact: 'a', verdict: 'met', past: false },
        { contact: 'c', verdict: 'not-applicable', past: false },
      ]);
      expect((await readServedIn(work, ['a', 'b'])).get('a')).toEqual({ person: 'p-1', site: 'red' });
    });
    // Of another organisation there is nothing.
    await store.inWork({ ...owner, orgId: 'rival' }, async (work) => expect(await of(work)).toEqual([]));
  });

  it('they come in the order in which they were known: of two who are blind once both were in', async () => {
    let now = '2026-01-05T09:00:00.000Z';
    const store = await open({ now: () => new Date(now) });
    await store.inWork(owner, async (work) =>
      seedSeen(
        work,
        ['a', 'b', 'c'].map((id) => ({ id, machine: 'met' as const })),
      ),
    );
    const says = [
      ['a', 'r1', 'plan'],
      ['b', 'r2', 'plan'],
      ['a', 'r3', 'second'],
      ['c', 'r4', 'plan'],
      ['b', 'r5', 'plan'],
    ] as const;
    for (const [nth, [contact, reviewer, purpose]] of says.entries()) {
      now = `2026-01-05T1${String(nth)}:00:00.000Z`;
      await store.inWork(owner, async (work) =>
        seedReviews(work, [
          { contact, reviewer, verdict: 'met', purpose, ...(contact === 'a' ? { set: 'both' } : {}) },
        ]),
      );
    }
    await store.inWork(owner, async (work) =>
      expect((await of(work))?.map((one) => one.contact)).toEqual(['b', 'a', 'c']),
    );
  });

  it('reviews of a time when the standard said something else are about something else; two who looked are a pair', async () => {
    const store = await open();
    await store.inWork(owner, async (work) => {
      await seedSeen(work, [
        { id: 'a', machine: 'met' },
        { id: 'b', machine: 'met' },
      ]);
      await seedReviews(work, [
        { contact: 'a', reviewer: 'r1', verdict: 'met' },
        { contact: 'b', reviewer: 'r1', verdict: 'met' },
      ]);
      await seedReviews(work, [
        { contact: 'a', reviewer: 'r2', verdict: 'met' },
        { contact: 'b', reviewer: 'r2', verdict: 'failed' },
      ]);
    });
    await store.inWork(owner, async (work) => {
      expect((await of(work))?.map((one) => one.contact)).toEqual(['a', 'b']);
      expect(await of(work, { ...moreHelp, says: 'Offers more help twice.' })).toEqual([]);
      expect(peopleAgree(await readReviewMarks(work))).toMatchObject({ pairs: 2 });
    });
  });
});
