// Before a file is looked into: may whoever asks bring contacts, and with what key are the words shown to them redacted.
import type { Work } from '../platform/db/work.ts';
import { assertMayBringContacts } from './import.access.ts';

/** The organisation's key, for those who may bring contacts in. @throws Fault `import-forbidden` */
export async function beginPreview({ actor, key }: Work): Promise<Uint8Array> {
  assertMayBringContacts(actor);
  return Promise.resolve(key);
}
