// What people say of one contact, beside what machines say: one verdict per standard, without names. It goes before the machine's in
// what is shown. Whoever has the contact in hand for a review sees neither.
import { findPlaces } from '../contacts/contacts.use.ts';
import { Fault } from '../kernel/fault.ts';
import { assertMayReadContacts } from '../marking/search/contacts.access.ts';
import type { Work } from '../platform/db/work.ts';
import { contactsInHand } from './in-hand.store.ts';
import { agreedOf, type PeopleSaid } from './review-mark.core.ts';
import { marksToSee } from './review-marks.store.ts';
import type { PeopleSay } from './reviews.shape.ts';

/** Contacts that whoever asks has in hand for a review at this moment: what anybody says of them is kept from them until they have said it. */
export async function hiddenFrom(work: Work): Promise<ReadonlySet<string>> {
  return new Set(await contactsInHand(work));
}

/** @throws Fault `contacts-forbidden`, `contact-missing` also where it is not theirs to see */
export async function readPeopleSay(work: Work, contact: string): Promise<PeopleSay> {
  assertMayReadContacts(work.actor);
  const [place] = await findPlaces(work, [contact]);
  if (!place)
    throw new Fault('contact-missing', 'missing', 'No contact goes by this id. Take one from GET /v1/contacts.');
  if ((await hiddenFrom(work)).has(contact)) return { hidden: true, says: [] };
  return { hidden: false, says: (await peopleSayOf(work, [place])).get(contact) ?? [] };
}

/** What people say of versions of some contacts, by contact; of two who agree, with the words that either pointed at. */
export async function peopleSayOf(
  work: Work,
  contacts: readonly { readonly id: string; readonly version: number }[],
): Promise<Map<string, PeopleSaid[]>> {
  const versions = new Map(contacts.map((one) => [one.id, one.version]));
  const marks = (await marksToSee(work, { contacts: [...versions.keys()] })).filter(
    (one) => one.contactVersion === versions.get(one.contactId),
  );
  const said = agreedOf(marks).map(({ contactId, standard, verdict, by }) => {
    const same = marks.filter(
      (one) => one.contactId === contactId && one.standard === standard && one.verdict === verdict,
    );
    const quoted = same.find((one) => one.evidence.length > 0) ?? same[0];
    const at = (same.at(-1)?.at ?? new Date(work.now)).toISOString();
    const mark = same.at(-1)?.id ?? '';
    return { contactId, says: { standard, verdict, by, evidence: [...(quoted?.evidence ?? [])], at, mark } };
  });
  return new Map(
    [...Map.groupBy(said, (one) => one.contactId)].map(([contact, all]) => [contact, all.map((one) => one.says)]),
  );
}
