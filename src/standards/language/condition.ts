// Conditions: from YAML to the tree that the engine evaluates. Names of cues and situations are kept as written; they are
// resolved when all packs are together (engine/link.ts).
import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { channels } from '../encounter.core.ts';
import { measures, type By, type Condition, type Core, type Measure, type Nearness, type Place } from '../pack.core.ts';
import { readWithin, threshold } from './limits.ts';
import { readPhrase } from './phrase-entry.ts';
import type { Entry, Source } from './source.ts';

const cores = [
  'says',
  'all',
  'any',
  'none',
  'first-known',
  'at-least',
  'situation',
  'direction',
  'channel',
  ...measures,
  'answered',
  'words',
] as const;
const modifiers = [
  'by',
  'within',
  'before',
  'after',
  'not-before',
  'not-after',
  'not-part-of',
  'within-turns-of',
  'within-seconds-of',
  'in-order',
  'count',
  'ratio',
  'of',
  'question',
] as const;
const known: readonly string[] = [...cores, ...modifiers];

/** Reads one condition; null, with the error reported, where it can't be read. */
export function readCondition(source: Source, node: Node | null): Condition | null {
  const place = source.placeOf(node);
  if (isScalar(node)) {
    const name = source.text(node, 'A condition');
    return name === null ? null : { core: { kind: 'says', cues: [{ name, place }] }, place };
  }
  if (isSeq(node)) {
    source.report(
      place,
      'A bare list does not say whether all or any of it must hold.',
      'Write {all: [...]}, {any: [...]} or {none: [...]}.',
    );
    return null;
  }
  const entries = source.entries(node, 'A condition', known);
  if (entries === null) return null;
  const given = new Map(entries.map((entry) => [entry.key, entry]));
  const core = readCore(source, given, place);
  if (core === null) return null;
  return { core, ...readModifiers(source, given, core), place };
}

function readCore(source: Source, given: Map<string, Entry>, place: Place): Core | null {
  const found = cores.filter(
    (key) => given.has(key) && !(key === 'at-least' && !isList(given.get(key)) && hasGroup(given) && !given.has('of')),
  );
  const grouped = found.filter((key) => key !== 'at-least' || found.length === 1 || given.has('of'));
  if (grouped.length === 0 && given.has('ratio')) {
    const ratio = threshold(source, given.get('ratio')!);
    return ratio && { kind: 'words', ratio };
  }
  if (grouped.length === 0 && given.has('question')) return readAnswered(source, given);
  if (grouped.length !== 1) {
    const what =
      grouped.length === 0
        ? 'This condition says nothing that could hold.'
        : `This condition says two things: ${grouped.join(' and ')}.`;
    source.report(
      place,
      what,
      grouped.length === 0
        ? 'Write says: CUE, all: [...], any: [...], situation: NAME, silence: "> 10 s" or another.'
        : `Write {all: [{${grouped[0]}: ...}, {${grouped[1]}: ...}]}.`,
    );
    return null;
  }
  const key = grouped[0]!;
  const entry = given.get(key)!;
  if (given.has('at-least') && (key === 'all' || key === 'any')) return readGroup(source, given, 'at-least', entry);
  switch (key) {
    case 'says': {
      const cues = (source.items(entry.value, 'says', true) ?? []).flatMap((item) => {
        const name = source.text(item, 'The name of a cue');
        return name === null ? [] : [{ name, place: source.placeOf(item) }];
      });
      return cues.length === 0 ? null : { kind: 'says', cues };
    }
    case 'all':
    case 'any':
    case 'none':
    case 'first-known':
    case 'at-least':
      return readGroup(source, given, key, given.get('of') ?? entry);
    case 'situation': {
      const names = (source.items(entry.value, 'situation', true) ?? []).flatMap(
        (item) => source.text(item, 'The name of a situation') ?? [],
      );
      return names.length === 0 ? null : { kind: 'situation', names };
    }
    case 'direction': {
      const direction = source.oneOf(entry.value, 'direction', ['inbound', 'outbound']);
      return direction && { kind: 'direction', direction };
    }
    case 'channel': {
      const list = source.manyOf(entry.value, 'channel', channels);
      return list.length === 0 ? null : { kind: 'channel', channels: list };
    }
    case 'words': {
      const ratio = threshold(source, entry);
      return ratio && { kind: 'words', ratio };
    }
    case 'answered':
      return readAnswered(source, given);
    default: {
      const limit = threshold(source, entry);
      return limit && { kind: 'measure', measure: key satisfies Measure, threshold: limit };
    }
  }
}

function hasGroup(given: Map<string, Entry>): boolean {
  return given.has('all') || given.has('any');
}
function isList(entry: Entry | undefined): boolean {
  return isSeq(entry?.value);
}

