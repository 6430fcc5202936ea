// Reads a pack from its YAML text. Everything wrong in it is reported at once, each with its line and what to write instead.
import type { Node } from 'yaml';
import type { Cue, NamedCondition, Pack, PackError, Phrase } from './pack.core.ts';
import { readCondition } from './language/condition.ts';
import { readPhrase } from './language/phrase-entry.ts';
import { longestName, Source } from './language/source.ts';
import { readStandards } from './language/standard-entry.ts';

export type { Pack, PackError } from './pack.core.ts';

const keys = [
  'pack',
  'language',
  'says',
  'changes',
  'uses',
  'cues',
  'situations',
  'kinds',
  'reasons',
  'heard',
  'standards',
];

/** The pack in `text`, or everything that is wrong with it. Names of cues are looked up later, by `linkErrors`, since they may stand in other packs. */
export function readPack(file: string, text: string): { pack?: Pack; errors: PackError[] } {
  const source = new Source(file, text.startsWith('\uFEFF') ? text.slice(1) : text);
  if (source.errors.length > 0) return { errors: source.errors };
  const entries = source.entries(source.root, 'A pack', keys);
  if (entries === null) return { errors: source.errors };
  const given = new Map(entries.map((entry) => [entry.key, entry.value]));
  const name = given.has('pack') ? source.text(given.get('pack')!, 'pack') : null;
  if (!given.has('pack'))
    source.report({ line: 1, column: 1 }, 'This pack has no name.', 'Write "pack: my-standards" as its first line.');
  if (name !== null && !isName(name))
    source.report(
      source.placeOf(given.get('pack')),
      `"${name}" is no name for a pack.`,
      `Write at most ${longestName} small letters, digits and hyphens, like front-desk.`,
    );
  const language = given.has('language') ? source.text(given.get('language')!, 'language') : 'en';
  if (language !== null && !languagePattern.test(language))
    source.report(
      source.placeOf(given.get('language')),
      `"${language}" is no language.`,
      'Write its code of two or three letters, like en or es.',
    );
  const says = given.has('says') ? source.text(given.get('says')!, 'says') : null;
  const changes = given.has('changes') ? source.text(given.get('changes')!, 'changes') : null;
  const uses = given.has('uses')
    ? (source.items(given.get('uses')!, 'uses', true) ?? []).flatMap((item) => {
        const used = source.text(item, 'uses');
        return used === null ? [] : [{ name: used, place: source.placeOf(item) }];
      })
    : null;
  const situations = readNamed(source, given.get('situations'), 'situations');
  const kinds = readKinds(source, given.get('kinds'), situations);
  const pack: Pack = {
    file,
    name: name ?? '',
    language: (language ?? 'en').toLowerCase().split(/[-_]/)[0]!,
    ...(says === null ? {} : { says }),
    ...(changes === null ? {} : { changes }),
    ...(uses === null ? {} : { uses }),
    cues: readCues(source, given.get('cues')),
    situations: [...situations, ...kinds.conditions],
    kinds: kinds.names,
    reasons: readNamed(source, given.get('reasons'), 'reasons'),
    heard: readNamed(source, given.get('heard'), 'heard'),
    standards: given.has('standards') ? readStandards(source, given.get('standards')!) : [],
  };
  return source.errors.length > 0 ? { errors: source.errors } : { pack, errors: [] };
}

const isName = (text: string): boolean => text.length <= longestName && /^[a-z0-9][a-z0-9-]*$/.test(text);
/** As in BCP 47, by which contacts tell theirs. */
const languagePattern = /^[a-z]{2,3}([-_][a-z0-9]{1,8})*$/i;

function readCues(source: Source, node: Node | null | undefined): Map<string, Cue> {
  const cues = new Map<string, Cue>();
  if (node === undefined) return cues;
  for (const entry of source.entries(node, 'cues', null) ?? []) {
    if (!isName(entry.key)) {
      source.report(
        entry.at,
        `"${entry.key}" is no name for a cue.`,
        `Write at most ${longestName} small letters, digits and hyphens, like ask-price.`,
      );
      continue;
    }
    const items = source.items(entry.value, `The cue "${entry.key}"`, true) ?? [];
    if (items.length === 0)
      source.report(
        entry.at,
        `The cue "${entry.key}" has no phrases.`,
        'Write a list of what people say, like ["hello", "good morning"].',
      );
    const phrases: Phrase[] = items.flatMap((item) => readPhrase(source, item) ?? []);
    cues.set(entry.key, { name: entry.key, phrases, place: entry.at });
  }
  return cues;
}

function readNamed(source: Source, node: Node | null | undefined, what: string): NamedCondition[] {
  if (node === undefined) return [];
  return (source.entries(node, what, null) ?? []).flatMap((entry) => {
    if (!isName(entry.key))
      source.report(
        entry.at,
        `"${entry.key}" is no name.`,
        `Write at most ${longestName} small letters, digits and hyphens, like new-enquiry.`,
      );
    const condition = readCondition(source, entry.value);
    return condition ? [{ name: entry.key, condition, place: entry.at }] : [];
  });
}

// `kinds` is a list of situations, strongest first, or a map of conditions in that order; without it every situation is a kind.
function readKinds(
  source: Source,
  node: Node | null | undefined,
  situations: readonly NamedCondition[],
): { names: string[]; conditions: NamedCondition[] } {
  if (node === undefined) return { names: situations.map((one) => one.name), conditions: [] };
  if (source.isList(node)) {
    const names = (source.items(node, 'kinds') ?? []).flatMap((item) => {
      const name = source.text(item, 'A kind');
      if (name === null) return [];
      if (!situations.some((one) => one.name === name))
        source.report(
          source.placeOf(item),
          `There is no situation "${name}" in this pack.`,
          'Write it under situations, or take it out here.',
        );
      return [name];
    });
    return { names, conditions: [] };
  }
  const conditions = readNamed(source, node, 'kinds');
  for (const one of conditions) {
    if (situations.some((other) => other.name === one.name))
      source.report(
        one.place,
        `"${one.name}" is a situation already.`,
        'Write kinds as a list of names, or take one of the two out.',
      );
  }
  return { names: conditions.map((one) => one.name), conditions };
}
