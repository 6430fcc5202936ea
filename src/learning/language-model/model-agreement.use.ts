// How far the language model agrees with people, standard by standard, with the marker in use beside it on the same contacts.
import type { Contact } from '../../contacts/contact.core.ts';
import { findPlaces } from '../../contacts/contacts.use.ts';
import { readMarksBeside } from '../../marking/marks-beside.use.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import type { Work } from '../../platform/db/work.ts';
import {
  type Beside,
  type MachineAgreement,
  machineAgreements,
  usualRule,
} from '../../review/agreement/agreement.core.ts';
import type { AgreedMark } from '../../review/review-mark.core.ts';
import { readAgreed } from '../../review/review-marks.use.ts';
import type { StandardKind, Verdict } from '../../standards/standard.core.ts';
import { titleOf } from '../../standards/title.core.ts';
import { assertMayReadModel } from './model-marker.access.ts';
import * as store from './model-marker.store.ts';
import { askedAs } from './question.core.ts';

export interface ModelStandard {
  readonly standard: string;
  readonly title: string;
  readonly kind: StandardKind;
  readonly said: Readonly<Record<Verdict, number>>;
  /** Against people; null where they marked none of its contacts. */
  readonly model: MachineAgreement | null;
  /** The marker in use against people, on the same contacts. */
  readonly inUse: MachineAgreement | null;
}

export interface ModelSaid {
  readonly standards: readonly ModelStandard[];
  /** Contacts whose words speak to whoever marks, the last found first. */
  readonly instructed: readonly string[];
}

const mostInstructed = 100;

/** @throws Fault `language-model-forbidden` */
export async function readModelSaid(work: Work): Promise<ModelSaid> {
  assertMayReadModel(work.actor);
  const row = await store.findModelMarker(work);
  const instructed = await store.instructedContacts(work, mostInstructed);
  if (!row) return { standards: [], instructed };
  const standards = (await standardsInUse(work)).filter(({ id }) => row.standards.includes(id));
  const versions = standards.map(({ version }) => version);
  const counts = await store.countsOfModel(work, askedAs(row), versions);
  const agreed = (await readAgreed(work, { standards: standards.map(({ id }) => id) })).filter(
    (one) => one.inRates !== 'older-wording',
  );
  const ids = [...new Set(agreed.map(({ contactId }) => contactId))];
  const places = new Map((await findPlaces(work, ids)).map((one) => [one.id, one]));
  const model = new Map(
    (await store.marksOfModel(work, askedAs(row), ids))
      .filter((mark) => versions.includes(mark.standardVersion))
      .map((mark) => [[mark.contactId, mark.contactVersion, mark.standard].join(' '), mark.verdict]),
  );
  const both = agreed.filter((one) => model.has(keyOf(one)));
  const inUse = await readMarksBeside(
    work,
    both.map(({ contactId }) => contactId),
  );
  return {
    instructed,
    standards: standards.map((standard) => {
      const own = both.filter((one) => one.standard === standard.id);
      const found = (marker: 'cue' | 'model', machine: (one: AgreedMark) => Verdict): MachineAgreement | null =>
        machineAgreements(
          own.map((one) => besideOf(one, marker, machine(one), places.get(one.contactId))),
          usualRule,
        )[0] ?? null;
      return {
        standard: standard.id,
        title: titleOf(standard),
        kind: standard.kind,
        said: saidOf(counts.filter((one) => one.standard === standard.id)),
        model: found('model', (one) => model.get(keyOf(one))!),
        inUse: found(
          'cue',
          ({ contactId }) => inUse.said.get(`${contactId} ${standard.id}`)?.[0]?.verdict ?? 'not-applicable',
        ),
      };
    }),
  };
}

function keyOf({ contactId, contactVersion, standard }: AgreedMark): string {
  return [contactId, contactVersion, standard].join(' ');
}

function besideOf(
  { contactId, standard, verdict, probability }: AgreedMark,
  marker: Beside['marker'],
  machine: Verdict,
  place: Pick<Contact, 'personId'> | undefined,
): Beside {
  return { contact: contactId, standard, people: verdict, probability, rep: place?.personId ?? null, marker, machine };
}

function saidOf(counts: readonly { readonly verdict: Verdict; readonly marks: number }[]): Record<Verdict, number> {
  const said: Record<Verdict, number> = { met: 0, failed: 0, 'not-applicable': 0, unsure: 0 };
  for (const { verdict, marks } of counts) said[verdict] += marks;
  return said;
}
