// Calibrations as a list: those that whoever asks takes part in or runs, the newest first; and what they decided on one standard.
import type { Actor } from '../../kernel/actor.ts';
import type { Work } from '../../platform/db/work.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import { titleOf } from '../../standards/title.core.ts';
import { readMarksOfSource, readTasksOf } from '../tasks-of-source.use.ts';
import { assertMaySeeCalibrations, mayRunCalibrations } from './calibration.access.ts';
import { type Decision, sameVerdict, stateOf } from './calibration.core.ts';
import type { CalibrationsOnWire } from './calibration.shape.ts';
import { allCalibrations, contactsOf, membersOf, outcomesOfStandard, readWhole } from './calibration.store.ts';

/** @param work of the program itself @throws Fault `calibration-forbidden` */
export async function listCalibrations(work: Work, asker: Actor): Promise<CalibrationsOnWire> {
  assertMaySeeCalibrations(asker);
  const run = mayRunCalibrations(asker);
  const rows = await allCalibrations(work);
  const ids = rows.map((one) => one.id);
  const members = Map.groupBy(await membersOf(work, ids), (one) => one.calibration);
  const contacts = Map.groupBy(await contactsOf(work, ids), (one) => one.calibration);
  const titles = new Map((await standardsInUse(work)).map((one) => [one.id, titleOf(one)]));
  const calibrations: CalibrationsOnWire['calibrations'] = [];
  for (const row of rows) {
    const own = members.get(row.id) ?? [];
    if (!run && !own.some((one) => one.member === asker.id)) continue;
    const state = stateOf(row);
    const tasks = await readTasksOf(work, row.id);
    const mine = tasks.filter((one) => one.reviewer === asker.id && one.state !== 'ended');
    const through = own.filter(({ member }) => {
      const theirs = tasks.filter((one) => one.reviewer === member);
      return theirs.length > 0 && theirs.every((one) => one.state === 'done');
    });
    calibrations.push({
      id: row.id,
      name: row.name,
      state,
      due: row.due,
      madeOn: row.madeAt.toISOString().slice(0, 10),
      contacts: contacts.get(row.id)?.length ?? 0,
      standards: row.standards.map(({ standard }) => titles.get(standard) ?? standard),
      people: own.length,
      yours: mine.length > 0 ? { open: mine.filter((one) => one.state === 'open').length, of: mine.length } : null,
      allIn: through.length,
      same: state === 'talking' || state === 'closed' ? await sameIn(work, row.id) : null,
      reworded: state === 'closed' ? await rewordedIn(work, row.id) : 0,
    });
  }
  return { calibrations, can: { run } };
}

async function sameIn(work: Work, id: string): Promise<{ times: number; of: number }> {
  const marks = (await readMarksOfSource(work, id)).map((one) => ({ ...one, contact: one.contactId }));
  const cells = [...Map.groupBy(marks, (one) => `${one.contact}\n${one.standard}`).values()];
  return { times: cells.filter((own) => sameVerdict(own) !== null).length, of: cells.length };
}

async function rewordedIn(work: Work, id: string): Promise<number> {
  const whole = await readWhole(work, id);
  return whole?.outcomes.filter((one) => one.decision !== 'keep').length ?? 0;
}

export interface OutcomeOfStandard {
  readonly calibration: string;
  readonly name: string;
  readonly decision: Decision;
  readonly note: string;
  readonly on: string;
}

/** What calibrations decided on a standard's wording, the newest first. Whoever calls has asked who may. */
export async function outcomesOn(work: Work, standard: string): Promise<OutcomeOfStandard[]> {
  return (await outcomesOfStandard(work, standard)).map(({ outcome, name }) => ({
    calibration: outcome.calibration,
    name,
    decision: outcome.decision,
    note: outcome.note,
    on: outcome.at.toISOString().slice(0, 10),
  }));
}
