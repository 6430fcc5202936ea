// How long answers to letters may take, and whether adoptions are signed. Owners set it.
import { Fault } from '../../kernel/fault.ts';
import { isDay, type Day } from '../../kernel/moment.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { keepDaysOff } from '../../review/disputes/disputes.use.ts';
import type { LetterRule } from './letter-clock.core.ts';
import { readRule, writeRule } from './letter.store.ts';
import { assertOwnsAll } from './letters.access.ts';

/** Letters that wait already keep the day they were given. @throws Fault `letter-not-yours`, `letter-days` */
export async function keepLetterRule(work: Work, rule: LetterRule): Promise<void> {
  assertOwnsAll(work.actor);
  const wrong = rule.daysOff.filter((day) => !isDay(day));
  if (wrong.length > 0)
    throw new Fault(
      'letter-days',
      'malformed',
      'Write each day off as year-month-day, e.g. 2026-12-25.',
      wrong.map((day) => ({ pointer: '/daysOff', detail: day.slice(0, 20) })),
    );
  const daysOff = [...new Set(rule.daysOff)].toSorted();
  await writeRule(work, { ...rule, daysOff });
  // Disputes stand below letters and can't ask them.
  await keepDaysOff(work, daysOff);
  await append(work, { kind: 'letter.rule-set', subjects: [], digestOf: JSON.stringify(rule) });
}

/** The organisation's days off, besides weekends: every clock of working days knows the same. */
export async function readDaysOff(work: Work): Promise<readonly Day[]> {
  return (await readRule(work))?.daysOff ?? [];
}
