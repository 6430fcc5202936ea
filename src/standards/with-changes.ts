// Packs in which some change standards of others: what is changed gives way, and everything else stays as it was.
import type { Pack } from './pack.core.ts';

/**
 * The packs, with each standard that another pack changes taken out of the pack it stood in. A pack that changes one which
 * isn't there, or a standard that went away with a newer release, simply adds what it holds.
 */
export function withChanges(packs: readonly Pack[]): Pack[] {
  const changed = new Map<string, Set<string>>();
  for (const pack of packs) {
    if (pack.changes === undefined) continue;
    const ids = changed.get(pack.changes) ?? new Set();
    for (const { id } of pack.standards) ids.add(id);
    changed.set(pack.changes, ids);
  }
  return packs.map((pack) => {
    const gone = changed.get(pack.name);
    return gone ? { ...pack, standards: pack.standards.filter(({ id }) => !gone.has(id)) } : pack;
  });
}
