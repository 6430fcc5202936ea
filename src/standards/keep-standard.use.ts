// One standard kept, or not kept any longer.
import { Fault } from '../kernel/fault.ts';
import { keepStandards } from '../people/keep-standards.use.ts';
import { readOrganisation } from '../people/people-record.use.ts';
import type { Work } from '../platform/db/work.ts';
import { keptIds } from './kept-standards.ts';
import type { Pack } from './pack.core.ts';
import { findStandard } from './standard-told.use.ts';
import { assertMayChangeStandards, mayChangeStandards } from './standards.access.ts';

/** @throws Fault `standards-change-forbidden`, `standard-unknown`, `organisation-unknown`, `last-standard` */
export async function keepStandard(work: Work, packs: readonly Pack[], id: string, kept: boolean): Promise<void> {
  assertMayChangeStandards(work.actor);
  findStandard(packs, id);
  const before = keptIds(packs, (await readOrganisation(work))?.standards ?? []);
  if (before.has(id) === kept) return;
  const after = kept ? [...before, id] : [...before].filter((other) => other !== id);
  if (after.length === 0)
    throw new Fault('last-standard', 'unready', 'One standard at least is kept. Keep another before this one goes.');
  await keepStandards(work, after.toSorted());
}

/** May whoever asks change standards, and which are kept? */
export function mayChange({ actor }: Work): boolean {
  return mayChangeStandards(actor);
}
