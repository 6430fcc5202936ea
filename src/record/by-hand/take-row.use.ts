// One row of the record by hand: added, or corrected as it was seen. It is checked by what checks files, taken in by what takes
// files in, and told to the ledger; anything amiss refuses it whole.
import type { Reject } from '../../contacts/contact.core.ts';
import { factKeyHash } from '../../contacts/identity.core.ts';
import { importWorths } from '../../contacts/worth.use.ts';
import { importAcknowledgements } from '../../documents/documents.use.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Sourced } from '../../kernel/sourced.ts';
import { importApprovals, importObservations, importOutages, importTargets } from '../../management/management.use.ts';
import { importPeople } from '../../people/people-record.use.ts';
import { assertMayRecord } from '../../people/record.access.ts';
import type { AdverseRow } from '../../personnel/adverse/adverse-step.core.ts';
import { assertSecondApprover } from '../../personnel/adverse/adverse-steps.use.ts';
import { importAttempts } from '../../personnel/personnel.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { importPolicies } from '../../policies/policies.use.ts';
import { importDuties, importProcedures } from '../../procedures/procedures.use.ts';
import { importCertificates } from '../../training/training.use.ts';
import type { EntryKind } from '../entries/entry.core.ts';
import { entryAt } from '../entries/entries.store.ts';
import { byHandFile } from '../entries/entries.use.ts';
import { readOnRecord } from '../import-record.use.ts';
import { assertPublishedStands } from '../publish/published-stands.use.ts';
import { readRecord, type OnRecord, type RecordRows } from '../read-record.core.ts';
import { partsIn } from '../read/markdown-document.ts';
import type { Cell, RecordWarning } from '../record.core.ts';
import { tableOf } from './form.core.ts';

export interface RowByHand {
  readonly kind: EntryKind;
  /** By the columns' names in record files. */
  readonly cells: Readonly<Record<string, Cell>>;
  /** Clauses or steps, one after another; of documents alone. */
  readonly text?: string;
  /** The row that is corrected, as it was seen; absent for one that is new. */
  readonly replaces?: { readonly key: string; readonly digest: string };
}

export interface TakenByHand {
  readonly kind: EntryKind;
  readonly key: string;
  /** `same`: it stood so already. */
  readonly taken: 'added' | 'changed' | 'same';
  readonly warnings: readonly Pick<RecordWarning, 'field' | 'sentence'>[];
}

/**
 * @param standards ids of all that there are @param packs names of the packs they stand in
 * @throws Fault `record-import-forbidden`, `record-row-refused` with every field that is amiss, `record-row-there`,
 * `record-row-changed`, `record-row-key`, `document-published-here`, `second-approver-needed`
 */
export async function takeRowByHand(
  work: Work,
  { kind, cells, text = '', replaces }: RowByHand,
  standards: Iterable<string>,
  packs: Iterable<string>,
): Promise<TakenByHand> {
  assertMayRecord(work.actor, kind);
  const onRecord = await readOnRecord(work);
  const raw = { cells, ...(kind === 'policies' || kind === 'procedures' ? { parts: partsIn(text) } : {}) };
  // A field that was left empty is a column without a value, not a table without that column.
  const columns = [...new Set([...Object.keys(tableOf(kind).columns), ...Object.keys(cells)])];
  const table = { file: byHandFile, hint: kind, columns, rows: [raw] };
  const { rows, rejects, warnings } = readRecord([table], besides(onRecord, replaces?.key), standards, packs);
  if (rejects.length > 0) throw refused(rejects);
  const given = rowsOf(rows, kind)[0];
  if (!given) throw refused([{ file: byHandFile, expected: 'a row', remedy: 'Fill in the form.' }]);
  const key = keyOf(work, kind, given.row);
  await assertStands(work, kind, key, replaces);
  await assertPublishedStands(work, rows);
  if (kind === 'observations' || kind === 'attempts') await assertSecondApprover(work, kind, given.row as AdverseRow);
  const moved = replaces !== undefined && replaces.key !== key;
  const { added, changed } = await taker[kind](work, rows, moved);
  return {
    kind,
    key,
    taken: moved || changed > 0 ? 'changed' : added > 0 ? 'added' : 'same',
    warnings: warnings.map(({ field, sentence }) => ({ ...(field === undefined ? {} : { field }), sentence })),
  };
}

