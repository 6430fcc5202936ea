// Legal holds placed, released, listed; and asked for by whatever would erase.
import { randomUUID } from 'node:crypto';
import { Fault } from '../../kernel/fault.ts';
import { present } from '../../kernel/present.ts';
import { readSitesAndPeople } from '../../people/people-record.use.ts';
import { append } from '../../platform/ledger/append.ts';
import type { Work } from '../../platform/db/work.ts';
import { contactsById } from '../contact.store.ts';
import { customerHashOf } from '../identity.core.ts';
import { assertMayPlaceHold, assertMayReadHolds, assertMayReleaseHold } from './legal-hold.access.ts';
import type { HoldOn, LegalHold } from './legal-hold.core.ts';
import * as store from './legal-hold.store.ts';

/**
 * Places a hold; from its commit on nothing erases what it names, and contacts that come later are held as well.
 * @param says why
 * @throws Fault `legal-hold-forbidden`, `contact-missing`, `site-unknown`, `legal-hold-days`, `legal-hold-names-nothing`
 */
export async function placeHold(work: Work, on: HoldOn, says: string): Promise<LegalHold> {
  const { tx, actor } = work;
  assertMayPlaceHold(actor);
  if (on.about === 'contact' && (await contactsById(tx, actor.orgId, [on.contact])).length === 0)
    throw new Fault(
      'contact-missing',
      'missing',
      'There is no contact of this id. Take it from the address of its page.',
    );
  if (on.about === 'site' && on.from !== undefined && on.to !== undefined && on.to < on.from)
    throw new Fault('legal-hold-days', 'malformed', 'The last day comes before the first. Swap them.');
  if (on.about === 'site') await assertSiteKnown(work, on.site);
  const id = `h${randomUUID()}`;
  await store.writeHold(tx, {
    orgId: actor.orgId,
    id,
    about: on.about,
    ...(on.about === 'contact' ? { contactId: on.contact } : {}),
    ...(on.about === 'site' ? { siteId: on.site, fromDay: on.from ?? null, toDay: on.to ?? null } : {}),
    ...(on.about === 'customer' ? { customerHash: customerHashOf(work.key, on.customer) } : {}),
    ...(on.about === 'document' ? { documentKind: on.kind, documentId: on.document } : {}),
    ...(on.about === 'letter' ? { letterId: (await store.letterNamed(tx, actor.orgId, on.letter)) ?? on.letter } : {}),
    ...(on.about === 'person' ? { personId: on.person } : {}),
    says,
    placedAt: new Date(work.now),
    placedBy: actor.id,
  });
  const placed = await told(work, (await store.holdById(tx, actor.orgId, id))!);
  // One that names nothing would hold nothing, and nobody would know.
  if (['document', 'letter', 'person'].includes(on.about) && placed.rows === 0)
    throw new Fault(
      'legal-hold-names-nothing',
      'missing',
      'Nothing on record goes by this. Take the id from the address of the page, or the number of the letter.',
    );
  await append(work, { kind: 'legal-hold.placed', subjects: [id], digestOf: JSON.stringify([on.about, says]) });
  return placed;
}

// A misspelt site would hold nothing, and nobody would know.
async function assertSiteKnown(work: Work, site: string): Promise<void> {
  const { sites } = await readSitesAndPeople(work);
  if (sites.some((one) => one.id === site) || (await store.anyAtSite(work.tx, work.actor.orgId, site))) return;
  throw new Fault(
    'site-unknown',
    'missing',
    'Neither the record nor any contact knows a site of this id. It stands in the address of the site’s failures, and in sites.csv.',
  );
}

/** Lets go what a hold held. @throws Fault `legal-hold-forbidden`, `legal-hold-unknown`, `legal-hold-released` */
export async function releaseHold(work: Work, id: string, says: string): Promise<LegalHold> {
  const { tx, actor } = work;
  assertMayReleaseHold(actor);
  const release = { releasedAt: new Date(work.now), releasedBy: actor.id, releaseSays: says };
  const released = await store.releaseHold(tx, actor.orgId, id, release);
  const row = await store.holdById(tx, actor.orgId, id);
  if (!row) throw new Fault('legal-hold-unknown', 'missing', 'There is no legal hold of this id. List them first.');
  if (!released)
    throw new Fault('legal-hold-released', 'conflict', 'This legal hold was released before; nothing is left to do.');
  await append(work, { kind: 'legal-hold.released', subjects: [id], digestOf: says });
  return told(work, row);
}

/** Newest first, with how much each holds. @throws Fault `legal-hold-forbidden` */
export async function listHolds(work: Work): Promise<LegalHold[]> {
  assertMayReadHolds(work.actor);
  const holds: LegalHold[] = [];
  for (const row of await store.allHolds(work.tx, work.actor.orgId)) holds.push(await told(work, row));
  return holds;
}

/**
 * For whatever would take the contacts of an import out: all or nothing, so one that is held keeps all of them.
 * @throws Fault `legal-hold-stands`
 */
export async function assertImportNotHeld(work: Work, importId: string): Promise<void> {
  const held = await store.countHeldOfImport(work.tx, work.actor.orgId, importId);
  if (held === 0) return;
  throw new Fault(
    'legal-hold-stands',
    'conflict',
    `${held === 1 ? '1 contact of it is' : `${held} contacts of it are`} under legal hold, so nothing was taken out. An owner or counsel may release the hold.`,
  );
}

async function told({ tx, actor }: Work, row: store.HoldRow): Promise<LegalHold> {
  return {
    id: row.id,
    about: row.about,
    says: row.says,
    placedAt: row.placedAt.toISOString(),
    placedBy: row.placedBy,
    holds: row.releasedAt === null ? await store.countKeptBy(tx, actor.orgId, row.id) : 0,
    rows: row.releasedAt === null ? await store.countRowsKeptBy(tx, actor.orgId, row.id) : 0,
    ...present({
      contact: row.contactId,
      site: row.siteId,
      from: row.fromDay,
      to: row.toDay,
      kind: row.documentKind,
      document: row.documentId,
      letter: row.letterId,
      person: row.personId,
      releasedAt: row.releasedAt?.toISOString() ?? null,
      releasedBy: row.releasedBy,
      releaseSays: row.releaseSays,
    }),
  };
}
