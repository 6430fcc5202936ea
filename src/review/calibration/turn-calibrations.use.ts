// Calibrations are revealed once everybody is in, on the day after their last, or when whoever runs one says so: from then on each
// sees what the others said, and what nobody marked leaves the queue.
import type { Actor } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';
import { append } from '../../platform/ledger/append.ts';
import type { Work } from '../../platform/db/work.ts';
import { dropTasksOf, readTasksOf, revealTasksOf } from '../tasks-of-source.use.ts';
import { assertMayRunCalibrations } from './calibration.access.ts';
import { stateOf, toReveal, type RevealedBecause } from './calibration.core.ts';
import {
  type CalibrationRow,
  findCalibration,
  hiddenCalibrations,
  markRevealed,
  setTimes,
} from './calibration.store.ts';

/** The part of the program that reveals calibrations, and reads them for those who take part. */
export const calibrationsIn = (orgId: string): Actor => ({ orgId, id: 'calibration', roles: [] });

/** Reveals what is due. @param work of the program itself */
export async function turnCalibrations(work: Work): Promise<void> {
  const today = work.now.slice(0, 10);
  for (const { id, due } of await hiddenCalibrations(work)) {
    const tasks = await readTasksOf(work, id);
    const because = toReveal(
      due,
      today,
      tasks.map((one) => ({ done: one.state === 'done' })),
    );
    if (because) await reveal(work, id, because);
  }
}

async function reveal(work: Work, id: string, because: RevealedBecause): Promise<void> {
  if (!(await markRevealed(work, id, because))) return;
  await dropTasksOf(work, id);
  await revealTasksOf(work, id);
  await append(work, { kind: 'calibration.revealed', subjects: [id], digestOf: because });
}

/** Before its day and before everybody is in. @throws Fault `calibration-forbidden`, `calibration-missing`, `calibration-state` */
export async function revealNow(work: Work, id: string): Promise<void> {
  await runningIn(work, id, ['marking']);
  await reveal(work, id, 'told');
}

/** Takes a calibration back that nobody needs: what was marked for it stays hidden for good. @throws Fault as `revealNow` */
export async function dropCalibration(work: Work, id: string): Promise<void> {
  await runningIn(work, id, ['marking']);
  await setTimes(work, id, { droppedAt: new Date(work.now) });
  await dropTasksOf(work, id);
  await append(work, { kind: 'calibration.dropped', subjects: [id] });
}

/** A calibration that whoever asks may run, in one of these states, kept from others until the work ends. @throws Fault as `revealNow` */
export async function runningIn(
  work: Work,
  id: string,
  states: readonly ReturnType<typeof stateOf>[],
): Promise<CalibrationRow> {
  assertMayRunCalibrations(work.actor);
  const row = await findCalibration(work, id, true);
  if (!row) throw missing();
  assertIn(row, states);
  return row;
}

/** @throws Fault `calibration-state` */
export function assertIn(row: CalibrationRow, states: readonly ReturnType<typeof stateOf>[]): void {
  const state = stateOf(row);
  if (states.includes(state)) return;
  throw new Fault('calibration-state', 'conflict', says[state]);
}

const says: Readonly<Record<ReturnType<typeof stateOf>, string>> = {
  marking: 'People are still marking, each for themself. Wait until everybody is in, or show it now.',
  talking: 'What each said is shown already. Talk it over and agree on a key.',
  closed: 'This calibration is closed. Begin another one.',
  dropped: 'This calibration was taken back. Begin another one.',
};

export function missing(): Fault {
  return new Fault('calibration-missing', 'missing', 'There is no such calibration for you. Take one from the list.');
}
