// What follows once a calibration is revealed: people say something, a key is agreed on, each standard's wording is decided on, and it
// is closed.
import { randomUUID } from 'node:crypto';
import { redactWords } from '../../contacts/redaction/redact-words.core.ts';
import { Fault } from '../../kernel/fault.ts';
import { append } from '../../platform/ledger/append.ts';
import type { Work } from '../../platform/db/work.ts';
import type { Verdict } from '../../standards/standard.core.ts';
import { readMarksOfSource } from '../tasks-of-source.use.ts';
import { assertMaySeeCalibrations, mayRunCalibrations } from './calibration.access.ts';
import { type Decision, openCells } from './calibration.core.ts';
import {
  addComment,
  addKey,
  addOutcome,
  type CalibrationRow,
  contactsOf,
  findCalibration,
  keysOf,
  membersOf,
  nextNth,
  setTimes,
} from './calibration.store.ts';
import { assertIn, missing, runningIn } from './turn-calibrations.use.ts';

interface Cell {
  readonly contact: string;
  readonly standard: string;
}

/** @throws Fault `calibration-forbidden`, `calibration-missing`, `calibration-state`, `calibration-cell` */
export async function commentOn(work: Work, id: string, said: Cell & { readonly says: string }): Promise<void> {
  assertMaySeeCalibrations(work.actor);
  const row = await findCalibration(work, id);
  if (!row) throw missing();
  const { orgId, id: member } = work.actor;
  const takesPart = (await membersOf(work, [id])).some((one) => one.member === member);
  if (!takesPart && !mayRunCalibrations(work.actor)) throw missing();
  assertIn(row, ['talking']);
  await assertCell(work, row, said);
  const comment = `cc${randomUUID()}`;
  await addComment(work, {
    orgId,
    id: comment,
    calibration: id,
    contact: said.contact,
    standard: said.standard,
    member,
    at: new Date(work.now),
    says: redactWords(said.says, work.key),
  });
  await append(work, { kind: 'calibration.commented', subjects: [id, comment], digestOf: said.says });
}

/** What was agreed on; the last word stands. @throws Fault as `commentOn` */
export async function agreeKey(
  work: Work,
  id: string,
  said: Cell & { readonly verdict: Verdict; readonly because: string },
): Promise<void> {
  const row = await runningIn(work, id, ['talking']);
  await assertCell(work, row, said);
  await addKey(work, {
    orgId: work.actor.orgId,
    calibration: id,
    contact: said.contact,
    standard: said.standard,
    nth: await nextNth(work, id, said.standard, said.contact),
    verdict: said.verdict,
    because: redactWords(said.because, work.key),
    at: new Date(work.now),
    by: work.actor.id,
  });
  await append(work, { kind: 'calibration.key-agreed', subjects: [id], digestOf: JSON.stringify(said) });
}

/** What becomes of a standard's wording; also after it is closed, since rewording takes its time. @throws Fault as `commentOn` */
export async function agreeOutcome(
  work: Work,
  id: string,
  said: { readonly standard: string; readonly decision: Decision; readonly note: string },
): Promise<void> {
  const row = await runningIn(work, id, ['talking', 'closed']);
  if (!row.standards.some((one) => one.standard === said.standard)) throw noCell();
  await addOutcome(work, {
    orgId: work.actor.orgId,
    calibration: id,
    standard: said.standard,
    nth: await nextNth(work, id, said.standard),
    decision: said.decision,
    note: redactWords(said.note, work.key),
    at: new Date(work.now),
    by: work.actor.id,
  });
  await append(work, { kind: 'calibration.outcome-agreed', subjects: [id], digestOf: JSON.stringify(said) });
}

/** @throws Fault as `commentOn`, `calibration-open` where people differ and no key is agreed on */
export async function closeCalibration(work: Work, id: string): Promise<void> {
  await runningIn(work, id, ['talking']);
  const marks = await readMarksOfSource(work, id);
  const said = marks.map(({ contactId, ...one }) => ({ ...one, contact: contactId }));
  const open = openCells(said, await keysOf(work, [id]));
  if (open.length > 0)
    throw new Fault(
      'calibration-open',
      'conflict',
      `People said different things in ${open.length} ${open.length === 1 ? 'place' : 'places'}, and no key is agreed on there. Agree on each, then close it.`,
    );
  await setTimes(work, id, { closedAt: new Date(work.now), closedBy: work.actor.id });
  await append(work, { kind: 'calibration.closed', subjects: [id] });
}

/** @throws Fault `calibration-cell` */
async function assertCell(work: Work, row: CalibrationRow, { contact, standard }: Cell): Promise<void> {
  const asked = row.standards.some((one) => one.standard === standard);
  if (!asked || !(await contactsOf(work, [row.id])).some((one) => one.contact === contact)) throw noCell();
}

function noCell(): Fault {
  return new Fault(
    'calibration-cell',
    'malformed',
    'This calibration doesn’t ask that standard of that contact. Take both from its page.',
  );
}
