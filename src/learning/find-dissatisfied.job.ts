// The turns of stored contacts in which the customer is likely dissatisfied, by the model in use. By contact and site, never by
// rep: it says where to listen, not who failed.
import type { Actor } from '../kernel/actor.ts';
import type { Contact } from '../contacts/contact.core.ts';
import { readContacts } from '../contacts/contacts.use.ts';
import type { Store } from '../platform/db/open.ts';
import { readSpokenWords } from '../people/people-record.use.ts';
import { compiledLast } from '../standards/compiled-last.ts';
import type { CompiledPacks } from '../standards/engine/compiled.core.ts';
import { repFloor } from '../standards/encounter.core.ts';
import { loadPacks } from '../standards/packs.use.ts';
import type { Learned } from './cross-validation.core.ts';
import { cuesOfTurns } from './cue-events.ts';
import { modelInUse } from './learned-model.use.ts';
import { fromDocument, type ModelDocument } from './model-file.core.ts';
import { Judge } from './ordered-model.core.ts';
import { dissatisfiedBelow } from './satisfaction.core.ts';
import { SparseRowsBuilder } from './sparse-rows.core.ts';
import { columnCount, TurnFeatures } from './turn-features.core.ts';

export interface DissatisfiedTurn {
  readonly contact: string;
  /** Index into the contact's turns. */
  readonly turn: number;
  /** How likely people would rate the turn dissatisfied, 0 to 1. */
  readonly likelihood: number;
  readonly quote: string;
  /** What the rep said before it, where the rep had said anything: a bare "no" says little. */
  readonly before?: string;
  readonly site?: string;
  /** Day of the contact, `YYYY-MM-DD`, where it is known. */
  readonly day?: string;
  readonly channel: Contact['channel'];
  readonly file: string;
}

export type FindingLine =
  | { readonly kind: 'progress'; readonly contacts: number }
  | ({ readonly kind: 'turn' } & DissatisfiedTurn)
  | {
      readonly kind: 'done';
      readonly contacts: number;
      readonly turns: number;
      /** Contacts of which it isn't known who the customer is. */
      readonly leftOut: number;
      readonly model: Pick<ModelDocument, 'madeAt' | 'trainedOn' | 'figures'> & { readonly id: string };
    };

const contactsAtOnce = 200;

/** Progress, then the turns, most likely first, then what was looked at. @throws Fault `dissatisfied-forbidden`, `nothing-learned` */
export async function* findDissatisfied(store: Store, actor: Actor, ownPacks: string): AsyncGenerator<FindingLine> {
  const { id, document, words } = await store.inWork(actor, async (work) => ({
    ...(await modelInUse(work)),
    words: await readSpokenWords(work),
  }));
  const finder = new Finder(fromDocument(document), compiledLast(await loadPacks(ownPacks), words));
  const found: DissatisfiedTurn[] = [];
  const seen = { contacts: 0, turns: 0, leftOut: 0 };
  for (let after = ''; ;) {
    const contacts = await store.inWork(actor, async (work) => readContacts(work, after, contactsAtOnce));
    const known = contacts.filter((contact) => contact.repCertainty >= repFloor);
    const { looked, dissatisfied } = finder.find(known);
    seen.contacts += known.length;
    seen.leftOut += contacts.length - known.length;
    seen.turns += looked;
    found.push(...dissatisfied);
    if (contacts.length < contactsAtOnce) break;
    after = contacts.at(-1)!.id;
    yield { kind: 'progress', contacts: seen.contacts };
  }
  found.sort((a, b) => b.likelihood - a.likelihood || a.contact.localeCompare(b.contact) || a.turn - b.turn);
  for (const turn of found) yield { kind: 'turn', ...turn };
  const { madeAt, trainedOn, figures } = document;
  yield { kind: 'done', ...seen, model: { id, madeAt, trainedOn, figures } };
}

class Finder {
  private readonly judge: Judge;
  private readonly packs: CompiledPacks;
  private readonly boundaries: number;
  private readonly boundary: number;
  private readonly cut: number;

  constructor({ boundaries, cuts }: Learned, packs: CompiledPacks) {
    this.judge = new Judge(boundaries, columnCount);
    this.packs = packs;
    this.boundaries = boundaries.each.length;
    this.boundary = boundaries.each.findIndex((one) => one.at === dissatisfiedBelow);
    this.cut = cuts.at[this.boundary]!;
  }

  find(contacts: readonly Contact[]): { looked: number; dissatisfied: DissatisfiedTurn[] } {
    const rows = new SparseRowsBuilder();
    const features = new TurnFeatures(rows);
    const looked = contacts.flatMap((contact) =>
      features
        .add({ turns: contact.turns, cues: cuesOfTurns(this.packs, contact.turns) })
        .map((turn) => ({ contact, turn })),
    );
    const chances = this.judge.chances(rows.build());
    const dissatisfied = looked.flatMap(({ contact, turn }, row) => {
      const likelihood = chances[row * this.boundaries + this.boundary]!;
      return likelihood >= this.cut ? [told(contact, turn, likelihood)] : [];
    });
    return { looked: looked.length, dissatisfied };
  }
}

function told(contact: Contact, turn: number, likelihood: number): DissatisfiedTurn {
  const before = contact.turns.slice(0, turn).findLast((one) => one.speaker === 'rep')?.text;
  const day = (contact.startedLocal ?? contact.startedAt)?.slice(0, 10);
  return {
    contact: contact.id,
    turn,
    likelihood: Math.round(likelihood * 1000) / 1000,
    quote: contact.turns[turn]!.text,
    ...(before === undefined ? {} : { before }),
    ...(contact.siteId === undefined ? {} : { site: contact.siteId }),
    ...(day === undefined ? {} : { day }),
    channel: contact.channel,
    file: contact.source.file,
  };
}
