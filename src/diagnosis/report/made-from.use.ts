// What a report would be made from now, without making it.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { mayBringContacts } from '../../contacts/import.access.ts';
import { heldTo, type Actor } from '../../kernel/actor.ts';
import type { Work } from '../../platform/db/work.ts';
import { mayReadMoney } from '../money/money.access.ts';
import { madeFrom, reviewedFrom } from './made-from.store.ts';

const readToo = ['ladder.yaml', 'base-rates.yaml'];

/** Who may see the same report: a line that is equal for them. */
export function seeingTheSame(actor: Actor): string {
  return JSON.stringify([actor.orgId, mayReadMoney(actor), mayBringContacts(actor), heldTo(actor)]);
}

/** A line that is the same as long as the report is: what was done, what people said of contacts, the day, the organisation's own settings of the ladder and rates. */
export async function reportMadeFrom(work: Work, ownPacks: string): Promise<string> {
  const reviewed = await reviewedFrom(work.tx, work.actor.orgId);
  return `${work.now.slice(0, 10)} ${reviewed} ${await anyDayMadeFrom(work, ownPacks)}`;
}

/** The same for what changes neither with the day nor with reviews. */
export async function anyDayMadeFrom(work: Work, ownPacks: string): Promise<string> {
  const files = await Promise.all(
    readToo.map(async (name) => (await stat(join(ownPacks, name)).catch(() => null))?.mtimeMs ?? 0),
  );
  return [...files, await madeFrom(work.tx, work.actor.orgId)].join(' ');
}
