// What a language model said of contacts: kept, counted, forgotten. It stands beside the marks that count and moves none of them.
import { standardsInUse } from '../../marking/pack-set.use.ts';
import { append } from '../../platform/ledger/append.ts';
import type { Work } from '../../platform/db/work.ts';
import type { Contact } from '../../contacts/contact.core.ts';
import { findContacts } from '../../contacts/contacts.use.ts';
import { channels } from '../../standards/encounter.core.ts';
import type { Standard } from '../../standards/standard.core.ts';
import type { CheckedAnswer } from './answer.core.ts';
import { assertMaySetModel } from './model-marker.access.ts';
import { isInShare, monthOf, mostCharacters, standardsFor, type ModelMarkerSettings } from './model-marker.core.ts';
import * as store from './model-marker.store.ts';
import { askedAs } from './question.core.ts';

/** A contact and the standards that the model hasn't been asked of it. */
export interface ToAsk {
  readonly contact: Contact;
  readonly standards: readonly Standard[];
}

/** Looked at in one go. */
const lookedAt = 200;

/**
 * Contacts that it hasn't been asked about yet, the newest first.
 * @param skip how many were looked at before
 * @returns `skip` for the next look; null where all were looked at
 */
export async function nextToAsk(
  work: Work,
  settings: ModelMarkerSettings,
  skip: number,
): Promise<{ readonly toAsk: readonly ToAsk[]; readonly skip: number | null }> {
  assertMaySetModel(work.actor);
  const standards = (await standardsInUse(work)).filter(({ id }) => settings.standards.includes(id));
  const everywhere = standards.some((one) => one.channels.length === 0);
  const asked = everywhere ? channels : [...new Set(standards.flatMap((one) => one.channels))];
  const rows = standards.length === 0 ? [] : await store.contactsToAsk(work, asked, skip, lookedAt);
  const some = rows.filter(({ id }) => isInShare(id, settings.share));
  const said = await store.marksOfModel(
    work,
    askedAs(settings),
    some.map(({ id }) => id),
  );
  const done = new Set(
    said.map((mark) => [mark.contactId, mark.contactVersion, mark.standard, mark.standardVersion].join(' ')),
  );
  const missing = new Map(
    some.map((row) => [
      row.id,
      standardsFor(standards, row.channel).filter(
        ({ id, version }) => !done.has([row.id, row.version, id, version].join(' ')),
      ),
    ]),
  );
  const wanted = some.filter(({ id }) => missing.get(id)!.length > 0).map(({ id }) => id);
  const contacts = new Map((await findContacts(work, wanted)).map((one) => [one.id, one]));
  return {
    toAsk: wanted.flatMap((id) => {
      const contact = contacts.get(id);
      return contact && isReadable(contact) ? [{ contact, standards: missing.get(id)! }] : [];
    }),
    skip: rows.length < lookedAt ? null : skip + lookedAt,
  };
}

// Without words there is nothing to quote.
function isReadable({ turns, answers }: Contact): boolean {
  const characters = turns.reduce((sum, { text }) => sum + text.length, 0);
  const form = answers.reduce((sum, { question, answer }) => sum + question.length + answer.length, 0);
  return characters > 0 && characters + form <= mostCharacters;
}

/** Keeps what it said of a contact; one that was erased meanwhile is passed over. */
export async function keepModelMarks(
  work: Work,
  settings: ModelMarkerSettings,
  { contact, standards }: ToAsk,
  { verdicts, instructed }: CheckedAnswer,
): Promise<number> {
  assertMaySetModel(work.actor);
  const [there] = await findContacts(work, [contact.id]);
  if (there?.version !== contact.version) return 0;
  const versions = new Map(standards.map(({ id, version }) => [id, version]));
  await store.writeModelMarks(
    work,
    verdicts.map((one) => ({
      orgId: work.actor.orgId,
      contactId: contact.id,
      contactVersion: contact.version,
      standard: one.standard,
      standardVersion: versions.get(one.standard)!,
      askedAs: askedAs(settings),
      verdict: one.verdict,
      evidence: one.evidence,
      why: one.why,
      instructed,
      markedAt: work.now,
    })),
  );
  return verdicts.length;
}

/** Counts what an answer used, whatever came of it. */
export async function countUse(
  work: Work,
  used: { readonly tokensIn: number; readonly tokensOut: number },
): Promise<void> {
  assertMaySetModel(work.actor);
  await store.addUse(work, monthOf(work.now), { calls: 1, ...used });
}

/** A run is over: what was sent out, of how many contacts, is on record. */
export async function noteRun(work: Work, settings: ModelMarkerSettings, contacts: number): Promise<void> {
  assertMaySetModel(work.actor);
  await append(work, { kind: 'language-model.asked', subjects: [askedAs(settings)], digestOf: String(contacts) });
}

/** Forgets what models said of contacts that are being erased; whoever calls has asked who may. */
export async function forgetModelMarks(work: Work, contacts: readonly string[]): Promise<void> {
  await store.dropModelMarks(work, contacts);
}
