// How a file would be read, before it is: its tables with their first rows and what each column is taken for, the first
// contacts as they would be kept, and what would be refused. Nothing is stored, and only its beginning is read.
import type { Contact, ContactDraft, Reject } from './contact.core.ts';
import { prepareContact, redactReject } from './prepare-contact.core.ts';
import { ChannelGuesses } from './readers/channel-guess.ts';
import { readContacts } from './readers/read.ts';
import type { ReadItem, ReadOptions, TableMapping } from './readers/read-item.ts';
import { nobodyKnown, SpeakersCounted } from './speakers-known.core.ts';
import { whoIsRep } from './who-is-rep.core.ts';

export interface PreviewedTable {
  readonly file: string;
  readonly headers: string[];
  readonly rows: string[][];
  /** Null where nothing in it was recognised. */
  mapping: TableMapping | null;
  howSure: number;
}

/** A contact as it would be kept: redacted. */
export type PreviewedContact = Pick<Contact, 'channel' | 'turns' | 'answers' | 'repFrom'> & {
  readonly site?: string;
  readonly startedAt?: string;
  readonly outcome?: string;
};

export interface FilePreview {
  tables: PreviewedTable[];
  contacts: PreviewedContact[];
  counts: { contacts: number; facts: number; rejects: number };
  rejects: Reject[];
  said: string[];
  /** There is more in the file than was read. */
  more: boolean;
}

export interface FileToPreview {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly spoolDir: string;
  readonly options: ReadOptions;
  /** Of the organisation: what is hidden in the words shown is numbered by it. */
  readonly key: Uint8Array;
  /** The bytes are only the first of the file: what is cut off at their end is nobody's mistake. */
  readonly cut: boolean;
}

const shownRows = 5;
const shownContacts = 3;
const shownTurns = 12;
const shownRejects = 50;
const cellLength = 200;
/** Enough to know how the rest will be read. */
const enough = 500;

/** Reads the beginning of one file. */
export async function previewFile({ name, bytes, spoolDir, options, key, cut }: FileToPreview): Promise<FilePreview> {
  const seen: FilePreview = {
    tables: [],
    contacts: [],
    counts: { contacts: 0, facts: 0, rejects: 0 },
    rejects: [],
    said: [],
    more: cut,
  };
  const rejects: Reject[] = [];
  const guesses = new ChannelGuesses();
  const speakers = new SpeakersCounted();
  for await (const item of readContacts({ name, bytes, spoolDir, guesses }, { ...options, firstRows: shownRows })) {
    if (item.kind === 'reject') rejects.push(item.reject);
    else take(seen, item, key);
    if (item.kind === 'contact')
      speakers.add(nobodyKnown(item.draft, whoIsRep(item.draft, item.draft.facts.repLabel).howSure));
    if (seen.counts.contacts + seen.counts.facts + rejects.length >= enough) {
      seen.more = true;
      // The reader tells it itself where it comes to the end.
      const sentence = guesses.sentence();
      if (sentence !== null) seen.said.push(sentence);
      break;
    }
  }
  const sentence = speakers.sentence();
  if (sentence !== null) seen.said.push(sentence);
  const told = cut ? toldOfBeginning(rejects, seen.counts.contacts + seen.counts.facts > 0) : rejects;
  seen.counts.rejects = told.length;
  seen.rejects = told.slice(0, shownRejects).map((one) => redactReject(one, key));
  return seen;
}

// What breaks at the end of the beginning is the cut's doing. What a file is, a photo or a PDF, is told by its first bytes.
function toldOfBeginning(rejects: readonly Reject[], anything: boolean): Reject[] {
  const furthest = Math.max(...rejects.map((one) => one.row ?? 0));
  return rejects.filter((one) => (one.row === undefined ? !anything : one.row < furthest));
}

function take(seen: FilePreview, item: ReadItem, key: Uint8Array): void {
  if (item.kind === 'table') {
    const rows = item.rows.map((row) => row.map((cell) => cell.slice(0, cellLength)));
    seen.tables.push({ file: item.file, headers: [...item.headers], rows, mapping: null, howSure: 0 });
  } else if (item.kind === 'mapping') {
    const table = seen.tables.find((one) => one.file === item.file && one.mapping === null);
    if (table) Object.assign(table, { mapping: item.mapping, howSure: item.howSure });
  } else if (item.kind === 'contact') {
    seen.counts.contacts += 1;
    if (seen.contacts.length < shownContacts) seen.contacts.push(shown(item.draft, key));
  } else if (item.kind === 'facts') seen.counts.facts += 1;
  else if (item.kind === 'said' && seen.said.length < shownRejects) seen.said.push(item.sentence);
}

function shown(draft: ContactDraft, key: Uint8Array): PreviewedContact {
  const { channel, turns, answers, repFrom, siteId, startedAt, outcome } = prepareContact(draft, key);
  return {
    channel,
    turns: turns.slice(0, shownTurns),
    answers,
    repFrom,
    ...(siteId === undefined ? {} : { site: siteId }),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(outcome === undefined ? {} : { outcome }),
  };
}
