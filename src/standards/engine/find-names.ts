// Names across packs: a cue or situation is found in its own pack, else in the one that it changes, else in those that it says it
// uses, else plainly where only one pack has it, else as `pack/name`. What ships looks among what ships, so that no pack of
// others changes it.
import type { Cue, NamedCondition, Pack } from '../pack.core.ts';

/** A name found: the pack it stands in, and the thing. Null where no pack, or more than one, has it. */
export function findCue(packs: readonly Pack[], from: Pack, name: string): { pack: Pack; cue: Cue } | null {
  return find(
    packs,
    from,
    name,
    (pack, short) => pack.cues.get(short),
    (pack, cue) => ({ pack, cue }),
  );
}

export function findSituation(
  packs: readonly Pack[],
  from: Pack,
  name: string,
): { pack: Pack; situation: NamedCondition } | null {
  return find(
    packs,
    from,
    name,
    (pack, short) => pack.situations.find((one) => one.name === short),
    (pack, situation) => ({ pack, situation }),
  );
}

function find<Thing, Found>(
  packs: readonly Pack[],
  from: Pack,
  name: string,
  look: (pack: Pack, short: string) => Thing | undefined,
  found: (pack: Pack, thing: Thing) => Found,
): Found | null {
  const slash = name.indexOf('/');
  if (slash >= 0) {
    const pack = packs.find((one) => one.name === name.slice(0, slash));
    const thing = pack && look(pack, name.slice(slash + 1));
    return pack && thing ? found(pack, thing) : null;
  }
  for (const near of nearby(packs, from)) {
    const thing = look(near, name);
    if (thing) return found(near, thing);
  }
  const holders = holdersOf(packs, from, (pack) => look(pack, name) !== undefined);
  return holders.length === 1 ? found(holders[0]!, look(holders[0]!, name)!) : null;
}

/**
 * Who has a name that none of the packs nearby has. A pack that ships asks those that ship alone; one that changes or replaces
 * such a pack asks them first.
 */
export function holdersOf(packs: readonly Pack[], from: Pack, has: (pack: Pack) => boolean): readonly Pack[] {
  const holders = packs.filter((pack) => pack !== from && pack.changes === undefined && has(pack));
  const shipped = [...changedBy(packs, from)].some((pack) => pack.ships) ? holders.filter((pack) => pack.ships) : [];
  return shipped.length > 0 || from.ships === 'itself' ? shipped : holders;
}

// A pack, the one that it changes, the one that that changes; then those it says it uses.
function nearby(packs: readonly Pack[], from: Pack): Set<Pack> {
  const near = changedBy(packs, from);
  for (const used of from.uses ?? []) {
    const pack = packs.find(({ name }) => name === used.name);
    if (pack) near.add(pack);
  }
  return near;
}

// Each once, should they change each other.
function changedBy(packs: readonly Pack[], from: Pack): Set<Pack> {
  const near = new Set([from]);
  for (let of = from.changes; of !== undefined;) {
    const home = packs.find(({ name }) => name === of);
    if (!home || near.has(home)) break;
    near.add(home);
    of = home.changes;
  }
  return near;
}
