// Searches that a person keeps by a name: their own, seen by nobody else.
import { contentId } from '../../kernel/digest.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Work } from '../../platform/db/work.ts';
import { assertMayReadContacts } from './contacts.access.ts';
import type { SavedView, SaveView } from './views.shape.ts';
import { countViews, deleteView, viewsOf, writeView } from './views.store.ts';

const mostViews = 100;

/** One's own, in order of name. @throws Fault `contacts-forbidden` */
export async function listViews({ tx, actor }: Work): Promise<SavedView[]> {
  assertMayReadContacts(actor);
  const rows = await viewsOf(tx, actor.orgId, actor.id);
  return rows.map(({ id, name, query }) => ({ id, name, of: 'contacts', query: query as SavedView['query'] }));
}

/** Keeps a search; one of the same name gives way. @throws Fault `contacts-forbidden`, `views-too-many` */
export async function saveView({ tx, actor, now }: Work, { name, of, query }: SaveView): Promise<SavedView> {
  assertMayReadContacts(actor);
  if ((await countViews(tx, actor.orgId, actor.id)) >= mostViews)
    throw new Fault('views-too-many', 'unready', `You keep ${mostViews} searches already. Delete one first.`);
  const id = contentId('v', actor.id, of, name);
  await writeView(tx, { orgId: actor.orgId, id, person: actor.id, of, name, query, madeAt: now });
  return { id, name, of, query };
}

/** @throws Fault `view-missing` also where it is somebody else's */
export async function dropView({ tx, actor }: Work, id: string): Promise<void> {
  if (await deleteView(tx, actor.orgId, actor.id, id)) return;
  throw new Fault('view-missing', 'missing', 'You keep no search of this id. GET /v1/views lists yours.');
}
