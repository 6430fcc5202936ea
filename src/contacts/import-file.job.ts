// Reads one file of contacts from a stream and stores it batch by batch, each batch in its own transaction, so that a
// stop at any moment loses nothing: reading the same file again skips what is already there.
import type { Actor } from '../kernel/actor.ts';
import type { Store } from '../platform/db/open.ts';
import { addContacts, type FactItem } from './add-contacts.use.ts';
import type { ContactDraft, Reject } from './contact.core.ts';
import { readContacts } from './readers/read.ts';
import type { ReadItem, ReadOptions, TableMapping } from './readers/read-item.ts';

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
  | { kind: 'progress'; file: string; counts: FileCounts }
  | { kind: 'mapping'; file: string; mapping: TableMapping; howSure: number }
  | { kind: 'said'; file: string; sentence: string }
  | { kind: 'reject'; reject: Reject }
  | { kind: 'done'; file: string; counts: FileCounts };

export interface FileToImport {
  readonly importId: string;
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly spoolDir: string;
  readonly options: ReadOptions;
  /** Rejects that this import has written before this file. */
  readonly firstReject: number;
}

/** Import one file. Yields lines; the last one is `done`. */
export async function* importFile(store: Store, actor: Actor, file: FileToImport): AsyncGenerator<ImportLine> {
  const counts: FileCounts = {
    contacts: 0,
    versions: 0,
    alreadyHere: 0,
    turns: 0,
    characters: 0,
    facts: 0,
    rejects: 0,
  };
  let drafts: ContactDraft[] = [];
  let facts: FactItem[] = [];
  let rejects: Reject[] = [];
  let characters = 0;

  async function flush(): Promise<void> {
    const batch = { importId: file.importId, drafts, facts, rejects, firstReject: file.firstReject + counts.rejects };
    const added = await store.inWork(actor, (work) => addContacts(work, batch));
    counts.contacts += added.contacts;
    counts.versions += added.versions;
    counts.alreadyHere += added.alreadyHere;
    counts.facts += facts.length;
    counts.rejects += rejects.length;
    counts.characters += characters;
    for (const draft of drafts) counts.turns += draft.turns.length;
    drafts = [];
    facts = [];
    rejects = [];
    characters = 0;
  }

  for await (const item of readContacts(
    { name: file.name, bytes: file.bytes, spoolDir: file.spoolDir },
    file.options,
  )) {
    const line = lineOf(item);
    if (line) yield line;
    if (item.kind === 'contact') {
      drafts.push(item.draft);
      for (const turn of item.draft.turns) characters += turn.text.length;
    } else if (item.kind === 'facts') facts.push({ key: item.key, facts: item.facts, file: item.file, row: item.row });
    else if (item.kind === 'reject') rejects.push(item.reject);
    if (
      drafts.length >= batchContacts ||
      characters >= batchCharacters ||
      facts.length >= 1000 ||
      rejects.length >= 1000
    ) {
      await flush();
      yield { kind: 'progress', file: file.name, counts: { ...counts } };
    }
  }
  if (drafts.length + facts.length + rejects.length > 0) await flush();
  yield { kind: 'done', file: file.name, counts };
}

// What was guessed or noticed is told of the file inside the folder or archive, not of the whole.
function lineOf(item: ReadItem): ImportLine | null {
  if (item.kind === 'mapping')
    return { kind: 'mapping', file: item.file, mapping: item.mapping, howSure: item.howSure };
  if (item.kind === 'said') return { kind: 'said', file: item.file, sentence: item.sentence };
  if (item.kind === 'reject') return { kind: 'reject', reject: item.reject };
  return null;
}
