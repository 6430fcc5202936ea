// A made-up organisation for tests of fixes: sites over months, one standard missed often, and from a day on less at some of them.
import type { Marker, Standard } from '../standards/standard.core.ts';
import type { Work } from '../platform/db/work.ts';
import { addDays, type Day } from '../kernel/moment.ts';
import { chanceOf } from '../stats/normal-draws.ts';
import { contactTable } from '../contacts/contact.table.ts';
import { factKeyHash } from '../contacts/identity.core.ts';
import { toMark } from '../marking/mark.core.ts';
import { usePackSet } from '../marking/pack-set.use.ts';
import { writeContacts } from '../contacts/contact.store.ts';
import { writeImport } from '../contacts/import.store.ts';
import { writeMarks } from '../marking/marking.store.ts';

const standard = (id: string, few: boolean): Standard => ({
  id,
  version: `v-${id}`,
  pack: 'core',
  kind: 'standard',
  says: `Keeps ${id}.`,
  weight: 2,
  channels: [],
  few,
  firstImpression: false,
});

export const asked = standard('close.asked-for-business', true);
export const thanked = standard('close.thanked', true);

export interface MadeService {
  readonly sites: readonly string[];
  readonly from: Day;
  readonly days: number;
  /** Contacts a day at each site. */
  readonly perDay: number;
  /** Chance of failing that day at that site. */
  readonly chance: (site: string, day: Day, standard: string) => number;
  /** Every so manieth contact is marked by a reviewer too, who agrees; none where 0. */
  readonly reviewedEvery: number;
}

/** Writes the contacts and their marks of both standards. */
export async function writeService(work: Work, made: MadeService, seed = 1): Promise<void> {
  const { orgId } = work.actor;
  const chance = chanceOf(seed);
  await writeImport(work.tx, { orgId, id: 'made', label: 'made', startedAt: work.now, counts: {} });
  await usePackSet(work, 'set-1', [asked, thanked]);
  const contacts: { id: string; day: Day; site: string; nth: number }[] = [];
  for (let nth = 0; nth < made.days; nth++)
    for (const site of made.sites)
      for (let one = 0; one < made.perDay; one++)
        contacts.push({ id: `c-${site}-${nth}-${one}`, day: addDays(made.from, nth), site, nth: contacts.length });
  await writeContacts(
    work.tx,
    contacts.map((one) => contactRow(orgId, one)),
    contacts.map(({ id }) => ({ contactId: id, keyHash: factKeyHash(work.key, id) })),
  );
  const marks = contacts.flatMap((one) =>
    [asked, thanked].flatMap(({ id, version }) => {
      const verdict = chance.uniform() < made.chance(one.site, one.day, id) ? ('failed' as const) : ('met' as const);
      const markers: Marker[] =
        made.reviewedEvery > 0 && one.nth % made.reviewedEvery === 0 ? ['cue', 'reviewer'] : ['cue'];
      return markers.map((marker) =>
        toMark(
          { id: one.id, version: 1 },
          { standard: id, version, verdict, marker, confidence: 0.9, evidence: [{ turn: 0, from: 0, to: 3 }] },
        ),
      );
    }),
  );
  const markings = contacts.map(({ id }) => ({
    orgId,
    contactId: id,
    contactVersion: 1,
    packSet: 'set-1',
    kinds: ['enquiry'],
    reason: null,
    heard: [],
    notApplicable: 0,
    markedAt: work.now,
  }));
  await writeMarks(work.tx, orgId, markings, marks, [asked.version, thanked.version]);
}

function contactRow(
  orgId: string,
  { id, day, site }: { id: string; day: Day; site: string },
): typeof contactTable.$inferInsert {
  return {
    orgId,
    id,
    version: 1,
    latest: true,
    contentHash: id,
    importId: 'made',
    sourceFile: `${id}.txt`,
    originalId: id,
    format: 'text',
    channel: 'phone',
    language: 'en',
    timing: 'none',
    startedAt: `${day}T17:00:00.000Z`,
    startedLocal: `${day}T09:00`,
    siteId: site,
    consentBasis: 'not stated',
    repFrom: 'stated',
    repCertainty: 1,
    words: 9,
    answers: [],
    holds: [],
    notes: [],
    markedWith: 'set-1',
    turns: [{ speaker: 'rep', text: 'Good morning.' }],
  };
}
