// Examples of a standard: a few lines of a contact, and what must come out. They are run by every check of a pack.
import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { channels } from '../encounter.core.ts';
import type { Example } from '../pack.core.ts';
import type { StandardKind } from '../standard.core.ts';
import { type Entry, type Source, written } from './source.ts';

const outcomes = ['met', 'failed', 'not-applicable'] as const;
const keys = ['turns', 'channel', 'direction', 'rings', 'answer-time', 'holds', 'transcribed-by', 'answers'];

/** Reads `examples: {met: [...], failed: [...], not-applicable: [...]}`. An example is one line, a text of lines, a list of lines, or a map with `turns`. */
export function readExamples(source: Source, entry: Entry, kind: StandardKind): Example[] {
  const all = readExampleGroups(source, entry);
  const given = new Set(
    isMap(entry.value) ? entry.value.items.map(({ key }) => (isScalar(key) ? key.value : null)) : [],
  );
  for (const needed of ['met', 'failed'] as const) {
    if (!all.some((one) => one.expected === needed) && !given.has(needed)) {
      source.report(
        entry.at,
        `There is no example ${needed}.`,
        kind === 'atrocity' && needed === 'failed'
          ? 'Write failed: and a contact in which it happens.'
          : `Write ${needed}: and a few lines of a contact.`,
      );
    }
  }
  return all;
}

/** The groups met, failed and not-applicable, whichever there are. */
export function readExampleGroups(source: Source, entry: Entry): Example[] {
  const all: Example[] = [];
  for (const group of source.entries(entry.value, 'examples', outcomes) ?? []) {
    const items = source.items(group.value, group.key, true) ?? [];
    if (items.length === 0)
      source.report(
        group.at,
        `There is no example under ${group.key}.`,
        'Write ["rep: ...", "customer: ..."] or take the line out.',
      );
    for (const item of items) {
      const example = readExample(source, item, group.key as Example['expected']);
      if (example) all.push(example);
    }
  }
  return all;
}

function readExample(source: Source, node: Node | null, expected: Example['expected']): Example | null {
  const place = source.placeOf(node);
  if (isScalar(node) || isSeq(node)) return { expected, turns: readLines(source, node), answers: [], place };
  const entries = source.entries(node, 'An example', keys);
  if (entries === null) return null;
  const given = new Map(entries.map((one) => [one.key, one]));
  const number = (key: string): number | undefined => {
    if (!given.has(key)) return undefined;
    const value = Number((source.text(given.get(key)!.value, key) ?? '').replace(/ ?s$/, ''));
    if (Number.isNaN(value)) source.report(given.get(key)!.at, `${key} is no number.`, `Write ${key}: 3.`);
    return value;
  };
  const channel = given.has('channel') ? source.oneOf(given.get('channel')!.value, 'channel', channels) : null;
  const direction = given.has('direction')
    ? source.oneOf(given.get('direction')!.value, 'direction', ['inbound', 'outbound'] as const)
    : null;
  const heardBy = given.has('transcribed-by')
    ? source.oneOf(given.get('transcribed-by')!.value, 'transcribed-by', ['machine', 'person'] as const)
    : null;
  const rings = number('rings');
  const secondsToAnswer = number('answer-time');
  const holds = given.has('holds') ? readHolds(source, given.get('holds')!) : undefined;
  return {
    expected,
    turns: given.has('turns') ? readLines(source, given.get('turns')!.value) : [],
    answers: given.has('answers') ? readAnswers(source, given.get('answers')!.value) : [],
    ...(channel ? { channel } : {}),
    ...(direction ? { direction } : {}),
    ...(heardBy ? { heardBy: heardBy === 'machine' ? 'recogniser' : 'person' } : {}),
    ...(rings === undefined ? {} : { rings }),
    ...(secondsToAnswer === undefined ? {} : { secondsToAnswer }),
    ...(holds ? { holds } : {}),
    place,
  };
}

const speakers: Record<string, 'rep' | 'customer' | 'other'> = {
  rep: 'rep',
  agent: 'rep',
  customer: 'customer',
  caller: 'customer',
  other: 'other',
};

function readLines(source: Source, node: Node | null): Example['turns'] {
  const turns: Example['turns'][number][] = [];
  for (const item of source.items(node, 'An example', true) ?? []) {
    for (const line of exampleText(source, item).split('\n')) {
      if (line.trim() === '') continue;
      const match = /^\s*(?:\[?(\d+(?:\.\d+)?)(?: ?- ?(\d+(?:\.\d+)?))? ?s?\]? +)?(\w+): *(.*?)\s*$/.exec(line);
      const speaker = match && speakers[match[3]!.toLowerCase()];
      if (!match || !speaker) {
        source.report(
          source.placeOf(item),
          'This line of an example does not say who speaks.',
          'Write "rep: ..." or "customer: ...", with times "[0-2.5] rep: ...".',
        );
        continue;
      }
      turns.push({
        speaker,
        text: match[4]!,
        ...(match[1] ? { start: Number(match[1]) } : {}),
        ...(match[2] ? { end: Number(match[2]) } : {}),
      });
    }
  }
  return turns;
}

// `- rep: Hello` without quotes is a map to YAML; it is what people write, so it is read as the line it looks like.
function exampleText(source: Source, item: Node | null): string {
  if (isMap(item)) {
    return item.items
      .map(
        (pair) => `${isScalar(pair.key) ? written(pair.key) : ''}: ${isScalar(pair.value) ? written(pair.value) : ''}`,
      )
      .join('\n');
  }
  return source.text(item, 'A line of an example') ?? '';
}

function readAnswers(source: Source, node: Node | null): { question: string; answer: string }[] {
  return (source.entries(node, 'answers', null) ?? []).map((entry) => ({
    question: entry.key,
    answer: source.text(entry.value, 'An answer') ?? '',
  }));
}

function readHolds(source: Source, entry: Entry): NonNullable<Example['holds']> {
  return (source.items(entry.value, 'holds', true) ?? []).flatMap((item) => {
    const match = /^(pause )?(\d+(?:\.\d+)?) ?- ?(\d+(?:\.\d+)?)( ?s)?$/.exec(source.text(item, 'A hold') ?? '');
    if (!match) {
      source.report(
        source.placeOf(item),
        'This is no hold.',
        'Write "30-95", from and to in seconds, or "pause 30-95".',
      );
      return [];
    }
    return [{ from: Number(match[2]), to: Number(match[3]), kind: match[1] ? ('pause' as const) : ('hold' as const) }];
  });
}
