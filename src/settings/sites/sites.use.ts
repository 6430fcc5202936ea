// The sites of an organisation as settings show them; whoever is held to sites sees those.
import { Fault } from '../../kernel/fault.ts';
import { mayImportRecord, mayRecord } from '../../people/record.access.ts';
import type { Work } from '../../platform/db/work.ts';
import { type SiteKept, sitesKept } from './sites.store.ts';

export interface SitesTold {
  readonly items: readonly SiteKept[];
  /** Whether they may add sites and correct them. */
  readonly mayKeep: boolean;
}

/** @throws Fault `record-import-forbidden` */
export async function listSites(work: Work): Promise<SitesTold> {
  const { actor } = work;
  if (!mayRecord(actor, 'certificates') && !actor.roles.includes('auditor'))
    throw new Fault(
      'record-import-forbidden',
      'forbidden',
      'Sites are listed for those who keep the record. Ask one of them.',
    );
  const items = await sitesKept(work, work.now.slice(0, 10));
  return { items, mayKeep: mayImportRecord(actor) && actor.readsOnly !== true };
}
