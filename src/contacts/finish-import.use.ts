// The end of an import: facts that came beside the contacts reach them, whatever order the files came in.
import { append } from '../platform/ledger/append.ts';
import type { Work } from '../platform/db/work.ts';
import { tidyClock } from './clock.core.ts';
import { assertMayBringContacts } from './import.access.ts';
import { updateContact, type ContactRow } from './contact.store.ts';
import { factsAndContacts, factsWithoutContact, finishImport, writeRejects } from './import.store.ts';
import type { ContactDraft, Reject } from './contact.core.ts';
import type { FactColumns } from './prepare-contact.core.ts';

const page = 200;

/** Apply facts to the contacts they name. Returns how many contacts changed; they wait to be marked again. */
export async function applyFacts(work: Work, importId: string): Promise<number> {
  assertMayBringContacts(work.actor);
  const orgId = work.actor.orgId;
  let changed = 0;
  let after = '';
  for (;;) {
    const rows = await factsAndContacts(work.tx, orgId, importId, after, page);
    const found = wholeContacts(rows);
    for (const { contact, facts } of found) {
      const change = { ...newStart(contact, facts), ...clockOf(contact, facts) };
      const differs = Object.entries(change).some(
        ([name, value]) => !same(contact[name as keyof typeof contact], value, name === 'startedAt'),
      );
      if (!differs) continue;
      await updateContact(work.tx, orgId, contact.id, contact.version, { ...change, markedWith: null });
      changed += 1;
    }
    if (rows.length < page) return changed;
    after = found.at(-1)?.contact.id ?? after;
  }
}

/** Close the import: say which facts named no contact, keep the counts, and put a line in the ledger. */
export async function closeImport(
  work: Work,
  importId: string,
  counts: Record<string, number>,
  firstReject: number,
): Promise<Reject[]> {
  assertMayBringContacts(work.actor);
  const orgId = work.actor.orgId;
  const lonely = await factsWithoutContact(work.tx, orgId, importId);
  const rejects = lonely.map((one): Reject => ({
    file: one.file,
    row: one.row,
    expected: 'the id or file name of a contact that has been imported',
    remedy: 'Import the contact it belongs to (in any order), or correct the id in this row.',
  }));
  await writeRejects(work.tx, orgId, importId, firstReject, rejects);
  await finishImport(work.tx, orgId, importId, work.now, { ...counts, rejects: firstReject + rejects.length });
  await append(work, { kind: 'import.finished', subjects: [importId], digestOf: JSON.stringify(counts) });
  return rejects;
}

// A full page may end in the middle of one contact's facts; that contact is left for the next page.
function wholeContacts<T extends { contact: { id: string } }>(rows: readonly T[]): readonly T[] {
  if (rows.length < page) return rows;
  const last = rows.at(-1)?.contact.id;
  const whole = rows.filter((row) => row.contact.id !== last);
  return whole.length === 0 ? rows : whole;
}

// The same words for the start say nothing new, and the moment they came to in the site's zone stays.
function newStart(contact: { startedLocal: string | null }, facts: FactColumns): FactColumns {
  const { startedAt: _, ...others } = facts;
  return typeof facts.startedLocal === 'string' && facts.startedLocal === contact.startedLocal ? others : facts;
}

// A stated duration may unmask an invented clock, so the clock is looked at again with it.
function clockOf(
  contact: {
    turns: ContactRow['turns'];
    timing: ContactRow['timing'];
    notes: ContactRow['notes'];
    channel: ContactRow['channel'];
  },
  facts: FactColumns,
): Partial<ContactRow> {
  if (facts.durationSeconds === undefined || contact.timing === 'none') return {};
  const draft: ContactDraft = {
    source: { file: '', originalId: '', format: '' },
    facts: { durationSeconds: facts.durationSeconds },
    channel: facts.channel ?? contact.channel,
    timing: contact.timing,
    turns: contact.turns.map((turn) => ({ ...turn, label: turn.speaker })),
    answers: [],
    knownNames: [],
    notes: contact.notes,
  };
  const tidy = tidyClock(draft);
  if (tidy.timing === contact.timing) return {};
  const turns = tidy.turns.map(({ label: _label, ...turn }, index) => ({
    ...turn,
    speaker: contact.turns[index]?.speaker ?? 'other',
  }));
  return { turns, timing: tidy.timing, notes: tidy.notes };
}

function same(before: unknown, after: unknown, moments: boolean): boolean {
  if (moments && typeof before === 'string' && typeof after === 'string' && before !== after) {
    const times = [Date.parse(before), Date.parse(after)];
    return !Number.isNaN(times[0]) && times[0] === times[1];
  }
  return JSON.stringify(before ?? null) === JSON.stringify(after ?? null);
}
