// A fix tells what it has shown: its pattern is confirmed, or no longer. Findings take it up with the next run.
import type { Day } from '../../kernel/moment.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { assertMayDiagnose } from '../diagnosis.access.ts';
import type { ConfirmedPattern } from './confirmed-pattern.core.ts';
import { confirmedOf, endConfirmed, writeConfirmed } from './confirmed-pattern.store.ts';

/** The fix was verified. @throws Fault `diagnosis-forbidden` */
export async function confirmPattern(work: Work, pattern: ConfirmedPattern): Promise<void> {
  assertMayDiagnose(work.actor);
  await writeConfirmed(work, pattern);
  await append(work, { kind: 'pattern.confirmed', subjects: [pattern.fix], digestOf: JSON.stringify(pattern) });
}

/** It no longer holds; nothing is done where it was not confirmed. @throws Fault `diagnosis-forbidden` */
export async function withdrawPattern(work: Work, fix: string, on: Day): Promise<void> {
  assertMayDiagnose(work.actor);
  if (await endConfirmed(work, fix, on))
    await append(work, { kind: 'pattern.withdrawn', subjects: [fix], digestOf: on });
}

/** Patterns that stand confirmed. @throws Fault `diagnosis-forbidden` */
export async function confirmedPatterns(work: Work): Promise<ConfirmedPattern[]> {
  assertMayDiagnose(work.actor);
  return confirmedOf(work.tx, work.actor.orgId);
}
