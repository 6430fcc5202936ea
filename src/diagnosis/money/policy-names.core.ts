// What policies are called: by their titles, and where several go by one, with the sites that each is for.
import type { MoneyInput } from './money-input.core.ts';

type Named = MoneyInput['policies'][number];

/** Policies by their titles; where several go by one, each with the sites that it is for. */
export function toldApart(
  policies: readonly (Named & { readonly sites: readonly string[] })[],
  sites: readonly { readonly id: string; readonly name: string }[],
): Named[] {
  const names = new Map(sites.map(({ id, name }) => [id, name]));
  const ids = Map.groupBy(policies, (one) => one.title);
  return policies.map(({ id, title, clauses, sites: own }) => {
    const shared = new Set(ids.get(title)!.map((one) => one.id)).size > 1;
    const where = own.map((site) => names.get(site) ?? site);
    const shown = where.length > 2 ? `${where.length} sites` : where.join(' and ');
    return {
      id,
      title: shared ? `${title} (${where.length === 0 ? id : shown})` : title,
      clauses: clauses.map((one) => ({ id: one.id, text: one.text })),
    };
  });
}
