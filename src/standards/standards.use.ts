// Packs for everybody else: the standards in them, a check of a few files, and a pasted text marked, without the engine's insides.
import { checkPacks, type ExampleResult } from './check-packs.ts';
import type { Channel, Encounter } from './encounter.core.ts';
import { compilePacks, noWords, standardsOf, tryCompile } from './engine/compile-packs.ts';
import { markEncounter } from './engine/mark-encounter.ts';
import type { OrganisationWords, Pack, PackError } from './pack.core.ts';
import type { EncounterMarks, Standard } from './standard.core.ts';
import { loadPacks, packFiles, readAll } from './packs.use.ts';
import { encounterOfText } from './try-text.ts';

/** Every standard of some packs, in their order, with its version. */
export function listStandards(packs: readonly Pack[]): Standard[] {
  return standardsOf(packs);
}

/**
 * `customary standards check [FILE...]`: the mistakes and, where there are none, every example run. Named files are checked together
 * with the packs that ship (whose cues they may use) and replace those of the same name; without files, the packs in use are checked.
 */
export async function checkStandards(
  files: readonly string[],
  ownPacks?: string,
): Promise<{ errors: PackError[]; examples: ExampleResult[] }> {
  const paths = files.length > 0 ? files : ownPacks === undefined ? [] : [ownPacks];
  const own = readAll((await Promise.all(paths.map(async (path) => packFiles(path, { examples: true })))).flat());
  if (own.errors.length > 0) return { errors: own.errors, examples: [] };
  const names = new Set(own.packs.map((pack) => pack.name));
  const packs = [...(await loadPacks()).filter((pack) => !names.has(pack.name)), ...own.packs];
  const { errors } = tryCompile(packs, noWords);
  if (errors.length > 0) return { errors, examples: [] };
  const checked = new Set(own.packs.map((pack) => pack.file));
  return { errors, examples: checkPacks(packs).filter((one) => checked.size === 0 || checked.has(one.file)) };
}

/** `customary standards try TEXT`: the pasted text as an encounter, and its marks. Nothing is kept. */
export function tryStandards(
  packs: readonly Pack[],
  text: string,
  channel?: Channel,
  words: OrganisationWords = noWords,
): { encounter: Encounter; marks: EncounterMarks } {
  const encounter = encounterOfText(text, channel);
  return { encounter, marks: markEncounter(compilePacks(packs, words), encounter) };
}
