// Contacts with one mark each, written straight to the store: what a test of rates or watching needs, without hearing words.
import { writeContacts } from '../../contacts/contact.store.ts';
import { factKeysOf } from '../../contacts/identity.core.ts';
import { writeImport } from '../../contacts/import.store.ts';
import { toMark } from '../../marking/mark.core.ts';
import { writeMarks } from '../../marking/marking.store.ts';
import { usePackSet } from '../../marking/pack-set.use.ts';
import type { Work } from '../../platform/db/work.ts';
import type { Standard, Verdict } from '../../standards/standard.core.ts';

/** A standard that ships, so that tables which name it are understood. */
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

export interface MarkedSeed {
  readonly id: string;
  readonly verdict: Verdict;
  readonly site?: string;
  readonly person?: string;
  /** An instant. */
  readonly at?: string;
}

/** Writes the contacts, each marked once of `moreHelp`, under the ids and names that a table may call them by. */
export async function seedMarked(work: Work, seeds: readonly MarkedSeed[]): Promise<void> {
  const { orgId } = work.actor;
  await writeImport(work.tx, { orgId, id: 'i-1', label: 'test', startedAt: work.now, counts: {} });
  await usePackSet(work, 'set-1', [moreHelp]);
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
      turns: [{ speaker: 'rep' as const, text: 'Good bye.' }],
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
    seeds.map(({ id, verdict }) =>
      toMark(
        { id, version: 1 },
        {
          standard: moreHelp.id,
          version: moreHelp.version,
          verdict,
          marker: 'cue',
          confidence: 0.9,
          evidence: [{ turn: 0, from: 0, to: 4 }],
        },
      ),
    ),
    [moreHelp.version],
  );
}
