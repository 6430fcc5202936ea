// Packs cut down to the standards that an organisation keeps: these, and every cue and situation that they, the kinds of
// contact, the reasons and the telling words ask for. What is left has the same versions, and takes less time to mark.
import { Fault } from '../kernel/fault.ts';
import { findCue, findSituation } from './engine/find-names.ts';
import { cuesInPhrase, everyCondition } from './engine/link.ts';
import { nearest } from './language/nearest.ts';
import type { Condition, Cue, NamedCondition, Pack, Phrase } from './pack.core.ts';

/**
 * The packs with only the standards chosen.
 * @param chosen ids of standards and names of packs, each of which stands for all its standards; none, or `all`, means all
 * @throws Fault `chosen-standard-unknown` (unready)
 */
export function keptPacks(packs: readonly Pack[], chosen: readonly string[]): readonly Pack[] {
  if (chosen.length === 0) return packs;
  const same = (a: readonly unknown[], b: readonly unknown[]): boolean =>
    a.length === b.length && a.every((one, at) => one === b[at]);
  if (!cut || !same(cut.packs, packs) || !same(cut.chosen, chosen))
    cut = { packs: [...packs], chosen: [...chosen], kept: cutDown(packs, chosen) };
  return cut.kept;
}

/**
 * Packs that mark by a few standards and tell nothing else of a contact: compiled in a moment, whatever else there is.
 * @param ids of standards
 * @throws Fault `chosen-standard-unknown` (unready)
 */
export function only(packs: readonly Pack[], ids: readonly string[]): readonly Pack[] {
  // Past what was cut down last: that is kept for marking, and these packs are new each time.
  return cutDown(
    packs.map((pack): Pack => ({ ...pack, kinds: [], reasons: [], heard: [] })),
    ids,
  );
}

/** What was cut down last: each marking asks for the same again. */
let cut: {
  readonly packs: readonly Pack[];
  readonly chosen: readonly string[];
  readonly kept: readonly Pack[];
} | null = null;

function cutDown(packs: readonly Pack[], chosen: readonly string[]): readonly Pack[] {
  const ids = keptIds(packs, chosen);
  const reach = new Reach(packs);
  for (const pack of packs) {
    for (const name of pack.kinds) reach.situation(pack, name);
    for (const { condition } of [...pack.reasons, ...pack.heard]) reach.condition(pack, condition);
    for (const one of pack.standards) {
      if (!ids.has(one.id)) continue;
      for (const condition of [one.appliesWhen, one.metWhen, one.failedWhen, one.doneWhen, one.couldWhen])
        if (condition) reach.condition(pack, condition);
    }
  }
  return packs.map((pack) => ({
    ...pack,
    cues: new Map([...pack.cues].filter(([, cue]) => reach.cues.has(cue))),
    situations: pack.situations.filter((one) => reach.situations.has(one)),
    standards: pack.standards.filter((one) => ids.has(one.id)),
  }));
}

/** The word that stands for every standard that there is, where standards are chosen in a file. */
const everyOne = 'all';

/** Ids of the standards that one begins with: few enough to be talked of every morning. */
export function customaryFew(packs: readonly Pack[]): string[] {
  const few = packs.flatMap((pack) => pack.standards.filter((one) => one.few).map((one) => one.id));
  return [...new Set(few)].toSorted();
}

/** Ids of the standards that are kept. @throws as keptPacks */
export function keptIds(packs: readonly Pack[], chosen: readonly string[]): ReadonlySet<string> {
  const all = packs.flatMap((pack) => pack.standards.map((one) => one.id));
  if (chosen.length === 0 || chosen.includes(everyOne)) return new Set(all);
  const known = new Set(all);
  return new Set(
    chosen.flatMap((name) => {
      const set = packs.filter((one) => one.name === name || one.changes === name);
      if (set.length > 0) return set.flatMap((pack) => pack.standards.map((one) => one.id));
      if (known.has(name)) return [name];
      const meant = nearest(name, [...packs.map((one) => one.name), ...all]);
      throw new Fault(
        'chosen-standard-unknown',
        'unready',
        `The record keeps the standards of "${name}", and there is no pack or standard of that name${meant ? ` (is "${meant}" meant?)` : ''}. Correct "standards" in organisation.yaml and bring it again, or put the pack back into the folder packs.`,
      );
    }),
  );
}

/** What is asked for by what is asked for, through all packs. */
class Reach {
  readonly cues = new Set<Cue>();
  readonly situations = new Set<NamedCondition>();
  readonly #packs: readonly Pack[];

  constructor(packs: readonly Pack[]) {
    this.#packs = packs;
  }

  condition(pack: Pack, condition: Condition): void {
    for (const { core } of everyCondition(condition)) {
      if (core.kind === 'situation') for (const name of core.names) this.situation(pack, name);
      if (core.kind === 'answered') for (const question of core.questions) this.#phrase(pack, question);
      // A bare name is a cue, or where there is none of that name a situation.
      if (core.kind === 'says')
        for (const { name } of core.cues) if (!this.#cue(pack, name)) this.situation(pack, name);
    }
  }

  situation(pack: Pack, name: string): void {
    const found = findSituation(this.#packs, pack, name);
    if (!found || this.situations.has(found.situation)) return;
    this.situations.add(found.situation);
    this.condition(found.pack, found.situation.condition);
  }

  #cue(pack: Pack, name: string): boolean {
    const found = findCue(this.#packs, pack, name);
    if (!found) return false;
    if (this.cues.has(found.cue)) return true;
    this.cues.add(found.cue);
    for (const phrase of found.cue.phrases) this.#phrase(found.pack, phrase);
    return true;
  }

  #phrase(pack: Pack, phrase: Phrase): void {
    for (const name of cuesInPhrase(phrase)) this.#cue(pack, name);
  }
}
