// The standards of a pack: each with its words, its conditions and its examples.
import type { Node } from 'yaml';
import { channels } from '../encounter.core.ts';
import type { Condition, StandardEntry } from '../pack.core.ts';
import type { StandardKind } from '../standard.core.ts';
import { readCondition } from './condition.ts';
import { readExamples } from './example.ts';
import { type Entry, longestName, type Source } from './source.ts';

const keys = [
  'id',
  'kind',
  'says',
  'because',
  'applies',
  'instead',
  'weight',
  'channels',
  'task',
  'few',
  'first-impression',
  'applies-when',
  'met-when',
  'failed-when',
  'done-when',
  'could-when',
  'title',
  'failing',
  'examples',
];

/** Reads the list of standards; what can't be read is reported and left out. */
export function readStandards(source: Source, node: Node | null): StandardEntry[] {
  const seen = new Map<string, number>();
  return (source.items(node, 'standards') ?? []).flatMap((item) => {
    const entries = source.entries(item, 'A standard', keys);
    const entry = entries && readStandard(source, item, new Map(entries.map((one) => [one.key, one])));
    if (!entry) return [];
    const earlier = seen.get(entry.id);
    if (earlier !== undefined)
      source.report(entry.place, `"${entry.id}" stands in line ${earlier} already.`, 'Give one of the two another id.');
    seen.set(entry.id, entry.place.line);
    return [entry];
  });
}

function readStandard(source: Source, node: Node | null, given: Map<string, Entry>): StandardEntry | null {
  const place = given.get('id')?.at ?? source.placeOf(node);
  const text = (key: string): string | null => (given.has(key) ? source.text(given.get(key)!.value, key) : null);
  const condition = (key: string): Condition | null =>
    given.has(key) ? readCondition(source, given.get(key)!.value) : null;
  const flag = (key: string): boolean => given.has(key) && source.flag(given.get(key)!.value, key);
  const id = text('id');
  if (!given.has('id')) source.report(place, 'This standard has no id.', 'Write id: area.name, like opening.greeting.');
  else if (id !== null && (id.length > longestName || !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(id)))
    source.report(
      source.placeOf(given.get('id')!.value),
      `"${id}" is no id.`,
      `Write area.name in at most ${longestName} small letters, like opening.greeting.`,
    );
  const says = text('says');
  if (!given.has('says'))
    source.report(place, `"${id}" does not say what is observed.`, 'Write says: Answers with a greeting.');
  const stated = given.has('kind')
    ? source.oneOf<StandardKind>(given.get('kind')!.value, 'kind', ['standard', 'atrocity'])
    : null;
  const kind = stated ?? (id?.startsWith('atrocity.') ? 'atrocity' : 'standard');
  checkConditions(source, given, kind, id ?? '', place);
  const weight = given.has('weight') ? Number(text('weight')) : 2;
  if (!(weight > 0 && weight <= 5))
    source.report(
      given.get('weight')!.at,
      'weight is no number from 1 to 5.',
      'Write 1 for small, 2 normal, 3 large, 5 for an atrocity that spoils the contact.',
    );
  const optional = {
    because: text('because'),
    title: text('title'),
    failing: text('failing'),
    applies: text('applies'),
    instead: text('instead'),
    task: text('task'),
    appliesWhen: condition('applies-when'),
    metWhen: condition('met-when'),
    failedWhen: condition('failed-when'),
    doneWhen: condition('done-when'),
    couldWhen: condition('could-when'),
  };
  const examples = given.has('examples') ? readExamples(source, given.get('examples')!, kind) : [];
  if (id === null || says === null) return null;
  return {
    id,
    kind,
    says,
    weight,
    channels: given.has('channels') ? source.manyOf(given.get('channels')!.value, 'channels', channels) : [],
    few: flag('few'),
    firstImpression: flag('first-impression'),
    examples,
    place,
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null)) as Partial<StandardEntry>),
  };
}

function checkConditions(
  source: Source,
  given: Map<string, Entry>,
  kind: StandardKind,
  id: string,
  place: StandardEntry['place'],
): void {
  const has = (key: string): boolean => given.has(key);
  if (kind === 'atrocity') {
    if (!has('instead'))
      source.report(
        place,
        `The atrocity "${id}" does not say what to do instead.`,
        'Write instead: and the better act, in words a rep could say.',
      );
    if (!has('done-when'))
      source.report(place, `The atrocity "${id}" does not say when it was done.`, 'Write done-when: and a condition.');
    for (const key of ['met-when', 'failed-when']) {
      if (has(key))
        source.report(
          given.get(key)!.at,
          `An atrocity has no ${key}.`,
          'Write done-when, and could-when for where it could have happened.',
        );
    }
    return;
  }
  if (!has('met-when') && !has('failed-when'))
    source.report(place, `"${id}" does not say when it is met.`, 'Write met-when: and a condition.');
  for (const key of ['done-when', 'could-when']) {
    if (has(key))
      source.report(
        given.get(key)!.at,
        `A standard has no ${key}; an atrocity has.`,
        key === 'done-when' ? 'Write failed-when, or kind: atrocity.' : 'Write applies-when.',
      );
  }
}
