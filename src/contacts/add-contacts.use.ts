// Put a batch read from a file into the store: new contacts, new versions, facts and rejects, all in one transaction.
import { append } from '../platform/ledger/append.ts';
import type { Work } from '../platform/db/work.ts';
import { contentHashOf, contactIdOf, factKeyHash, factKeysOf } from './identity.core.ts';
import { factColumns, prepareContact } from './prepare-contact.core.ts';
import { knownOf, writeContacts, writeFacts, writeRejects, type ContactRow } from './contact.store.ts';
import type { ContactDraft, ContactFacts, Reject } from './contact.core.ts';

/** Facts about one contact as a table stated them. */
export interface FactItem {
  readonly key: string;
  readonly facts: ContactFacts;
  readonly file: string;
  readonly row: number;
}

export interface Batch {
  readonly importId: string;
  readonly drafts: readonly ContactDraft[];
  readonly facts: readonly FactItem[];
  readonly rejects: readonly Reject[];
  /** How many rejects this import has written before. */
  readonly firstReject: number;
}

export interface Added {
  readonly contacts: number;
  readonly versions: number;
  readonly alreadyHere: number;
}

/** Store a batch. The same content twice is one contact; the same id with new content is a new version of it. */
export async function addContacts(work: Work, batch: Batch): Promise<Added> {
  const orgId = work.actor.orgId;
  const named = batch.drafts.map((draft) => ({
    draft,
    id: contactIdOf(work.key, draft.source),
    contentHash: contentHashOf(work.key, draft),
  }));
  const known = await knownOf(
    work.tx,
    orgId,
    named.map((one) => one.id),
    named.map((one) => one.contentHash),
  );
  const contents = new Set(known.map((one) => one.contentHash));
  const latest = new Map(known.filter((one) => one.latest).map((one) => [one.id, one.version]));
  const rows = new Map<string, ContactRow>();
  const keys: { contactId: string; keyHash: string }[] = [];
  let alreadyHere = 0;
  let versions = 0;
  for (const { draft, id, contentHash } of named) {
    if (contents.has(contentHash)) {
      alreadyHere += 1;
      continue;
    }
    contents.add(contentHash);
    const version = (latest.get(id) ?? 0) + 1;
    latest.set(id, version);
    if (version > 1) versions += 1;
    const prepared = prepareContact(draft, work.key);
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
  await writeFacts(
    work.tx,
    batch.facts.map((one) => ({
      orgId,
      keyHash: factKeyHash(work.key, one.key),
      facts: factColumns(one.facts, work.key),
      importId: batch.importId,
      file: one.file,
      row: one.row,
    })),
  );
  await writeRejects(work.tx, orgId, batch.importId, batch.firstReject, batch.rejects);
  if (written.length > 0) {
    await append(work, {
      kind: 'contacts.added',
      subjects: [batch.importId],
      digestOf: written.map((row) => `${row.id}/${row.version}/${row.contentHash}`).join('\n'),
    });
  }
  return { contacts: written.length - versions, versions, alreadyHere };
}
