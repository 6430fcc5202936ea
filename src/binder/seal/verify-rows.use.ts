// Checks every row that the ledger vouches for against what was sealed, and every row that it doesn't against the lines since: a
// changed, removed or back-dated row is named, with what is wrong with it.
import { digestOf, type LedgerLine } from '../../platform/ledger/event.core.ts';
import { everyLine } from '../../platform/ledger/read-lines.ts';
import type { Work } from '../../platform/db/work.ts';
import { contentKinds, everyContent, inOneZone, type ContentKind, type ContentRow } from './content-sources.store.ts';
import { linesWithSeals, sealsOfKind, type SealedRow } from './sealed-row.store.ts';
import { moreWait, quickContentHash, rootOfHashes, rowsSealed, saltOf } from './seal-rows.use.ts';
import { isTold, letterOf, noteLetters, untoldEvents, type SealingLine, type Told } from './told-by-history.core.ts';
import { erasedOf, oldContents } from './verify-rows.store.ts';

export type RowFlaw = 'changed' | 'missing' | 'back-dated' | 'seals-changed';

export interface RowWrong {
  readonly flaw: RowFlaw;
  readonly kind: string;
  readonly key: string;
  readonly sentence: string;
}

export interface RowsReport {
  /** Rows that a line vouches for. */
  readonly rows: number;
  readonly wrong: readonly RowWrong[];
}

const mostWrong = 50;
/** Kinds of which nothing keeps what a row said before. */
const unkeptKinds: ReadonlySet<string> = new Set([
  'clause-reasons',
  'clause-links',
  'reader-notes',
  'letters',
  'letter-citations',
  'letter-events',
]);

/** Whoever calls has asked who may. */
export async function verifyRows(work: Work): Promise<RowsReport> {
  const { tx, actor } = work;
  await inOneZone(tx);
  const told = await linesOf(work);
  const wrong: RowWrong[] = [];
  const hashes = new Map<number, string[]>();
  let rows = 0;
  for (const kind of contentKinds) {
    const seals = await sealsOfKind(tx, actor.orgId, kind);
    for (const { seq, place, hash } of seals) {
      if (!hashes.has(seq)) hashes.set(seq, []);
      hashes.get(seq)![place] = hash;
    }
    rows += seals.length;
    await checkKind(work, kind, seals, told, (one) => {
      if (wrong.length < mostWrong) wrong.push(one);
    });
  }
  wrong.push(...checkSeals(told, hashes, await linesWithSeals(tx, actor.orgId)).slice(0, mostWrong));
  return { rows, wrong };
}

/** Each sealing line's root must be that of the hashes that are kept for it. */
function checkSeals(told: Told, hashes: ReadonlyMap<number, readonly string[]>, kept: readonly number[]): RowWrong[] {
  const wrong: RowWrong[] = [];
  for (const [seq, { root, rows }] of told.seals) {
    const own = hashes.get(seq) ?? [];
    const whole = own.length === rows && own.filter((hash) => hash !== undefined).length === rows;
    if (whole && rootOfHashes(own) === root) continue;
    wrong.push(
      sealWrong(
        seq,
        `What line ${seq} of the history sealed was changed: ${rows} rows were sealed there, and their list is not that list any more.`,
      ),
    );
  }
  for (const seq of kept)
    if (!told.seals.has(seq))
      wrong.push(sealWrong(seq, `There are seals of line ${seq} of the history, which sealed nothing.`));
  return wrong;
}

const sealWrong = (seq: number, sentence: string): RowWrong => ({
  flaw: 'seals-changed',
  kind: 'seals',
  key: String(seq),
  sentence,
});

async function checkKind(
  work: Work,
  kind: ContentKind,
  seals: readonly SealedRow[],
  told: Told,
  found: (wrong: RowWrong) => void,
): Promise<void> {
  const { tx, actor, key: secret } = work;
  const latest = new Map<string, SealedRow>();
  const earlier: SealedRow[] = [];
  for (const seal of seals) {
    const before = latest.get(seal.key);
    if (before) earlier.push(before);
    latest.set(seal.key, seal);
  }
  const says = (seal: SealedRow, cells: unknown): boolean =>
    quickContentHash(saltOf(secret, seal.seq, kind, seal.key), { kind, key: seal.key, cells }) === seal.hash;
  // What is no longer as its last seal said: it must be among what the record keeps of old rows.
  const unkept = kind === 'marks' || unkeptKinds.has(kind);
  const moved: SealedRow[] = unkept ? [] : earlier;
  const seen = new Set<string>();
  const events = new Map<string, number>();
  const before = Map.groupBy(earlier, (seal) => seal.key);
  // The first line that sealed it as of the moment at which it says that it was written.
  const firstOf = (row: ContentRow, seal: SealedRow): number =>
    (before.get(row.key)?.find((one) => row.moment === null || one.stamp.includes(row.moment)) ?? seal).seq;
  for await (const batch of everyContent(tx, actor.orgId, kind)) {
    for (const row of batch) {
      const seal = latest.get(row.key);
      seen.add(row.key);
      if (kind === 'letter-events') events.set(letterOf(row.key), (events.get(letterOf(row.key)) ?? 0) + 1);
      if (seal && says(seal, row.cells) && seal.stamp === row.stamp) {
        if (!isTold(told, kind, row, firstOf(row, seal))) found(wrongOf('back-dated', kind, row.key, untold(row)));
      } else if (seal && seal.stamp === row.stamp)
        found(
          wrongOf(
            'changed',
            kind,
            row.key,
            `was changed after line ${seal.seq} of the history vouched for it, and nothing tells of it`,
          ),
        );
      else if (seal && row.moment === null) {
        if (!explainedSince(told, seal)) found(wrongOf('changed', kind, row.key, untold(row, seal)));
      } else if (!isTold(told, kind, row, null))
        found(wrongOf(seal ? 'changed' : 'back-dated', kind, row.key, untold(row, seal)));
      else if (seal && !unkept) moved.push(seal);
    }
  }
  for (const letter of untoldEvents(told, events))
    found(wrongOf('back-dated', kind, letter, 'has more dated rows than the history tells of'));
  const gone = [...latest.values()].filter((seal) => !seen.has(seal.key));
  const still = await notErased(work, kind, gone, told);
  const old = await oldContents(tx, actor.orgId, kind, [...new Set([...moved, ...still].map((seal) => seal.key))]);
  for (const seal of [...moved, ...still]) {
    if ((old.get(seal.key) ?? []).some((cells) => says(seal, cells))) continue;
    const isGone = !seen.has(seal.key);
    found(
      wrongOf(
        isGone ? 'missing' : 'changed',
        kind,
        seal.key,
        isGone
          ? `is gone: line ${seal.seq} of the history vouched for it, and nothing was kept of it`
          : `said something else when line ${seal.seq} of the history vouched for it, and that is not among what is kept of old rows`,
      ),
    );
  }
}

