// Reads the record as pages show it: a list in pages, and one row with what it was before and the versions beside it. Names are
// set beside ids for whoever may see the rows at all: whose record it is, is what they look for.
import type { Actor } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';
import { isDay } from '../../kernel/moment.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import { personNames, siteNames } from '../../people/names-of.use.ts';
import { mayRecord, maySeeKind } from '../../people/record.access.ts';
import type { Work } from '../../platform/db/work.ts';
import { titleOf } from '../../standards/title.core.ts';
import { tableOf } from '../by-hand/form.core.ts';
import {
  entryKinds,
  onlyWhenAsked,
  saysOf,
  standardsOf,
  type Cells,
  type EntryKind,
  type RecordEntry,
} from './entry.core.ts';
import {
  entriesAfter,
  entryAt,
  oldRowsOf,
  versionsAt,
  type EntriesAsked,
  type EntryAt,
  type OldRow,
} from './entries.store.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A row as a list shows it. */
export interface ListedEntry {
  readonly kind: EntryKind;
  readonly key: string;
  readonly says: string;
  readonly person: Named | null;
  readonly site: Named | null;
  readonly from: string | null;
  readonly to: string | null;
}

export interface Asked {
  readonly kind?: EntryKind;
  readonly site?: string;
  readonly person?: string;
  readonly words?: string;
  readonly day?: string;
}

/** At most this many words are looked for. */
const mostWords = 8;

/** A page of the record, one row more than `limit` where there are more. @throws Fault `day-malformed` */
export async function listEntries(
  work: Work,
  { kind, words = '', day, ...where }: Asked,
  after: EntryAt | null,
  limit: number,
): Promise<ListedEntry[]> {
  if (day !== undefined && !isDay(day))
    throw new Fault('day-malformed', 'malformed', 'Write the day as year-month-day, for example 2026-03-14.');
  const asked: EntriesAsked = {
    ...where,
    ...(day === undefined ? {} : { day }),
    kinds: kindsFor(work.actor, kind),
    words: words
      .toLowerCase()
      .split(/\s+/)
      .filter((one) => one !== '')
      .slice(0, mostWords),
  };
  const found = await entriesAfter(work, asked, after, limit + 1);
  const names = await namesFor(work, found);
  return found.map((one) => listed(one, names));
}

function kindsFor(actor: Actor, kind: EntryKind | undefined): EntryKind[] {
  const kinds = kind === undefined ? entryKinds.filter((one) => !onlyWhenAsked.includes(one)) : [kind];
  return kinds.filter((one) => maySeeKind(actor, one));
}

/** One row whole. */
export interface EntryTold extends ListedEntry {
  readonly entry: RecordEntry;
  /** Names of people and sites that its cells and its old rows name by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly standards: readonly string[];
  /** Other versions of the same document, the newest first; of documents alone. */
  readonly versions: readonly ListedEntry[];
  readonly before: readonly OldRow[];
  readonly mayCorrect: boolean;
  /** It was entered by hand here, and may be taken out again. */
  readonly mayTakeOut: boolean;
}

/** What rows that were entered by hand have in place of a file. */
export const byHandFile = 'entered by hand';

/** @throws Fault `record-row-missing` also where it is not theirs to see */
export async function readEntry(work: Work, kind: EntryKind, key: string): Promise<EntryTold> {
  const entry = maySeeKind(work.actor, kind) ? await entryAt(work, kind, key) : null;
  if (!entry)
    throw new Fault('record-row-missing', 'missing', 'No row of the record goes by this. Take one from its list.');
  const document = kind === 'policies' || kind === 'procedures';
  const versions = document ? await versionsAt(work, kind, String(entry.cells.id)) : [];
  const before = await oldRowsOf(work, kind, key);
  const standards = standardsOf(entry);
  const names = await namesFor(
    work,
    [entry, ...before.map((one) => ({ ...entry, cells: one.cells }))],
    standards.length > 0,
  );
  const may = work.actor.readsOnly !== true && mayRecord(work.actor, kind);
  return {
    ...listed(entry, names),
    entry: { ...entry, cells: inOrder(kind, entry.cells) },
    names: new Map([...names.people, ...names.sites, ...[...names.titles].filter(([id]) => standards.includes(id))]),
    standards,
    versions: versions.map((one) => listed(one, names)),
    before,
    mayCorrect: may,
    mayTakeOut: may && !document && entry.origin.file === byHandFile,
  };
}

/** Cells in the order of their columns, what a row is known by last. */
function inOrder(kind: EntryKind, cells: Cells): Cells {
  const names = Object.keys(tableOf(kind).columns).filter((name) => name !== 'id');
  return Object.fromEntries(
    [...names, 'id'].flatMap((name) => (cells[name] === undefined ? [] : [[name, cells[name]]])),
  );
}

interface Names {
  /** Of standards. */
  readonly titles: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
  readonly sites: ReadonlyMap<string, string>;
}

type Naming = Pick<RecordEntry, 'person' | 'site' | 'sites' | 'cells'>;

async function namesFor(work: Work, entries: readonly Naming[], standards = false): Promise<Names> {
  const cell = (one: Naming, name: string): string | null =>
    typeof one.cells[name] === 'string' ? one.cells[name] : null;
  const ids = standards || entries.some((one) => one.cells.standards !== undefined);
  return {
    titles: new Map(ids ? (await standardsInUse(work)).map((one) => [one.id, titleOf(one)]) : []),
    people: await personNames(
      work,
      entries.flatMap((one) => [one.person, cell(one, 'person'), cell(one, 'by'), cell(one, 'supervisor')]),
    ),
    sites: await siteNames(
      work,
      entries.flatMap((one) => [one.site, cell(one, 'site'), ...one.sites]),
    ),
  };
}

function listed(entry: RecordEntry, { people, sites, titles }: Names): ListedEntry {
  const { kind, key, person, site, from, to } = entry;
  return {
    kind,
    key,
    says: saysOf(entry, titles),
    person: person === null ? null : { id: person, name: people.get(person) ?? person },
    site: site === null ? null : { id: site, name: sites.get(site) ?? site },
    from,
    to,
  };
}
