// Failures that a ruling took out. The mark stays as it was made, is shown struck, and counts no more: neither as a failure of
// whoever served nor for a cause. Who may rule is asked by whoever rules.
import type { Moment } from '../../kernel/moment.ts';
import type { Work } from '../../platform/db/work.ts';
import { deleteOverturned, deleteOverturnedOf, overturnedRows, writeOverturned } from './overturned.store.ts';

export interface Overturned {
  readonly contact: string;
  readonly standard: string;
  /** The mark that was looked at; a later one of the same contact and standard is out as well. */
  readonly mark: string;
  /** The dispute that ruled so. */
  readonly ruledBy: string;
  readonly at: Moment;
}

/** Takes the failures of a standard in a contact out of every count. Whoever calls tells the ledger. */
export async function overturn(work: Work, ruled: Omit<Overturned, 'at'>): Promise<void> {
  const { contact, standard, mark, ruledBy } = ruled;
  await writeOverturned(work, { contact, standard, mark, ruledBy, at: new Date(work.now) });
}

/** Lets them count again, where a second ruling says so. */
export async function letStand(work: Work, contact: string, standard: string): Promise<void> {
  await deleteOverturned(work, contact, standard);
}

/** All that were taken out, as far as whoever asks sees the contacts; or those of some contacts. There are few. */
export async function overturnedIn(work: Work, contacts?: readonly string[]): Promise<Overturned[]> {
  return (await overturnedRows(work, contacts)).map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

/** Forgets what was ruled of these contacts; for the work that erases the contacts themselves. */
export async function forgetOverturned(work: Work, contacts: readonly string[]): Promise<void> {
  await deleteOverturnedOf(work, contacts);
}
