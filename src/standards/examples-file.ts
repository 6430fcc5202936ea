// Examples beside a pack, in a file of their own: `core.examples.yaml` beside `core.yaml`. A corpus of them would make a pack
// long to read and slow to load, so they are read only where examples are run.
import { readExampleGroups } from './language/example.ts';
import { Source } from './language/source.ts';
import type { Example, Pack, PackError, Place, StandardEntry } from './pack.core.ts';

interface ExamplesFile {
  /** The pack's name. */
  readonly of: string | null;
  readonly standards: readonly { readonly id: string; readonly place: Place; readonly examples: readonly Example[] }[];
  readonly errors: readonly PackError[];
}

/** Reads `examples-of: PACK` and `standards: {id: {met: [...], failed: [...], not-applicable: [...]}}`. */
export function readExamplesFile(file: string, text: string): ExamplesFile {
  const source = new Source(file, text.startsWith('\uFEFF') ? text.slice(1) : text);
  const nothing = { of: null, standards: [], errors: source.errors };
  if (source.errors.length > 0) return nothing;
  const entries = source.entries(source.root, 'A file of examples', ['examples-of', 'standards']);
  if (entries === null) return nothing;
  const given = new Map(entries.map((entry) => [entry.key, entry.value]));
  if (!given.has('examples-of'))
    source.report(
      { line: 1, column: 1 },
      'This file does not say whose examples it holds.',
      'Write "examples-of: core" as its first line.',
    );
  const of = given.has('examples-of') ? source.text(given.get('examples-of')!, 'examples-of') : null;
  const standards = (
    given.has('standards') ? (source.entries(given.get('standards')!, 'standards', null) ?? []) : []
  ).map((entry) => ({
    id: entry.key,
    place: entry.at,
    examples: readExampleGroups(source, entry).map((one) => ({ ...one, file })),
  }));
  return { of, standards, errors: source.errors };
}

/** The packs with the examples of some files added to their standards, and what is wrong with those files. */
export function withExamples(
  packs: readonly Pack[],
  files: readonly { readonly file: string; readonly text: string }[],
): { packs: Pack[]; errors: PackError[] } {
  const errors: PackError[] = [];
  const added = new Map<StandardEntry, Example[]>();
  for (const { file, text } of files) {
    const read = readExamplesFile(file, text);
    errors.push(...read.errors);
    if (read.of === null) continue;
    const pack = packs.find((one) => one.name === read.of);
    if (!pack) {
      const what = `There is no pack "${read.of}" for these examples.`;
      errors.push({ file, line: 1, column: 1, what, write: 'Write the name that stands in the pack after "pack:".' });
      continue;
    }
    for (const { id, place, examples } of read.standards) {
      const standard = pack.standards.find((one) => one.id === id);
      if (standard) added.set(standard, [...(added.get(standard) ?? []), ...examples]);
      else
        errors.push({
          file,
          ...place,
          what: `The pack "${read.of}" has no standard "${id}".`,
          write: 'Write an id as it stands in the pack.',
        });
    }
  }
  if (added.size === 0) return { packs: [...packs], errors };
  const longer = packs.map((pack) => ({
    ...pack,
    standards: pack.standards.map((one) => ({ ...one, examples: [...one.examples, ...(added.get(one) ?? [])] })),
  }));
  return { packs: longer, errors };
}
