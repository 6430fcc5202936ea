// A change of a standard tried on the organisation's own contacts, before anybody is marked by it. Nothing is stored.
import { countContacts, readContacts } from '../../contacts/contacts.use.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Store } from '../../platform/db/open.ts';
import { compilePacks } from '../../standards/engine/compile-packs.ts';
import { markEncounter } from '../../standards/engine/mark-encounter.ts';
import type { OrganisationWords, Pack } from '../../standards/pack.core.ts';
import { compiledKept } from '../../standards/kept-compiled.ts';
import { only } from '../../standards/kept-standards.ts';
import { Preview, type Previewed } from './preview.core.ts';

export interface PreviewAsked {
  readonly standard: string;
  /** The packs as they are, and as they would be. */
  readonly now: readonly Pack[];
  readonly changed: readonly Pack[];
  readonly words: OrganisationWords;
  /** Most contacts to look at, and how long to look. */
  readonly most: number;
  readonly milliseconds: number;
  /** Milliseconds of a clock that only goes forward. */
  readonly clock: () => number;
}

const batch = 50;

/**
 * Marks contacts by the standard as it is and as it would be. Their ids are keyed digests, so the first so many in the order of
 * ids are an even sample of all.
 * @returns what changes, and how many contacts there are in all
 */
export async function previewStandard(
  store: Store,
  actor: Actor,
  { standard, now, changed, words, most, milliseconds, clock }: PreviewAsked,
): Promise<Previewed & { readonly of: number }> {
  const ends = clock() + milliseconds;
  const before = compiledKept([...only(now, [standard])], words);
  const after = compilePacks([...only(changed, [standard])], words);
  const { contacts: of } = await store.inWork(actor, countContacts);
  const preview = new Preview();
  let last = '';
  while (preview.looked < most && clock() < ends) {
    const contacts = await store.inWork(actor, async (work) =>
      readContacts(work, last, Math.min(batch, most - preview.looked)),
    );
    if (contacts.length === 0) break;
    for (const contact of contacts) {
      const was = markEncounter(before, contact).marks.find((one) => one.standard === standard);
      const is = markEncounter(after, contact).marks.find((one) => one.standard === standard);
      preview.look(contact, was, is);
    }
    last = contacts.at(-1)!.id;
  }
  return { ...preview.told(), of };
}