// Letters and notes that were brought may be brought again, corrected; a letter's words go where a contact that it quotes is erased, and
// a flag grows into a whole letter.
const broughtAgain = /^(letters|letter-answers|reader-notes|clause-reasons)\.(recorded|changed)$/;
const explains = ({ kind, subjects }: LedgerLine, seal: SealedRow): boolean =>
  kind === 'contacts.erased' ||
  broughtAgain.test(kind) ||
  (kind === 'letter.grown' && seal.kind === 'letters' && subjects[0] === seal.key);
const explainedSince = ({ lines }: Told, seal: SealedRow): boolean =>
  lines.some((line) => line.seq > seal.seq && explains(line, seal));
const explaining = /^(contacts\.erased|import\.undone|letter\.grown)$/;

function untold(row: ContentRow, seal?: SealedRow): string {
  if (seal)
    return `was changed${row.moment === null ? '' : ` at ${row.moment}`}, and no line of the history since then tells of it`;
  return row.moment === null
    ? 'was not there when the history was sealed, and no line of the history tells that it was written since'
    : `says that it was written at ${row.moment}, and it was not there when the history was sealed after that`;
}

function wrongOf(flaw: RowFlaw, kind: string, key: string, says: string): RowWrong {
  return { flaw, kind, key, sentence: `${kind} ${key}: this row ${says}.` };
}

/** Of rows that are gone, those that no erasing or undone import explains. */
async function notErased(work: Work, kind: ContentKind, gone: readonly SealedRow[], told: Told): Promise<SealedRow[]> {
  if (unkeptKinds.has(kind)) return gone.filter((seal) => !explainedSince(told, seal));
  if (gone.length === 0 || (kind !== 'marks' && kind !== 'outcomes')) return [...gone];
  const erasing = told.lines.filter((line) => line.kind === 'contacts.erased');
  if (kind === 'outcomes') {
    const { keys } = await erasedOf(work.tx, work.actor.orgId);
    return gone.filter((seal) => !(keys.has(seal.key) && erasing.some((line) => line.seq > seal.seq)));
  }
  const { contacts } = await erasedOf(work.tx, work.actor.orgId);
  const explained = new Set<string>();
  for (const line of erasing) {
    const ids = contacts.get(line.at) ?? [];
    // The line vouches for which contacts went, in the order of their ids.
    if (line.digest === digestOf(work.key, line.salt, ids.join('\n'))) for (const id of ids) explained.add(id);
  }
  const undone = new Map(
    told.lines.filter((line) => line.kind === 'import.undone').map((line) => [line.subjects[0], line.seq]),
  );
  return gone.filter((seal) => {
    const contact = seal.key.slice(0, seal.key.lastIndexOf('~'));
    const importId = seal.stamp.slice(seal.stamp.indexOf('~') + 1);
    return !explained.has(contact) && !((undone.get(importId) ?? 0) > seal.seq);
  });
}

async function linesOf(work: Work): Promise<Told> {
  const lastAt = new Map<string, number>();
  const seals = new Map<number, SealingLine>();
  const letters = new Map<string, number>();
  const wholes: number[] = [];
  const lines: LedgerLine[] = [];
  for await (const batch of everyLine(work)) {
    for (const line of batch) {
      lastAt.set(line.at, line.seq);
      noteLetters(letters, line);
      if (line.kind === rowsSealed) {
        seals.set(line.seq, { root: line.subjects[0] ?? '', rows: Number(line.subjects[1]) });
        if (line.subjects[2] !== moreWait) wholes.push(line.seq);
      }
      if (explaining.test(line.kind) || broughtAgain.test(line.kind)) lines.push(line);
    }
  }
  return { lastAt, seals, wholes, lines, letters };
}
