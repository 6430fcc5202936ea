// Stores what is read of one file batch by batch, each batch in its own transaction, so that a stop at any moment loses
// nothing: reading the same file again skips what is already there.
import type { Actor } from '../kernel/actor.ts';
import type { Store } from '../platform/db/open.ts';
import { addContacts, sortOutNew, type FactItem } from './add-contacts.use.ts';
import type { ContactDraft, Reject } from './contact.core.ts';
import { startPreparing } from './prepare-many.job.ts';
import { readContacts } from './readers/read.ts';
import type { ReadItem, ReadOptions, TableMapping } from './readers/read-item.ts';
import { nobodyKnown, SpeakersCounted } from './speakers-known.core.ts';

/** Contacts in one transaction: enough to make a commit cheap, few enough to lose little and to keep memory flat. */
const batchContacts = 100;
/** The same, for very long contacts: a batch is also closed after this many characters. */
const batchCharacters = 2_000_000;

export interface FileCounts {
  contacts: number;
  versions: number;
  alreadyHere: number;
  turns: number;
  characters: number;
  facts: number;
  rejects: number;
}

/** What an import says while it runs: how far it is, what it guessed or noticed, and in the end what came of the file. */
export type ImportLine =
  | { kind: 'progress'; file: string; counts: FileCounts; of?: number }
  | { kind: 'mapping'; file: string; mapping: TableMapping; howSure: number }
  | { kind: 'said'; file: string; sentence: string }
  | { kind: 'reject'; reject: Reject }
  | { kind: 'done'; file: string; counts: FileCounts };

interface Into {
  readonly importId: string;
  /** Of the file. */
  readonly name: string;
  /** Rejects that this import has written before this file. */
  readonly firstReject: number;
}

export interface FileToImport extends Into {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly spoolDir: string;
  readonly options: ReadOptions;
}

export interface ItemsToImport extends Into {
  readonly items: AsyncIterable<ReadItem> | Iterable<ReadItem>;
  /** How many contacts are among them, where that is known before. */
  readonly of?: number;
}

/** Import one file of contacts, whatever its format. Yields as importItems. */
export async function* importFile(
  store: Store,
  actor: Actor,
  { bytes, spoolDir, options, ...into }: FileToImport,
): AsyncGenerator<ImportLine> {
  yield* importItems(store, actor, { ...into, items: readContacts({ name: into.name, bytes, spoolDir }, options) });
}

/** Import what was read of a file. Yields lines; the last one is `done`. The next batch is read while the last one is prepared and stored. */
export async function* importItems(store: Store, actor: Actor, file: ItemsToImport): AsyncGenerator<ImportLine> {
  const counts: FileCounts = {
    contacts: 0,
    versions: 0,
    alreadyHere: 0,
    turns: 0,
    characters: 0,
    facts: 0,
    rejects: 0,
  };
  const preparing = startPreparing();
  const known = file.of === undefined ? {} : { of: file.of };
  let filling = new Filling();
  let rejectsWritten = file.firstReject;
  let storing: Promise<void> = Promise.resolve();
  let whole = false;
  const speakers = new SpeakersCounted();

  async function keep(full: Filling): Promise<void> {
    const { fresh, erased, key, ownNames } = await store.inWork(actor, async (work) => sortOutNew(work, full.drafts));
    const prepared = await preparing.prepare(
      fresh.map((one) => one.draft),
      key,
      ownNames,
    );
    speakers.add(...prepared.map((one, index) => nobodyKnown(fresh[index]!.draft, one.repCertainty)));
    const batch = {
      importId: file.importId,
      fresh: fresh.map((named, index) => ({ named, prepared: prepared[index]! })),
      facts: full.facts,
      rejects: [...full.rejects, ...erased],
      firstReject: rejectsWritten,
    };
    const added = await store.inWork(actor, async (work) => addContacts(work, batch));
    counts.contacts += added.contacts;
    counts.versions += added.versions;
    rejectsWritten += added.rejects;
    counts.alreadyHere += added.alreadyHere + full.drafts.length - fresh.length - erased.length;
    counts.facts += full.facts.length;
    counts.rejects += added.rejects;
    counts.characters += full.characters;
    for (const draft of full.drafts) counts.turns += draft.turns.length;
  }

  // Waits for the batch before, so that no more than two are ever in memory.
  async function close(): Promise<void> {
    await storing;
    storing = keep(filling);
    // Heard when it is next waited for; without this an early failure would end the process as unhandled.
    storing.catch(() => undefined);
    filling = new Filling();
  }

  try {
    for await (const item of file.items) {
      const line = lineOf(item);
      if (line) yield line;
      filling.add(item);
      if (!filling.full) continue;
      await close();
      yield { kind: 'progress', file: file.name, counts: { ...counts }, ...known };
    }
    await close();
    await storing;
    whole = true;
    const sentence = speakers.sentence();
    if (sentence !== null) yield { kind: 'said', file: file.name, sentence };
    yield { kind: 'done', file: file.name, counts };
  } finally {
    await storing.catch(() => undefined);
    await preparing.close(whole);
  }
}

/** A batch as it fills. */
class Filling {
  readonly drafts: ContactDraft[] = [];
  readonly facts: FactItem[] = [];
  readonly rejects: Reject[] = [];
  characters = 0;

  add(item: ReadItem): void {
    if (item.kind === 'contact') {
      this.drafts.push(item.draft);
      for (const turn of item.draft.turns) this.characters += turn.text.length;
    } else if (item.kind === 'facts')
      this.facts.push({ key: item.key, facts: item.facts, file: item.file, row: item.row });
    else if (item.kind === 'reject') this.rejects.push(item.reject);
  }

  get full(): boolean {
    return (
      this.drafts.length >= batchContacts ||
      this.characters >= batchCharacters ||
      this.facts.length >= 1000 ||
      this.rejects.length >= 1000
    );
  }
}

// What was guessed or noticed is told of the file inside the folder or archive, not of the whole.
function lineOf(item: ReadItem): ImportLine | null {
  if (item.kind === 'mapping')
    return { kind: 'mapping', file: item.file, mapping: item.mapping, howSure: item.howSure };
  if (item.kind === 'said') return { kind: 'said', file: item.file, sentence: item.sentence };
  if (item.kind === 'reject') return { kind: 'reject', reject: item.reject };
  return null;
}