/** Posts are told apart by their first day, and only the one that is corrected here may be replaced under another. */
function besides(onRecord: OnRecord, correcting: string | undefined): OnRecord {
  return {
    ...onRecord,
    posts: onRecord.posts.map((one) => {
      const itself = [one.row.person, one.row.site, one.row.from].join('~') === correcting;
      return {
        ...one,
        from: { file: itself ? byHandFile : one.from.file === byHandFile ? 'what was entered by hand' : one.from.file },
      };
    }),
  };
}

async function assertStands(work: Work, kind: EntryKind, key: string, replaces: RowByHand['replaces']): Promise<void> {
  const there = await entryAt(work, kind, replaces?.key ?? key);
  if (replaces === undefined) {
    if (!there) return;
    throw new Fault(
      'record-row-there',
      'conflict',
      'The record has such a row already. Look at it, and correct it if it is wrong.',
      [{ pointer: '/key', detail: key }],
    );
  }
  if (there?.digest !== replaces.digest)
    throw new Fault(
      'record-row-changed',
      'conflict',
      'Somebody changed this row since you opened it. Look at it again, then correct it.',
    );
  if (key === replaces.key || kind === 'posts') return;
  throw new Fault(
    'record-row-key',
    'conflict',
    'What tells this row from others cannot be corrected in place. Take it out, and add the right one.',
  );
}

function refused(rejects: readonly Reject[]): Fault {
  return new Fault(
    'record-row-refused',
    'malformed',
    'The row can’t be right as it stands. Correct what is named, and keep it again.',
    rejects.map(({ field, expected, remedy }) => ({
      pointer: `/cells/${field ?? ''}`,
      detail: `Expected ${expected}. ${remedy}`,
    })),
  );
}

/** As the view record_entry writes it. */
function keyOf(work: Work, kind: EntryKind, row: unknown): string {
  if (kind === 'outcomes') return factKeyHash(work.key, (row as { contact: string }).contact);
  const key = tableOf(kind).key(row as never);
  if (kind !== 'acknowledgements') return key.join('~');
  const [person, of, document, version, on] = key;
  return [person, of, document, on, version].join('~');
}

/** The rows that a form gave: those of its own table. */
function rowsOf(rows: RecordRows, kind: EntryKind): readonly Sourced<unknown>[] {
  return rows[
    kind.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()) as keyof RecordRows
  ] as readonly Sourced<unknown>[];
}

type Taker = (
  work: Work,
  rows: RecordRows,
  moved: boolean,
) => Promise<{ readonly added: number; readonly changed: number }>;

const people: Taker = async (work, rows, moved) => {
  const taken = await importPeople(work, { ...rows, correctedPosts: moved ? rows.correctedPosts : [] });
  const all = Object.values(taken);
  return {
    added: all.reduce((sum, one) => sum + one.added, 0),
    changed: all.reduce((sum, one) => sum + one.changed, 0),
  };
};

/** The one way in of each table; it asks again who may. */
const taker: Readonly<Record<EntryKind, Taker>> = {
  people,
  posts: people,
  sites: people,
  'site-months': people,
  shifts: people,
  'authority-limits': people,
  policies: async (work, rows) => importPolicies(work, rows.policies),
  procedures: async (work, rows) => importProcedures(work, rows.procedures),
  duties: async (work, rows) => importDuties(work, rows.duties),
  acknowledgements: async (work, rows) => importAcknowledgements(work, rows.acknowledgements),
  certificates: async (work, rows) => importCertificates(work, rows.certificates),
  observations: async (work, rows) => importObservations(work, rows.observations),
  targets: async (work, rows) => importTargets(work, rows.targets),
  approvals: async (work, rows) => importApprovals(work, rows.approvals),
  outages: async (work, rows) => importOutages(work, rows.outages),
  attempts: async (work, rows) => importAttempts(work, rows.attempts),
  outcomes: async (work, rows) => importWorths(work, rows.outcomes),
};
