// Planned contacts as the product sees them: spoken, written, read, redacted and marked; and what the marker says beside
// what was planned, standard by standard.
import { prepareContact } from '../../src/contacts/prepare-contact.core.ts';
import { readContacts } from '../../src/contacts/readers/read.ts';
import { spokenWords } from '../../src/people/organisation.core.ts';
import { contactFiles } from '../../src/simulate/contact-files.ts';
import { loadWording } from '../../src/simulate/dialogue/load-wording.ts';
import type { PlannedContact } from '../../src/simulate/planned.core.ts';
import type { Planned } from '../../src/simulate/planned-organisation.core.ts';
import { compilePacks } from '../../src/standards/engine/compile-packs.ts';
import type { CompiledPacks } from '../../src/standards/engine/compiled.core.ts';
import { keptPacks } from '../../src/standards/kept-standards.ts';
import { loadPacks } from '../../src/standards/packs.use.ts';
import { toldOf } from '../verdicts.ts';

/** What came of the standards that were planned one way. */
export interface Outcomes {
  planned: number;
  /** Marked as planned. */
  agreed: number;
  /** Marked the other way. */
  contrary: number;
  unsure: number;
  /** Not applicable, to the marker. */
  passedOver: number;
}

export interface MarkedPlans {
  readonly kept: ReadonlyMap<string, Outcomes>;
  readonly failed: ReadonlyMap<string, Outcomes>;
  /** Marks, met or failed, of planned standards in contacts that had no such plan. */
  readonly unplanned: ReadonlyMap<string, { met: number; failed: number }>;
  readonly contacts: number;
  readonly texts: readonly string[];
}

export async function markPlans(planned: Planned, contacts: readonly PlannedContact[]): Promise<MarkedPlans> {
  const known = new Set(planned.contacts.flatMap((one) => one.acts.map((act) => act.standard)));
  const kept = new Map<string, Outcomes>();
  const failed = new Map<string, Outcomes>();
  const unplanned = new Map<string, { met: number; failed: number }>();
  const texts: string[] = [];
  for await (const { plan, text, told } of markedContacts(planned, contacts)) {
    texts.push(text);
    for (const act of plan.acts)
      count(act.failed ? failed : kept, act.standard, told.get(act.standard)?.verdict, act.failed ? 'failed' : 'met');
    const acts = new Set(plan.acts.map((act) => act.standard));
    for (const [standard, { verdict }] of told)
      if (known.has(standard) && !acts.has(standard) && (verdict === 'met' || verdict === 'failed'))
        entry(unplanned, standard, () => ({ met: 0, failed: 0 }))[verdict] += 1;
  }
  return { kept, failed, unplanned, contacts: texts.length, texts };
}

export interface MarkedContact {
  readonly plan: PlannedContact;
  /** All that was said, as it was read. */
  readonly text: string;
  readonly told: ReturnType<typeof toldOf>;
}

/** Each contact spoken, written, read, redacted and marked. */
export async function* markedContacts(
  planned: Planned,
  contacts: readonly PlannedContact[],
): AsyncGenerator<MarkedContact> {
  const packs = await packsFor(planned);
  const plans = new Map(contacts.map((one) => [one.id, one]));
  for (const { path, text } of contactFiles(planned, loadWording(), contacts)) {
    const input = { name: path, bytes: onePiece(text), spoolDir: '/nonexistent' };
    for await (const item of readContacts(input)) {
      if (item.kind !== 'contact') continue;
      const plan = plans.get(item.draft.source.originalId);
      if (plan === undefined) throw new Error('A contact came back from the reader under another id.');
      const said = item.draft.turns.map((turn) => turn.text).join(' ');
      yield { plan, text: said, told: toldOf(packs, prepareContact(item.draft, key)) };
    }
  }
}

const key = new Uint8Array(32).fill(7);

async function packsFor({ organisation, records }: Planned): Promise<CompiledPacks> {
  return compilePacks(
    keptPacks(await loadPacks(), organisation.standards ?? []),
    spokenWords(organisation, records.sites),
  );
}

async function* onePiece(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

function count(
  into: Map<string, Outcomes>,
  standard: string,
  verdict: string | undefined,
  wanted: 'met' | 'failed',
): void {
  const outcomes = entry(into, standard, () => ({ planned: 0, agreed: 0, contrary: 0, unsure: 0, passedOver: 0 }));
  outcomes.planned += 1;
  if (verdict === wanted) outcomes.agreed += 1;
  else if (verdict === 'unsure') outcomes.unsure += 1;
  else if (verdict === 'met' || verdict === 'failed') outcomes.contrary += 1;
  else outcomes.passedOver += 1;
}

function entry<T>(map: Map<string, T>, name: string, make: () => T): T {
  let found = map.get(name);
  if (found === undefined) map.set(name, (found = make()));
  return found;
}
