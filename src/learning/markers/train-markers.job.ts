// Learning markers from people's marks: for each standard heard, shown, tested and kept in a thread of its own, with lines of
// progress. Whatever it learned is kept with its card; whether it may stand is told by the card.
import type { Actor } from '../../kernel/actor.ts';
import { countOf } from '../../kernel/counts.ts';
import type { Contact } from '../../contacts/contact.core.ts';
import { findContacts } from '../../contacts/contacts.use.ts';
import { readServedIn } from '../../marking/learned/labels.use.ts';
import { readOrganisation, readSpokenWords } from '../../people/people-record.use.ts';
import { type Crew, startCrew } from '../../platform/crew.ts';
import type { Store } from '../../platform/db/open.ts';
import { compiledBytes } from '../../standards/kept-compiled.ts';
import { keptPacks } from '../../standards/kept-standards.ts';
import { loadPacks } from '../../standards/packs.use.ts';
import type { Standard, Verdict } from '../../standards/standard.core.ts';
import { listStandards } from '../../standards/standards.use.ts';
import { titleOf } from '../../standards/title.core.ts';
import { verdictWord } from '../../standards/verdict-words.core.ts';
import { isEnough, leastReviews } from './enough.core.ts';
import { leastPersons } from './known-columns.core.ts';
import { type MarkerLabel, readLabels } from './marker-labels.use.ts';
import type { Invariance, MarkerCard } from './marker-card.core.ts';
import { keepMarker, mayTrainNow, standardsToTrain } from './markers.use.ts';
import type { Labelled, LearnedMarker, MarkerResult, MarkerTask, Taught, Tested, WasHeard } from './marker.worker.ts';
import type { Evidenced } from './looks.core.ts';

export interface TrainAsked {
  /** Those alone; where left out, all that people marked. */
  readonly standards?: readonly string[];
  /** Only those that are due by their rules. */
  readonly due?: boolean;
  readonly ownPacks: string;
}

export type MarkerTrainingLine =
  | {
      readonly kind: 'progress';
      readonly standard: string;
      readonly title: string;
      readonly step: 'hearing' | 'testing' | 'swapping';
      readonly done: number;
      readonly of: number;
    }
  | { readonly kind: 'too-few'; readonly standard: string; readonly title: string; readonly detail: string }
  | {
      readonly kind: 'trained';
      readonly standard: string;
      readonly title: string;
      readonly marker: string;
      readonly card: MarkerCard;
      readonly whyNot: readonly string[];
      /** It was set to come in by itself, and did. */
      readonly promoted: boolean;
    };

const atOnce = 50;
/** Contacts in which people are swapped: an even share of those that people marked. */
const mostSwapped = 200;

/** @throws Fault `marker-training-forbidden`, `chosen-standard-unknown`, `marker-standard-unknown` */
export async function* trainMarkers(store: Store, actor: Actor, asked: TrainAsked): AsyncGenerator<MarkerTrainingLine> {
  const { words, kept } = await store.inWork(actor, async (work) => {
    mayTrainNow(work);
    return { words: await readSpokenWords(work), kept: (await readOrganisation(work))?.standards ?? [] };
  });
  const packs = keptPacks(await loadPacks(asked.ownPacks), kept);
  const standards = await store.inWork(actor, async (work) => standardsToTrain(work, listStandards(packs), asked));
  let compiled: SharedArrayBuffer | null = null;
  for (const standard of standards) {
    const labels = (await store.inWork(actor, async (work) => readLabels(work, [standard]))).get(standard.id) ?? [];
    const about = { standard: standard.id, title: titleOf(standard) };
    if (labels.length < leastReviews.all) {
      yield {
        kind: 'too-few',
        ...about,
        detail: tooFew(
          standard,
          `There ${labels.length === 1 ? 'is' : 'are'} ${countOf(labels.length, 'mark')} by people`,
        ),
      };
      continue;
    }
    compiled ??= compiledBytes(packs, words);
    yield* trainOne(store, actor, { standard, labels, compiled });
  }
}

