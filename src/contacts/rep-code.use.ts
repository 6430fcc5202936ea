// Who a code stands for, asked by name: the name is held against the code and kept nowhere.
import type { Work } from '../platform/db/work.ts';
import { repHashOf } from './identity.core.ts';
import { repCodeOf } from './rep-code.core.ts';
import { contactsOfCode } from './rep-code.store.ts';

export interface RepCode {
  /** Where they served, of what whoever asks may see; empty where there is no such contact. */
  readonly sites: readonly { readonly site: string | null; readonly contacts: number }[];
  /** Whether the name gives this code; null where none was asked for, or nothing of theirs may be seen. */
  readonly is: boolean | null;
}

/** Whoever calls asks first who may see people's names. */
export async function lookAtCode({ tx, actor, key }: Work, code: string, name?: string): Promise<RepCode> {
  const sites = await contactsOfCode(tx, actor.orgId, code);
  const asked = name !== undefined && sites.length > 0;
  return { sites, is: asked ? repCodeOf(repHashOf(key, name)) === code : null };
}
