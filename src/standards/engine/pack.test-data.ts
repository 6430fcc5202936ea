// Small packs for tests, written inline, and encounters from lines.
import type { Encounter } from '../encounter.core.ts';
import type { OrganisationWords, Pack } from '../pack.core.ts';
import { readPack } from '../pack.ts';
import type { EncounterMarks, MarkDraft } from '../standard.core.ts';
import { encounterOfText } from '../try-text.ts';
import { compilePacks, noWords } from './compile-packs.ts';
import type { CompiledPacks } from './compiled.core.ts';
import { markEncounter } from './mark-encounter.ts';

/** The pack in a YAML text. Fails where it can't be read. */
export function packOf(text: string, file = 'test.yaml'): Pack {
  const { pack, errors } = readPack(file, text);
  if (!pack) throw new Error(errors.map((one) => `${one.line}: ${one.what}`).join('\n'));
  return pack;
}

/** A pack with one standard `a.b`, met when `condition` (YAML flow) holds. */
export function packWith(cues: Readonly<Record<string, readonly string[]>>, condition: string, more = ''): Pack {
  const lines = Object.entries(cues).map(([name, phrases]) => `  ${name}: ${JSON.stringify(phrases)}`);
  return packOf(
    `pack: test\nlanguage: en\ncues:\n${lines.join('\n')}\n${more}\nstandards:\n  - id: a.b\n    says: It.\n    met-when: ${condition}\n`,
  );
}

export function compiledWith(
  cues: Readonly<Record<string, readonly string[]>>,
  condition: string,
  more = '',
  words: OrganisationWords = noWords,
): CompiledPacks {
  return compilePacks([packWith(cues, condition, more)], words);
}

/** Lines like "rep: hello", separated by " / ". */
export function talk(lines: string, more: Partial<Encounter> = {}): Encounter {
  return { ...encounterOfText(lines.replaceAll(' / ', '\n')), ...more };
}

export function marked(compiled: CompiledPacks, lines: string, more: Partial<Encounter> = {}): EncounterMarks {
  return markEncounter(compiled, talk(lines, more));
}

/** The verdict of `a.b` under a condition. */
export function verdict(
  cues: Readonly<Record<string, readonly string[]>>,
  condition: string,
  lines: string,
  more: Partial<Encounter> = {},
): string {
  return marked(compiledWith(cues, condition), lines, more).marks[0]?.verdict ?? 'not-applicable';
}

/** What a phrase finds in what a rep says: the quotes, in order. */
export function quotes(phrase: string, said: string, words: OrganisationWords = noWords): string[] {
  const compiled = compiledWith({ it: [phrase] }, '{says: it, count: ">= 1"}', '', words);
  const encounter = talk(`rep: ${said}`);
  return quotesOf(encounter, markEncounter(compiled, encounter).marks[0]!);
}

export function quotesOf(encounter: Encounter, mark: MarkDraft): string[] {
  return mark.evidence.map(({ turn, from, to }) => encounter.turns[turn]!.text.slice(from, to));
}
