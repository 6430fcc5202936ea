import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { forEachDatabase } from '../platform/db/databases.ts';
import type { Store } from '../platform/db/open.ts';
import type { Work } from '../platform/db/work.ts';
import { contactsInProgress, countContacts, findContacts, matchToRecord } from './contacts.use.ts';
import { contactTable, importTable } from './contact.table.ts';
import { writeContacts, type ContactRow } from './contact.store.ts';
import { writeImport } from './import.store.ts';
import { repHashOf } from './identity.core.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };

/** Contacts by id, each at 10:00 at the site `harbor` unless told otherwise. */
async function bring(work: Work, contacts: Readonly<Record<string, Partial<ContactRow>>>): Promise<void> {
  const { orgId } = work.actor;
  await writeImport(work.tx, { orgId, id: 'i1', label: 'test', startedAt: work.now, counts: {} });
  const rows = Object.entries(contacts).map(([id, change]): ContactRow => ({
    orgId,
    id,
    version: 1,
    latest: true,
    contentHash: id,
    importId: 'i1',
    sourceFile: `${id}.vtt`,
    originalId: id,
    format: 'webvtt',
    channel: 'phone',
    language: 'en',
    timing: 'none',
    startedAt: '2026-03-03T10:00:00.000Z',
    siteId: 'harbor',
    consentBasis: 'not stated',
    repFrom: 'stated',
    repCertainty: 1,
    words: 1,
    turns: [],
    answers: [],
    holds: [],
    notes: [],
    ...change,
  }));
  await writeContacts(work.tx, rows, []);
}

forEachDatabase((_name, open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });

  describe('contacts in progress', () => {
    const busy = async (contacts: Readonly<Record<string, Partial<ContactRow>>>) =>
      store.inWork(owner, async (work) => {
        await bring(work, contacts);
        return Object.fromEntries(await contactsInProgress(work, ['own']));
      });

    it('are counted from their start until their length is over, the contact itself included', async () => {
      const at = (startedAt: string, durationSeconds: number) => ({
        startedAt: `2026-03-03T${startedAt}Z`,
        durationSeconds,
      });
      expect(
        await busy({
          own: {},
          running: at('09:50:00', 601),
          over: at('09:50:00', 600),
          later: at('10:00:01', 60),
          sameMoment: at('10:00:00', 60),
        }),
      ).toEqual({ own: 3 });
    });
    it('last five minutes where nobody measured them', async () => {
      const at = (time: string) => ({ startedAt: `2026-03-03T${time}Z` });
      expect(await busy({ own: {}, running: at('09:55:01'), over: at('09:55:00') })).toEqual({ own: 2 });
    });
    it('are those of the same site, in which somebody waits', async () => {
      expect(
        await busy({
          own: {},
          elsewhere: { siteId: 'lakeside' },
          letter: { channel: 'email' },
          visit: { channel: 'visit' },
        }),
      ).toEqual({ own: 2 });
    });
    it('are unknown for a contact without a time or a site', async () => {
      expect(await busy({ own: { startedAt: null } })).toEqual({});
    });
    it('are unknown for a contact dated by its day, which keeps nobody busy at noon either', async () => {
      const found = await store.inWork(owner, async (work) => {
        await bring(work, {
          exact: {},
          written: { startedLocal: '2026-03-03T10:00:00' },
          dayOnly: { startedLocal: '2026-03-03' },
        });
        return contactsInProgress(work, ['exact', 'written', 'dayOnly']);
      });
      expect(Object.fromEntries(found)).toEqual({ exact: 2, written: 2 });
    });
  });

  describe('matching contacts to the record', () => {
    it("reads times without a zone by the site's clock, and leaves the others alone", async () => {
      const provisional = '2026-03-08T12:00:00.000Z';
      const times = async (zone: string, again: string) =>
        store.inWork(owner, async (work) => {
          const at = (startedLocal: string | null, siteId = 'HARBOR') => ({
            startedAt: provisional,
            startedLocal,
            siteId,
          });
          await bring(work, {
            a: at('2026-03-02'),
            b: at('2026-03-02T23:30:00'),
            c: at('2026-03-08T02:30:00'),
            d: at('2026-07-01T09:00:00'),
            e: at(null),
            f: at('2026-03-02', 'elsewhere'),
          });
          for (const timeZone of [zone, again])
            await matchToRecord(work, [], [{ id: 'harbor', name: 'Harbor', timeZone }]);
          const found = await findContacts(work, ['a', 'b', 'c', 'd', 'e', 'f']);
          await work.tx.delete(contactTable);
          await work.tx.delete(importTable);
          return found.map((one) => one.startedAt);
        });
      expect(await times('America/Los_Angeles', 'America/Los_Angeles')).toEqual([
        '2026-03-02T20:00:00.000Z',
        '2026-03-03T07:30:00.000Z',
        '2026-03-08T10:30:00.000Z',
        '2026-07-01T16:00:00.000Z',
        provisional,
        provisional,
      ]);
      // A zone that was corrected in the record is read anew; one that is none changes nothing.
      expect((await times('America/Los_Angeles', 'America/New_York')).slice(0, 2)).toEqual([
        '2026-03-02T17:00:00.000Z',
        '2026-03-03T04:30:00.000Z',
      ]);
      expect((await times('America/New_York', 'Nowhere/At_All'))[0]).toBe('2026-03-02T17:00:00.000Z');
    });
    it('leaves the first and last day of all contacts as they were written', async () => {
      const counts = await store.inWork(owner, async (work) => {
        await bring(work, { a: { startedLocal: '2026-03-02' }, b: { startedLocal: '2026-03-04T20:00:00' } });
        await matchToRecord(work, [], [{ id: 'harbor', name: 'Harbor', timeZone: 'America/Los_Angeles' }]);
        return countContacts(work);
      });
      expect([counts.first?.slice(0, 10), counts.last?.slice(0, 10)]).toEqual(['2026-03-02', '2026-03-04']);
    });
    it("gives reps and sites the record's ids, however a source wrote them, and leaves the rest alone", async () => {
      const found = await store.inWork(owner, async (work) => {
        const repHash = (said: string) => repHashOf(work.key, said);
        await bring(work, {
          a: { repHash: repHash('Dana Whitlow'), siteId: 'SAN DIEGO' },
          b: { repHash: repHash('r-02'), siteId: 'tucson' },
          c: { repHash: repHash('Somebody Else'), siteId: 'reno' },
          d: { siteId: null },
        });
        const people = [
          { id: 'r-01', name: 'Dana Whitlow' },
          { id: 'r-02', name: 'Theo Marsh' },
        ];
        await matchToRecord(work, people, [
          { id: 'san-diego', name: 'San Diego' },
          { id: 'tucson', name: 'Tucson' },
        ]);
        return findContacts(work, ['a', 'b', 'c', 'd']);
      });
      expect(found.map((one) => [one.personId, one.siteId])).toEqual([
        ['r-01', 'san-diego'],
        ['r-02', 'tucson'],
        [expect.stringMatching(/^rep-/), 'reno'],
        [undefined, undefined],
      ]);
    });
  });
});
