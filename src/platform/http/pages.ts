// Lists in pages: what is asked for, and the place where the next page begins. A place is no secret and no right: whatever
// a forged one says is read as values, inside what the caller may see.
import { z } from '@hono/zod-openapi';
import { Fault } from '../../kernel/fault.ts';

const mostOnPage = 200;

/** `?after=` and `?limit=` of every list in pages. */
export const PageQueryShape = z.object({
  after: z.string().max(600).optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(mostOnPage).default(50),
});

/** The reply: at most `limit` items, and where the next page begins; null after the last. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    next: z.string().nullable().describe('Give it as `after`; null: that was all.'),
  });
}

/** The place as the caller keeps it. */
function cursorOf(place: readonly string[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/**
 * The place again: as many texts as each of `patterns` allows.
 * @throws Fault `cursor-malformed`
 */
export function placeIn(cursor: string, patterns: readonly RegExp[]): string[] {
  let found: unknown;
  try {
    found = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    found = null;
  }
  const texts = Array.isArray(found) ? found : [];
  if (
    texts.length === patterns.length &&
    texts.every((one, nth) => typeof one === 'string' && patterns[nth]!.test(one))
  )
    return texts as string[];
  throw new Fault(
    'cursor-malformed',
    'malformed',
    'This is no place in the list. Give `next` of the page before as `after`, or leave it out to begin.',
    [{ pointer: '/after', detail: 'not a cursor of this list' }],
  );
}

/** Cuts rows read one further than asked for to a page, with the place after its last. */
export function toPage<T>(rows: readonly T[], limit: number, placeOf: (last: T) => readonly string[]) {
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? cursorOf(placeOf(items.at(-1)!)) : null };
}
