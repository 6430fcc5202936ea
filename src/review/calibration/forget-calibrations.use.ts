// What calibrations keep of contacts, forgotten with them.
import type { Work } from '../../platform/db/work.ts';
import { dropOfContacts } from './calibration.store.ts';

/** Takes out their place in calibrations, what was said of them there, and what was agreed on. */
export async function forgetCalibrations(work: Work, contacts: readonly string[]): Promise<void> {
  if (contacts.length > 0) await dropOfContacts(work, contacts);
}
