// A version on record whose own tables are about to change: its row says so, and the state before goes to the old rows.
import { and, eq, sql } from 'drizzle-orm';
import { keyedDigest } from '../kernel/digest.ts';
import type { Work } from '../platform/db/work.ts';
import type { DocumentKind } from './document.core.ts';
import { documentVersionTable } from './document.table.ts';

const table = documentVersionTable;

export async function touch(
  { tx, actor, key, now }: Work,
  kind: DocumentKind,
  id: string,
  version: string,
  because: string,
): Promise<void> {
  const digest = keyedDigest(key, `${now} ${because}`).slice(0, 16);
  await tx
    .update(table)
    .set({ digest: sql`left(${table.digest}, 16) || ${digest}`, recordedAt: new Date(now) })
    .where(and(eq(table.orgId, actor.orgId), eq(table.kind, kind), eq(table.id, id), eq(table.version, version)));
}