function readGroup(
  source: Source,
  given: Map<string, Entry>,
  kind: 'all' | 'any' | 'none' | 'first-known' | 'at-least',
  list: Entry,
): Core | null {
  const items = source.items(list.value, `"${list.key}"`, kind === 'none');
  if (items === null) return null;
  const of = items.flatMap((item) => readCondition(source, item) ?? []);
  if (items.length === 0)
    source.report(list.at, `"${list.key}" has nothing in it.`, 'Write the conditions in square brackets.');
  if (of.length === 0 || of.length !== items.length) return null;
  if (kind !== 'at-least') return { kind, of };
  const least = Number(source.text(given.get('at-least')!.value, 'at-least'));
  if (!Number.isInteger(least) || least < 1 || least > of.length) {
    source.report(
      given.get('at-least')!.at,
      `at-least can't be that; there are ${of.length} conditions.`,
      `Write {at-least: 2, of: [...]} with a number from 1 to ${of.length}.`,
    );
    return null;
  }
  return { kind, least, of };
}

function readAnswered(source: Source, given: Map<string, Entry>): Core | null {
  const entry = given.get('answered') ?? given.get('question')!;
  let fields = given;
  if (isMap(entry.value)) {
    const inner = source.entries(entry.value, 'answered', ['question', 'is']);
    if (inner === null) return null;
    fields = new Map(inner.map((one) => [one.key === 'is' ? 'answered' : one.key, one]));
  }
  const question = fields.get('question');
  if (!question) {
    source.report(
      entry.at,
      'answered does not say which question.',
      'Write {question: "greeted ... entering", answered: yes}: the words of the question as a phrase.',
    );
    return null;
  }
  const questions = (source.items(question.value, 'question', true) ?? []).flatMap(
    (item) => readPhrase(source, item) ?? [],
  );
  const said = fields.get('answered');
  const text = said ? source.text(said.value, 'answered') : 'any';
  if (text === null || questions.length === 0) return null;
  const plain = text === 'true' ? 'yes' : text === 'false' ? 'no' : text;
  if (plain === 'yes' || plain === 'no' || plain === 'any') return { kind: 'answered', questions, answer: plain };
  const limit = threshold(source, said!);
  return limit && { kind: 'answered', questions, answer: limit };
}

function readModifiers(source: Source, given: Map<string, Entry>, core: Core): Omit<Condition, 'core' | 'place'> {
  const modifier: { -readonly [Key in keyof Condition]?: Condition[Key] } = {};
  const by = given.get('by');
  const who = by && source.oneOf<By>(by.value, 'by', ['rep', 'customer', 'anyone']);
  if (who) modifier.by = who;
  const within = given.get('within');
  if (within) {
    const read = readWithin(source, within);
    if (read) modifier.within = read;
  }
  for (const [key, field] of [
    ['before', 'before'],
    ['after', 'after'],
    ['not-before', 'notBefore'],
    ['not-after', 'notAfter'],
    ['not-part-of', 'notPartOf'],
  ] as const) {
    const entry = given.get(key);
    const condition = entry && readCondition(source, entry.value);
    if (condition) modifier[field] = condition;
  }
  for (const unit of ['turns', 'seconds'] as const) {
    const entry = given.get(`within-${unit}-of`);
    const near = entry && readNearness(source, entry, unit);
    if (near) modifier.near = near;
  }
  const order = given.get('in-order');
  if (order && source.flag(order.value, 'in-order')) modifier.inOrder = true;
  const count = given.get('count');
  const counted = count && threshold(source, count);
  if (counted) modifier.count = counted;
  const ratio = given.get('ratio');
  const share = ratio && core.kind !== 'words' && threshold(source, ratio);
  if (share) modifier.ratio = share;
  return modifier;
}

function readNearness(source: Source, entry: Entry, unit: 'turns' | 'seconds'): Nearness | null {
  if (isMap(entry.value)) {
    const fields = source.entries(entry.value, entry.key, [unit, 'of']);
    const amount = Number(source.text(fields?.find((field) => field.key === unit)?.value ?? null, unit));
    const of = readCondition(source, fields?.find((field) => field.key === 'of')?.value ?? null);
    return of && amount >= 0 ? { amount, unit, of } : null;
  }
  const text = source.text(entry.value, entry.key);
  if (text === null) return null;
  const match = /^(\d+(?:\.\d+)?)(?: ?(?:turns?|s|seconds?))?(?: of (\S+))?$/.exec(text);
  if (!match) {
    source.report(
      source.placeOf(entry.value),
      `"${text}" is no nearness.`,
      `Write ${entry.key}: 2, or ${entry.key}: {${unit}: 2, of: CUE}.`,
    );
    return null;
  }
  const place = source.placeOf(entry.value);
  const of: Condition | undefined = match[2]
    ? { core: { kind: 'says', cues: [{ name: match[2], place }] }, place }
    : undefined;
  return { amount: Number(match[1]), unit, ...(of ? { of } : {}) };
}
