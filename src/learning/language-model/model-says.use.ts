// What language models said of one contact: beside the marks that count, and kept from whoever has the contact in hand for a review.
import { findPlaces } from '../../contacts/contacts.use.ts';
import { Fault } from '../../kernel/fault.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { hiddenFrom } from '../../review/people-say.use.ts';
import type { Evidence, StandardKind, Verdict } from '../../standards/standard.core.ts';
import { titleOf } from '../../standards/title.core.ts';
import { assertMayReadModel } from './model-marker.access.ts';
import * as store from './model-marker.store.ts';
import { askedAs } from './question.core.ts';

export interface ModelSays {
  readonly hidden: boolean;
  /** The model in use, by its name; null where none is named, and then it says nothing. */
  readonly model: string | null;
  readonly instructed: boolean;
  readonly says: readonly {
    readonly standard: string;
    readonly title: string;
    readonly kind: StandardKind;
    readonly verdict: Verdict;
    readonly evidence: readonly Evidence[];
    readonly why: string | null;
  }[];
}

/** By the standards in use. @throws Fault `language-model-forbidden`, `contact-missing` */
export async function readModelSays(work: Work, contact: string): Promise<ModelSays> {
  assertMayReadModel(work.actor);
  const [place] = await findPlaces(work, [contact]);
  if (!place)
    throw new Fault('contact-missing', 'missing', 'No contact goes by this id. Take one from GET /v1/contacts.');
  const row = await store.findModelMarker(work);
  const nothing = { hidden: false, model: row?.model ?? null, instructed: false, says: [] };
  if (!row) return nothing;
  if ((await hiddenFrom(work)).has(contact)) return { ...nothing, hidden: true };
  const standards = new Map((await standardsInUse(work)).map((one) => [`${one.id} ${one.version}`, one]));
  const marks = (await store.marksOfModel(work, askedAs(row), [contact])).filter(
    (one) => one.contactVersion === place.version,
  );
  return {
    ...nothing,
    instructed: marks.some((one) => one.instructed),
    says: marks
      .flatMap(({ standard, standardVersion, verdict, evidence, why }) => {
        const stated = standards.get(`${standard} ${standardVersion}`);
        return stated ? [{ standard, title: titleOf(stated), kind: stated.kind, verdict, evidence, why }] : [];
      })
      .toSorted((a, b) => (a.title < b.title ? -1 : 1)),
  };
}
