// What became of a contact since it came: its versions, each with the import that brought it.
import type { Moment } from '../kernel/moment.ts';
import type { Work } from '../platform/db/work.ts';
import { versionsOfContact } from './contact-history.store.ts';

export interface ContactVersion {
  readonly version: number;
  readonly at: Moment;
  readonly import: { readonly id: string; readonly label: string };
}

/** Oldest first; without those whose import the caller may not see. */
export async function contactHistory({ tx, actor }: Work, id: string): Promise<ContactVersion[]> {
  const rows = await versionsOfContact(tx, actor.orgId, id);
  return rows.flatMap((row) =>
    row.label === null || row.startedAt === null
      ? []
      : [
          {
            version: row.version,
            at: new Date(row.startedAt).toISOString(),
            import: { id: row.import, label: row.label },
          },
        ],
  );
}
