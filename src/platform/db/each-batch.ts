// Reads many rows in bounded memory: each batch begins after the last row of the one before (a keyset, never an offset).

/**
 * Yields the rows that `read` gives, batch after batch, until one comes back short. `read` must order by a unique key,
 * take at most `size` rows and, given the last row so far, begin after it.
 *
 * @example
 * for await (const rows of eachBatch((after: Row | undefined, size) => tx.select().from(contact)
 *   .where(after && gt(contact.id, after.id)).orderBy(contact.id).limit(size))) ...
 */
export async function* eachBatch<T>(
  read: (after: T | undefined, size: number) => PromiseLike<T[]>,
  size = 1000,
): AsyncGenerator<T[], void, undefined> {
  let after: T | undefined;
  for (;;) {
    const rows = await read(after, size);
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    after = rows.at(-1);
  }
}
