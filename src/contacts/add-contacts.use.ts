// Put a batch read from a file into the store: new contacts, new versions, facts and rejects, all in one transaction.
import { append } from '../platform/ledger/append.ts';
import { readSpokenWords } from '../people/people-record.use.ts';
import type { Work } from '../platform/db/work.ts';
import { contentHashOf, contactIdOf, factKeyHash, factKeysOf } from './identity.core.ts';
import { factColumns, redactReject, type PreparedContact } from './prepare-contact.core.ts';
import { knownOf, writeContacts, type ContactRow } from './contact.store.ts';
import { writeFacts, writeRejects } from './import.store.ts';
import { erasedAmong, erasedKeysAmong } from './erasing/erase-contacts.store.ts';
import { redactFileName } from './redaction/file-names.core.ts';
import type { ContactDraft, ContactFacts, Reject } from './contact.core.ts';

/** Facts about one contact as a table stated them. */
export interface FactItem {
  readonly key: string;
  readonly facts: ContactFacts;
  readonly file: string;
  readonly row: number;
}

/** A draft with the two digests that say which contact it is and whether it is known. */
export interface NamedDraft {
  readonly draft: ContactDraft;
  readonly id: string;
  readonly contentHash: string;
}

export interface Batch {
  readonly importId: string;
  /** New drafts, each with the columns it was prepared into. */
  readonly fresh: readonly { readonly named: NamedDraft; readonly prepared: PreparedContact }[];
  readonly facts: readonly FactItem[];
  readonly rejects: readonly Reject[];
  /** How many rejects this import has written before. */
  readonly firstReject: number;
}

export interface Added {
  readonly contacts: number;
  readonly versions: number;
  readonly alreadyHere: number;
  /** Rejects written: those of the batch, and one for each fact about a contact that was erased. */
  readonly rejects: number;
}

/**
 * Those drafts whose content isn't in the store yet, named; a reject for each that was erased, which no import brings back;
 * and the key and the organisation's own names that they are prepared with.
 */
export async function sortOutNew(
  work: Work,
  drafts: readonly ContactDraft[],
): Promise<{ fresh: NamedDraft[]; erased: Reject[]; key: Uint8Array; ownNames: readonly string[] }> {
  const named = drafts.map((draft) => ({
    draft,
    id: contactIdOf(work.key, draft.source),
    contentHash: contentHashOf(work.key, draft),
  }));
  const { contents } = await whatIsKnown(work, named);
  const gone = await erasedAmong(
    work.tx,
    work.actor.orgId,
    named.map((one) => one.id),
    named.map((one) => one.contentHash),
  );
  const erased: Reject[] = [];
  const fresh = named.filter(({ draft, id, contentHash }) => {
    if (contents.has(contentHash)) return false;
    contents.add(contentHash);
    if (!gone.ids.has(id) && !gone.contents.has(contentHash)) return true;
    erased.push({ file: draft.source.file, ...erasedBefore });
    return false;
  });
  const { business, sites } = await readSpokenWords(work);
  return { fresh, erased, key: work.key, ownNames: [...business, ...sites] };
}

const erasedBefore = {
  expected: 'a contact that was not erased',
  remedy: 'It was erased here before, and an import brings nothing erased back. Leave it out of the file.',
};

/** Store a batch. The same content twice is one contact; the same id with new content is a new version of it. */
export async function addContacts(work: Work, batch: Batch): Promise<Added> {
  const orgId = work.actor.orgId;
  // Asked again: another import may have brought the same while these were being prepared.
  const { contents, latest } = await whatIsKnown(
    work,
    batch.fresh.map((one) => one.named),
  );
  const rows = new Map<string, ContactRow>();
  const keys: { contactId: string; keyHash: string }[] = [];
  let alreadyHere = 0;
  let versions = 0;
  for (const { named, prepared } of batch.fresh) {
    const { draft, id, contentHash } = named;
    if (contents.has(contentHash)) {
      alreadyHere += 1;
      continue;
    }
    const version = (latest.get(id) ?? 0) + 1;
    latest.set(id, version);
    if (version > 1) versions += 1;
    // Two versions of one contact in one batch: only the last is the latest.
    const earlier = rows.get(`${id} ${version - 1}`);
    if (earlier) earlier.latest = false;
    rows.set(`${id} ${version}`, {
      ...prepared,
      orgId,
      id,
      version,
      latest: true,
      contentHash,
      importId: batch.importId,
    });
    for (const keyHash of factKeysOf(work.key, draft.source)) keys.push({ contactId: id, keyHash });
  }
  const written = [...rows.values()];
  await writeContacts(work.tx, written, keys);
  const facts = batch.facts.map((one) => ({
    orgId,
    keyHash: factKeyHash(work.key, one.key),
    facts: factColumns(one.facts, work.key),
    importId: batch.importId,
    file: redactFileName(one.file, work.key),
    row: one.row,
  }));
  const gone = await erasedKeysAmong(
    work.tx,
    orgId,
    facts.map((one) => one.keyHash),
  );
  await writeFacts(
    work.tx,
    facts.filter((one) => !gone.has(one.keyHash)),
  );
  const ofErased = facts
    .filter((one) => gone.has(one.keyHash))
    .map(({ file, row }): Reject => ({ file, row, ...erasedBefore }));
  const rejects = [...batch.rejects.map((one) => redactReject(one, work.key)), ...ofErased];
  await writeRejects(work.tx, orgId, batch.importId, batch.firstReject, rejects);
  if (written.length > 0) {
    await append(work, {
      kind: 'contacts.added',
      subjects: [batch.importId],
      digestOf: written.map((row) => `${row.id}/${row.version}/${row.contentHash}`).join('\n'),
    });
  }
  return { contacts: written.length - versions, versions, alreadyHere, rejects: rejects.length };
}

async function whatIsKnown(
  work: Work,
  named: readonly NamedDraft[],
): Promise<{ contents: Set<string>; latest: Map<string, number> }> {
  const known = await knownOf(
    work.tx,
    work.actor.orgId,
    named.map((one) => one.id),
    named.map((one) => one.contentHash),
  );
  return {
    contents: new Set(known.map((one) => one.contentHash)),
    latest: new Map(known.filter((one) => one.latest).map((one) => [one.id, one.version])),
  };
}
