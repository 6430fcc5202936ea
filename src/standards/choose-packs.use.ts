// Which standards are kept, chosen by whole sets, or as the customary few to begin with.
import { Fault } from '../kernel/fault.ts';
import { keepStandards } from '../people/keep-standards.use.ts';
import { readOrganisation } from '../people/people-record.use.ts';
import type { Work } from '../platform/db/work.ts';
import { customaryFew, keptIds } from './kept-standards.ts';
import type { Pack } from './pack.core.ts';
import { assertMayChangeStandards } from './standards.access.ts';

/** A set as a page lists it. */
export interface ToldPack {
  readonly name: string;
  readonly says?: string;
  /** The set whose standards these take the place of. */
  readonly changes?: string;
  /** Put into the folder of own sets; else it ships. */
  readonly own: boolean;
  readonly standards: number;
  readonly kept: number;
}

/** All sets with how much of each is kept. */
export async function listPacks(work: Work, packs: readonly Pack[], ownPacks: string): Promise<ToldPack[]> {
  const kept = keptIds(packs, (await readOrganisation(work))?.standards ?? []);
  return packs.map(({ name, says, changes, path, standards }) => ({
    name,
    ...(says === undefined ? {} : { says }),
    ...(changes === undefined ? {} : { changes }),
    own: path?.startsWith(ownPacks) === true,
    standards: standards.length,
    kept: standards.filter((one) => kept.has(one.id)).length,
  }));
}

/** `few`: those that one begins with; `all`: every one that there is, later ones too; or one set, kept whole or not at all. */
export type Choice = 'few' | 'all' | { readonly pack: string; readonly kept: boolean };

/** @throws Fault `standards-change-forbidden`, `pack-unknown`, `organisation-unknown`, `last-standard` */
export async function choosePacks(work: Work, packs: readonly Pack[], choice: Choice): Promise<void> {
  assertMayChangeStandards(work.actor);
  if (choice === 'all') {
    await keepStandards(work, []);
    return;
  }
  const chosen = choice === 'few' ? customaryFew(packs) : await withPack(work, packs, choice);
  if (chosen.length === 0)
    throw new Fault('last-standard', 'unready', 'One standard at least is kept. Keep another before this one goes.');
  await keepStandards(work, [...new Set(chosen)].toSorted());
}

async function withPack(
  work: Work,
  packs: readonly Pack[],
  choice: { pack: string; kept: boolean },
): Promise<string[]> {
  const found = packs.find((pack) => pack.name === choice.pack);
  if (!found) throw packUnknown();
  const ids = new Set(found.standards.map((one) => one.id));
  const before = [...keptIds(packs, (await readOrganisation(work))?.standards ?? [])];
  return choice.kept ? [...before, ...ids] : before.filter((id) => !ids.has(id));
}

export function packUnknown(): Fault {
  return new Fault('pack-unknown', 'missing', 'There is no set of standards of this name. List them first.');
}
