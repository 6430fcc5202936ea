// What became of contacts since they came: their versions, each with the import that brought it.
import type { Moment } from '../kernel/moment.ts';
import type { Work } from '../platform/db/work.ts';
import { versionsOfContacts } from './contact-history.store.ts';

export interface ContactVersion {
  readonly version: number;
  readonly at: Moment;
  readonly import: { readonly id: string; readonly label: string };
}

/** Of each contact, oldest first; without those whose import the caller may not see. */
export async function contactHistories(
  { tx, actor }: Work,
  ids: readonly string[],
): Promise<Map<string, ContactVersion[]>> {
  const rows = await versionsOfContacts(tx, actor.orgId, ids);
  const seen = rows.flatMap(({ id, version, import: from, label, startedAt }) =>
    label === null || startedAt === null
      ? []
      : [{ id, version, at: new Date(startedAt).toISOString(), import: { id: from, label } }],
  );
  return Map.groupBy(seen, (one) => one.id);
}
