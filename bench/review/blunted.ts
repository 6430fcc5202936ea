// Packs with cues made blunt on purpose, contacts spoken by the simulator, and what was planned in them: what the learned marker is
// measured on. The wording is written without sight of the cues.
import { prepareContact } from '../../src/contacts/prepare-contact.core.ts';
import { readContacts } from '../../src/contacts/readers/read.ts';
import { type HeardAll, hear } from '../../src/marking/learned/heard-contact.ts';
import type { MarkedByPeople } from '../../src/learning/markers/marker-examples.core.ts';
import { spokenWords } from '../../src/people/organisation.core.ts';
import { contactFiles } from '../../src/simulate/contact-files.ts';
import { loadWording } from '../../src/simulate/dialogue/load-wording.ts';
import type { PlannedContact } from '../../src/simulate/planned.core.ts';
import type { Planned } from '../../src/simulate/planned-organisation.core.ts';
import { compilePacks } from '../../src/standards/engine/compile-packs.ts';
import { everyCondition } from '../../src/standards/engine/link.ts';
import { only } from '../../src/standards/kept-standards.ts';
import type { Pack } from '../../src/standards/pack.core.ts';
import { loadPacks } from '../../src/standards/packs.use.ts';
import type { Verdict } from '../../src/standards/standard.core.ts';
import { Chance } from '../chance.ts';

const key = new Uint8Array(32).fill(7);

/** A share of the phrases of every cue that the standards name, taken out; one at least stays. */
export function blunted(packs: readonly Pack[], standards: readonly string[], share: number, seed: number): Pack[] {
  const named = new Set<string>();
  for (const pack of packs)
    for (const one of pack.standards.filter(({ id }) => standards.includes(id)))
      for (const condition of [one.metWhen, one.failedWhen, one.doneWhen])
        if (condition)
          for (const { core } of everyCondition(condition))
            if (core.kind === 'says') for (const { name } of core.cues) named.add(name);
  const chance = new Chance(seed);
  return packs.map((pack) => ({
    ...pack,
    cues: new Map(
      [...pack.cues].map(([name, cue]) => {
        if (!named.has(name) && !named.has(`${pack.name}/${name}`)) return [name, cue] as const;
        const left = cue.phrases.filter(() => chance.unit() >= share);
        return [name, { ...cue, phrases: left.length > 0 ? left : cue.phrases.slice(0, 1) }] as const;
      }),
    ),
  }));
}

export interface PlannedAndHeard {
  readonly plan: PlannedContact;
  readonly heard: HeardAll;
}

/** Each contact spoken, read, redacted and heard by the packs. */
export async function heardPlans(
  planned: Planned,
  contacts: readonly PlannedContact[],
  packs: readonly Pack[],
): Promise<PlannedAndHeard[]> {
  const compiled = compilePacks([...packs], spokenWords(planned.organisation, planned.records.sites));
  const plans = new Map(contacts.map((one) => [one.id, one]));
  const heard: PlannedAndHeard[] = [];
  for (const { path, text } of contactFiles(planned, loadWording(), contacts)) {
    const input = { name: path, bytes: onePiece(text), spoolDir: '/nonexistent' };
    for await (const item of readContacts(input)) {
      if (item.kind !== 'contact') continue;
      const plan = plans.get(item.draft.source.originalId);
      if (plan) heard.push({ plan, heard: hear(compiled, prepareContact(item.draft, key)) });
    }
  }
  return heard.toSorted((a, b) => a.plan.number - b.plan.number);
}

/** What people who never err would say of a standard in a contact; null where the marker can't look at it. */
export function asMarked({ plan, heard }: PlannedAndHeard, standard: string): MarkedByPeople | null {
  const own = heard.of(standard);
  if (own === null) return null;
  const act = plan.acts.find((one) => one.standard === standard);
  const verdict: Verdict = act ? (act.failed ? 'failed' : 'met') : 'not-applicable';
  return { heard: own, verdict, person: plan.person, site: plan.site };
}

/** The sets that come with it, of these standards alone. */
export async function shippedOnly(standards: readonly string[]): Promise<readonly Pack[]> {
  return only(await loadPacks(), standards);
}

async function* onePiece(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