async function* trainOne(
  store: Store,
  actor: Actor,
  { standard, labels, compiled }: { standard: Standard; labels: readonly MarkerLabel[]; compiled: SharedArrayBuffer },
): AsyncGenerator<MarkerTrainingLine> {
  const about = { standard: standard.id, title: titleOf(standard) };
  const step = (name: 'hearing' | 'testing' | 'swapping', done: number, of: number): MarkerTrainingLine => ({
    kind: 'progress',
    ...about,
    step: name,
    done,
    of,
  });
  const crew: Crew<MarkerTask, MarkerResult> = startCrew(
    new URL('./marker.worker.ts', import.meta.url),
    { compiled, standard: standard.id },
    1,
  );
  try {
    const every = Math.max(1, Math.ceil(labels.length / mostSwapped));
    const toSwap: Contact[] = [];
    let pastMarks = 0;
    /** The contacts that teach, in the order in which they are heard. */
    const taught: string[] = [];
    for (let from = 0; from < labels.length; from += atOnce) {
      const some = await labelled(store, actor, labels.slice(from, from + atOnce));
      const heard = (await crew.run({ do: 'hear', some })) as WasHeard;
      taught.push(...some.filter((_, at) => heard[at]).map((one) => one.contact.id));
      pastMarks += labels.slice(from, from + atOnce).filter((one) => one.past).length;
      for (const [at, { contact }] of some.entries()) if ((from + at) % every === 0) toSwap.push(contact);
      yield step('hearing', Math.min(labels.length, from + atOnce), labels.length);
    }
    const { counted, sites } = (await crew.run({ do: 'count' })) as Taught;
    if (!isEnough(counted)) {
      yield {
        kind: 'too-few',
        ...about,
        detail: tooFew(
          standard,
          `Of contacts that can be heard there ${counted.reviews === 1 ? 'is' : 'are'} ${countOf(counted.reviews, 'mark')} by people, ${counted.met} of them ${said(standard, 'met')} and ${counted.failed} ${said(standard, 'failed')}, and those whom they mark are ${countOf(counted.persons, 'person', 'people')}`,
        ),
      };
      return;
    }
    const evidence = (await crew.run({ do: 'evidence' })) as Evidenced;
    yield step('testing', 1, 2);
    const { figures, unheard } = (await crew.run({ do: 'test' })) as Tested;
    yield step('testing', 2, 2);
    const { weights, ...learned } = (await crew.run({ do: 'learn' })) as LearnedMarker;
    let invariance: Invariance = { pairs: 0, flips: 0, swaps: [] };
    for (let from = 0; from < toSwap.length; from += atOnce) {
      const part = (await crew.run({ do: 'swap', contacts: toSwap.slice(from, from + atOnce) })) as Invariance;
      invariance = together(invariance, part);
      yield step('swapping', Math.min(toSwap.length, from + atOnce), toSwap.length);
    }
    const card: MarkerCard = { taughtBy: { ...counted, sites, pastMarks }, figures, evidence, invariance, ...learned };
    const result = await store.inWork(actor, async (work) =>
      keepMarker(
        work,
        standard,
        { weights, card },
        taught.map((contact, at) => ({ contact, verdict: unheard[at]! })),
      ),
    );
    yield { kind: 'trained', ...about, card, ...result };
  } finally {
    await crew.close();
  }
}

// In the order of the labels; of nobody known, each contact is of a person of its own.
async function labelled(store: Store, actor: Actor, labels: readonly MarkerLabel[]): Promise<Labelled[]> {
  const ids = labels.map((one) => one.contact);
  const { contacts, served } = await store.inWork(actor, async (work) => ({
    contacts: new Map((await findContacts(work, ids)).map((one) => [one.id, one])),
    served: await readServedIn(work, ids),
  }));
  return labels.flatMap(({ contact: id, verdict }) => {
    const contact = contacts.get(id);
    const who = served.get(id);
    return contact ? [{ contact, verdict, person: who?.person ?? `of ${id}`, site: who?.site ?? 'unknown' }] : [];
  });
}

function together(one: Invariance, other: Invariance): Invariance {
  return {
    pairs: one.pairs + other.pairs,
    flips: one.flips + other.flips,
    swaps: other.swaps.map((swap, at) => ({
      what: swap.what,
      pairs: swap.pairs + (one.swaps[at]?.pairs ?? 0),
      flips: swap.flips + (one.swaps[at]?.flips ?? 0),
    })),
  };
}

function tooFew(standard: Standard, there: string): string {
  return `${there}; to learn takes ${leastReviews.all}, at least ${leastReviews.each} each of ${said(standard, 'met')} and ${said(standard, 'failed')} among them, of contacts by at least ${leastPersons} people.`;
}

function said({ kind }: Standard, verdict: Verdict): string {
  return `“${verdictWord(verdict, kind).toLowerCase()}”`;
}
