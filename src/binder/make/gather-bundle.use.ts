// Gathers what a judge's file is made of, in one transaction: rows with their proofs, the lines of the history that they need, words of
// contacts, names.
import { toldActors } from '../../auth/members/told-actors.use.ts';
import { findContacts } from '../../contacts/contacts.use.ts';
import { inclusionPath } from '../../kernel/merkle.ts';
import { base64Of } from '../../kernel/sha256.ts';
import { readOrganisation } from '../../people/people-record.use.ts';
import { personNames, siteNames } from '../../people/names-of.use.ts';
import type { MadeCheckpoint } from '../../platform/ledger/checkpoints.ts';
import { ownVerifierKey } from '../../platform/ledger/checkpoints.ts';
import type { LedgerLine } from '../../kernel/ledger-line.ts';
import { linesAbout, linesByNumber } from '../../platform/ledger/read-lines.ts';
import type { Work } from '../../platform/db/work.ts';
import { assertMayBind } from '../binder.access.ts';
import type { Bundle } from '../bundle.core.ts';
import { bundleFormat, type BundleLine, type BundleRecord, type BundleRow } from '../verify/bundle-format.core.ts';
import { pickRows } from './pick-rows.use.ts';
import { cellsOf, marksOf } from './row-words.core.ts';
import { vouchRows } from './vouch-rows.use.ts';

export interface Gathered {
  readonly record: BundleRecord;
  readonly names: ReadonlyMap<string, string>;
  readonly namesAsked: ReadonlyMap<string, string>;
  readonly standards: ReadonlySet<string> | null;
  readonly contacts: readonly string[];
  readonly key: string;
}

/** Lines of the history about the documents themselves, at most. */
const mostLines = 500;
/** Contacts whose words are looked up at once. */
const page = 200;

/** @throws Fault `binder-forbidden` and those of picking rows */
export async function gatherBundle(work: Work, bundle: Bundle, checkpoint: MadeCheckpoint): Promise<Gathered> {
  const { actor, now } = work;
  assertMayBind(actor);
  const { asked } = bundle;
  const { picked, nothing, names: namesAsked } = await pickRows(work, asked);
  const rows = await vouchRows(work, picked, checkpoint.size);
  const standards = asked.standard === undefined ? null : new Set([asked.standard]);
  const documents = rows.filter((row) => row.section === 'in-force');
  const subjects = documents.flatMap((row) => subjectsOf(row));
  const numbers = [...new Set(rows.flatMap((row) => (row.seal ? [row.seal.line] : [])))];
  const about = await linesAbout(work, subjects, mostLines);
  const lines = [...(await linesByNumber(work, numbers)), ...about]
    .filter((line) => line.seq <= checkpoint.size)
    .toSorted((one, other) => one.seq - other.seq);
  const told = [...new Map(lines.map((line) => [line.seq, line])).values()].map((line) => proved(line, checkpoint));
  const marked = rows.filter((row) => row.section === 'marked');
  const actors = await toldActors(work);
  const by = actors.get(actor.id);
  const organisation = await readOrganisation(work);
  const record: BundleRecord = {
    format: bundleFormat,
    organisation: { id: actor.orgId, name: organisation?.name ?? actor.orgId },
    asked: Object.fromEntries(
      Object.entries(asked).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
    made: { at: now, by: by?.name ?? by?.roles.join(', ') ?? 'a command on the server' },
    rows,
    lines: told,
    ...(await saidIn(work, marked, standards)),
    nothing,
  };
  return {
    record,
    names: await namesIn(work, record, actors),
    namesAsked,
    standards,
    contacts: marked.map((row) => String(cellsOf(row)['contact'])),
    key: ownVerifierKey(work),
  };
}

/** As lines of the history name a document's version. */
function subjectsOf(row: BundleRow): string[] {
  const kind = row.kind === 'policies' ? 'policy' : 'procedure';
  const id = `${String(cellsOf(row)['id'])}/${String(cellsOf(row)['version'])}`;
  return [id, `${kind}/${id}`];
}

function proved({ hash: _hash, ...line }: LedgerLine, { tree }: MadeCheckpoint): BundleLine {
  return { line, path: inclusionPath(tree, line.seq - 1).map(base64Of) };
}

/** When and where marked contacts were, and the words at the places that marks name. */
async function saidIn(
  work: Work,
  rows: readonly BundleRow[],
  standards: ReadonlySet<string> | null,
): Promise<Pick<BundleRecord, 'contacts' | 'quotes'>> {
  const quotes: { mark: string; words: string }[] = [];
  const known: BundleRecord['contacts'][number][] = [];
  for (let from = 0; from < rows.length; from += page) {
    const own = rows.slice(from, from + page);
    const contacts = new Map(
      (
        await findContacts(
          work,
          own.map((row) => String(cellsOf(row)['contact'])),
        )
      ).map((one) => [one.id, one]),
    );
    for (const { id, startedLocal, startedAt, siteId, personId } of contacts.values())
      known.push({ id, began: startedLocal ?? startedAt ?? '', site: siteId ?? '', person: personId ?? '' });
    for (const row of own) {
      const contact = contacts.get(String(cellsOf(row)['contact']));
      if (!contact || contact.version !== cellsOf(row)['version']) continue;
      for (const mark of marksOf(row, standards)) {
        const words = mark.evidence
          .map((one) => contact.turns[one.turn]?.text.slice(one.from, one.to) ?? '')
          .filter((one) => one !== '');
        if (words.length > 0) quotes.push({ mark: mark.id, words: words.join(' … ') });
      }
    }
  }
  return { contacts: known, quotes };
}

/** Names of everybody and everything that the rows name by id. */
async function namesIn(
  work: Work,
  { rows, contacts }: BundleRecord,
  actors: ReadonlyMap<string, { readonly name?: string; readonly roles: readonly string[] }>,
): Promise<ReadonlyMap<string, string>> {
  const ids = (names: readonly string[]): string[] => [
    ...new Set(
      rows.flatMap((row) => names.flatMap((name) => cellsOf(row)[name])).filter((id) => typeof id === 'string'),
    ),
  ];
  const people = [
    ...ids(['person', 'person_id', 'owner', 'supervisor', 'by', 'writer_person']),
    ...contacts.map((one) => one.person),
  ];
  const members = [...actors].map(([id, told]) => [id, told.name ?? told.roles.join(', ')] as const);
  return new Map([
    ...members,
    ...(await personNames(work, people)),
    ...(await siteNames(work, [...ids(['site', 'site_id', 'sites']), ...contacts.map((one) => one.site)])),
  ]);
}
