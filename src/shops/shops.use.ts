// What looking into past mystery shops needs of the organisation, and how they are shown before anything is kept.
import { assertMayBringContacts } from '../contacts/import.access.ts';
import { prepareContact, redactReject } from '../contacts/prepare-contact.core.ts';
import type { Reject } from '../contacts/contact.core.ts';
import { readOrganisation, readSitesAndPeople } from '../people/people-record.use.ts';
import { append } from '../platform/ledger/append.ts';
import type { Work } from '../platform/db/work.ts';
import type { FormAnswer } from '../standards/encounter.core.ts';
import { nearest } from '../standards/language/nearest.ts';
import type { ShopMapping } from './shop-mapping.core.ts';
import { mappingsOf, writeMapping } from './shop-mapping.store.ts';
import type { ReadShop } from './shop-rows.core.ts';

/** What looking into a file needs of the organisation. */
export interface ShopSide {
  readonly kept: readonly string[];
  readonly mappings: readonly { readonly name: string; readonly columns: ShopMapping }[];
  /** How sites may be called, in lower case, with their names. */
  readonly sites: ReadonlyMap<string, string>;
  /** For redacting what is shown. */
  readonly key: Uint8Array;
}

/** @throws Fault `import-forbidden` */
export async function readShopSide(work: Work): Promise<ShopSide> {
  assertMayBringContacts(work.actor);
  const { sites } = await readSitesAndPeople(work);
  return {
    kept: (await readOrganisation(work))?.standards ?? [],
    mappings: await mappingsOf(work),
    sites: new Map(sites.flatMap(({ id, name }) => [id, name].map((said) => [said.toLowerCase(), name] as const))),
    key: work.key,
  };
}

/** A shop as it would be kept: personal data taken out. */
export interface ShownShop extends Pick<ReadShop, 'row' | 'marks'> {
  readonly day: string;
  readonly site: string;
  /** Whether the record has a site of this name. */
  readonly siteKnown: boolean;
  readonly answers: readonly FormAnswer[];
}

/** Whether the record has the shop's site, by id or name. */
export function siteKnown({ draft }: ReadShop, { sites }: ShopSide): boolean {
  return sites.has((draft.facts.site ?? '').toLowerCase());
}

export function shownShop({ row, draft, marks }: ReadShop, { key, sites }: ShopSide): ShownShop {
  const { answers, startedLocal, startedAt, siteId = '' } = prepareContact(draft, key);
  const known = sites.get((draft.facts.site ?? '').toLowerCase());
  return {
    row,
    marks,
    day: (startedLocal ?? startedAt ?? '').slice(0, 10),
    site: known ?? siteId,
    siteKnown: known !== undefined,
    answers,
  };
}

/** `Store 2` is no slip for `Store 1`: what differs in its figures is another site. */
function meantSite(said: string, sites: ShopSide['sites']): string | undefined {
  const figures = said.replaceAll(/\D/g, '');
  const close = nearest(
    said,
    [...sites.keys()].filter((one) => one.replaceAll(/\D/g, '') === figures),
  );
  return close === null ? undefined : sites.get(close);
}

/** The rows that name a site nearly as one on record is called, where none is called so, by the site that is probably meant. */
export function sitesMeant(shops: readonly ReadShop[], side: ShopSide): { rows: number[]; meant: string }[] {
  const meantBy = new Map<string, string | undefined>();
  const rows = new Map<string, number[]>();
  for (const shop of shops) {
    if (siteKnown(shop, side)) continue;
    const said = (shop.draft.facts.site ?? '').toLowerCase();
    if (!meantBy.has(said)) meantBy.set(said, meantSite(said, side.sites));
    const meant = meantBy.get(said);
    if (meant !== undefined) rows.set(meant, [...(rows.get(meant) ?? []), shop.row]);
  }
  return [...rows].map(([meant, at]) => ({ rows: at, meant }));
}

export function shownRejects(rejects: readonly Reject[], key: Uint8Array): Reject[] {
  return rejects.map((one) => redactReject(one, key));
}

/** Keeps what the columns are by a name, for the next file. @throws Fault `import-forbidden` */
export async function keepMapping(work: Work, importId: string, name: string, mapping: ShopMapping): Promise<void> {
  assertMayBringContacts(work.actor);
  await writeMapping(work, name, mapping);
  await append(work, { kind: 'shop-mapping.kept', subjects: [importId] });
}
