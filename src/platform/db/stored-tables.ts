// What the catalogue says of the tables that hold organisations' rows: which there are, and in which order parents come first.
import type { Session } from './database.ts';

export interface StoredTables {
  /** Tables with org_id, parents before children. */
  readonly names: readonly string[];
  /** Foreign keys that no order satisfies (to the table itself, or around in a circle): to be checked at the commit. */
  readonly deferred: readonly string[];
  /** Tables with triggers of their own. */
  readonly guarded: readonly string[];
}

interface Reference {
  readonly constraint: string;
  readonly child: string;
  readonly parent: string;
}

/** Every table of the store but the record of migrations. */
export async function storedTables(session: Session): Promise<StoredTables> {
  const tables = await session.query(
    `select c.relname::text as name from pg_class c
     where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
       and exists (select from pg_attribute where attrelid = c.oid and attname = 'org_id' and not attisdropped)
     order by c.relname::text collate "C"`,
  );
  const references = await session.query(
    `select k.conname::text as constraint, c.relname::text as child, p.relname::text as parent
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
     where k.contype = 'f' and c.relnamespace = current_schema()::regnamespace`,
  );
  const guarded = await session.query(
    `select distinct c.relname::text as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where not t.tgisinternal and c.relnamespace = current_schema()::regnamespace`,
  );
  const ordered = inOrder(
    tables.map((row) => String(row['name'])),
    references.map((row) => ({
      constraint: String(row['constraint']),
      child: String(row['child']),
      parent: String(row['parent']),
    })),
  );
  return { ...ordered, guarded: guarded.map((row) => String(row['name'])) };
}

/** Parents first; where a circle leaves no table free, the first by name goes, and its open references are deferred. */
export function inOrder(tables: readonly string[], references: readonly Reference[]): Omit<StoredTables, 'guarded'> {
  const names: string[] = [];
  const deferred = new Set<string>();
  const waiting = [...tables];
  while (waiting.length > 0) {
    const open = (table: string): Reference[] =>
      references.filter((each) => each.child === table && !names.includes(each.parent));
    const free = waiting.findIndex((table) => open(table).every((each) => each.parent === table));
    const [next] = waiting.splice(Math.max(free, 0), 1);
    for (const each of open(next!)) deferred.add(each.constraint);
    names.push(next!);
  }
  return { names, deferred: [...deferred] };
}
