// What calibrations keep of contacts, forgotten with them.
import type { Work } from '../../platform/db/work.ts';
import { chosenIn, dropOfContacts } from './calibration.store.ts';

/** Takes out their place in calibrations, what was said of them there, and what was agreed on. */
export async function forgetCalibrations(work: Work, contacts: readonly string[]): Promise<void> {
  if (contacts.length > 0) await dropOfContacts(work, contacts);
}

/** The same of contacts that were calibrated on in one of these versions: for an import that is taken out again. */
export async function forgetCalibrationsOfVersions(
  work: Work,
  versions: readonly { readonly id: string; readonly version: number }[],
): Promise<void> {
  const gone = new Set(versions.map(({ id, version }) => `${id} ${version}`));
  const chosen = await chosenIn(
    work,
    versions.map((one) => one.id),
  );
  const contacts = chosen.filter(({ contact, version }) => gone.has(`${contact} ${version}`)).map((one) => one.contact);
  await forgetCalibrations(work, [...new Set(contacts)]);
}
