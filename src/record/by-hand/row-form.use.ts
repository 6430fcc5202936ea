// What a form shows: its fields, the people, sites and roles to choose from, and the row as it stands where one is corrected.
import { heldTo } from '../../kernel/actor.ts';
import { inForce } from '../../kernel/moment.ts';
import { readSitesAndPeople, readSourcedPosts } from '../../people/people-record.use.ts';
import { assertMayRecord } from '../../people/record.access.ts';
import type { Work } from '../../platform/db/work.ts';
import type { EntryKind } from '../entries/entry.core.ts';
import { readEntry } from '../entries/entries.use.ts';
import { textOfParts } from '../read/markdown-document.ts';
import { suggestionsOf } from './suggestions.store.ts';
import { formOf, writtenCells, type FormOfKind } from './form.core.ts';

export interface RowForm extends FormOfKind {
  readonly people: readonly { readonly id: string; readonly name: string; readonly sites: string[] }[];
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly roles: readonly string[];
  /** What fields were filled with before, by column. */
  readonly suggestions: Readonly<Record<string, readonly string[]>>;
  readonly own: string | null;
  readonly before: {
    readonly key: string;
    readonly digest: string;
    readonly cells: Record<string, string | string[]>;
    readonly text: string;
  } | null;
}

/** @throws Fault `record-import-forbidden`, `record-row-missing` */
export async function readRowForm(work: Work, kind: EntryKind, key: string | undefined): Promise<RowForm> {
  assertMayRecord(work.actor, kind);
  const { sites, people } = await readSitesAndPeople(work);
  const posts = (await readSourcedPosts(work)).map((one) => one.row);
  const today = work.now.slice(0, 10);
  const now = Map.groupBy(
    posts.filter((post) => inForce(post, today)),
    (post) => post.person,
  );
  const told = key === undefined ? null : await readEntry(work, kind, key);
  const held = heldTo(work.actor);
  const zoneOf = (site: string | null): string => sites.find((one) => one.id === site)?.timeZone ?? 'UTC';
  const ownSite = told && (told.entry.site ?? now.get(told.entry.person ?? '')?.[0]?.site ?? null);
  return {
    ...formOf(kind, told !== null),
    people: people
      .map(({ id, name }) => ({ id, name, sites: [...new Set((now.get(id) ?? []).map((post) => post.site))] }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    sites: sites.filter((one) => held === null || held.sites.includes(one.id)).map(({ id, name }) => ({ id, name })),
    roles: [...new Set(posts.map((post) => post.role))].toSorted(),
    suggestions: await suggestionsOf(work),
    own: work.actor.person ?? null,
    before: told && {
      key: told.key,
      digest: told.entry.digest,
      cells: writtenCells(kind, told.entry.cells, zoneOf(ownSite)),
      text: textOfParts(told.entry.parts),
    },
  };
}
