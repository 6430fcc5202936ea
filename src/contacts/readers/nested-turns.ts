// Records that hold their turns in a list, under the names that tools use: `turns`, `messages`, `utterances`, ...
import { fieldOfHeader, usualOf } from './column-words.ts';
import { factsOfRecord } from './facts-of.ts';
import { at, isRecord, numberAt, textAt } from './json-value.ts';
import type { Json, JsonRecord } from './json-value.ts';
import type { FoundTurn } from './make-draft.ts';
import { mergeTurns } from './table-turns.ts';
import { wordsBeside } from './recogniser-words.ts';
import { roleField } from './shape-read.ts';
import type { ShapeRead } from './shape-read.ts';
import { statedRole } from './speaker-words.ts';
import { readTime, startOf } from './times.ts';
import type { WrittenTime } from './times.ts';

const lists = [
  'turns',
  'messages',
  'utterances',
  'conversation',
  'conversationItems',
  'conversation_items',
  'dialog',
  'dialogue',
  'log',
  'transcript',
  'transcripts',
  'entries',
  'items',
  'events',
  'segments',
  'original',
  'chat',
  'lines',
  'interactions',
  'phrases',
  'data',
];
// A record whose list has one of the first seven names is a contact even where the list is empty.
const emptyLists = 7;
const texts = [
  'text',
  'utterance',
  'message',
  'content',
  'body',
  'transcript',
  'value',
  'sentence',
  'words',
  'display',
  'displayText',
  'normalizedText',
];
const labels = [
  'speaker',
  'role',
  'author',
  'sender',
  'from',
  'participant',
  'participantId',
  'participant_id',
  'participantRole',
  'speaker_id',
  'speakerId',
  'speaker_label',
  'speakerLabel',
  'speakerName',
  'speaker_name',
  'name',
  'user',
  'who',
  'agent_or_customer',
  'channel',
];
const starts = [
  'start',
  'start_time',
  'startTime',
  'begin',
  'offset',
  'offset_seconds',
  'time',
  'timestamp',
  'at',
  'ts',
  'created_at',
  'createdAt',
  'sent_at',
  'start_seconds',
  'startOffset',
];
const startsInMs = ['start_ms', 'startMs', 'offset_ms', 'offsetMs', 'beginMs', 'start_offset_ms'];
const ends = ['end', 'end_time', 'endTime', 'stop', 'to', 'end_seconds', 'endOffset'];

/** Reads a record with one list of turns; null where none of its lists holds words. */
export function readNestedTurns(record: JsonRecord, id: string): ShapeRead | null {
  const held = heldTurns(record);
  if (held === null) {
    const empty = lists
      .slice(0, emptyLists)
      .some((list) => Array.isArray(record[list]) && (record[list] as readonly Json[]).length === 0);
    return empty
      ? { expected: 'at least one turn with words', remedy: 'Leave the record out, or export it with its words.' }
      : null;
  }
  const { facts, id: own, names, language } = factsOfRecord(record);
  const { turns, started } = relative(held.turns);
  const merged = turns.some((turn) => turn.end !== undefined) ? mergeTurns(turns, true) : turns;
  return {
    found: {
      originalId: own ?? id,
      format: 'turns',
      turns: merged,
      facts: { ...(facts.startedAt === undefined ? startOf(started) : {}), ...facts },
      usualChannel: usualOf([held.name, ...keysOf(record[held.name] as readonly Json[])]),
      // Nobody but a recogniser writes words one by one.
      heardBy: merged.some((turn) => turn.words !== undefined) ? 'recogniser' : undefined,
      language,
      knownNames: names,
    },
  };
}

// The first few turns show what names the tool uses.
function keysOf(list: readonly Json[]): string[] {
  return [...new Set(list.slice(0, 5).flatMap((one) => (isRecord(one) ? Object.keys(one) : [])))];
}

// `data` and the like hold anything: there a turn must say who speaks, and rows of several contacts are a table.
const plainLists = new Set(['data', 'items', 'entries', 'events', 'interactions', 'transcripts', 'lines']);

/** The first of a record's lists that holds one contact's turns, and these. */
function heldTurns(record: JsonRecord): { readonly name: string; readonly turns: TimedTurn[] } | null {
  for (const name of lists) {
    const list = record[name];
    if (!Array.isArray(list)) continue;
    const turns = turnsOf(list as readonly Json[]);
    if (areTurns(name, list as readonly Json[], turns)) return { name, turns };
  }
  return null;
}

function areTurns(name: string, list: readonly Json[], turns: readonly TimedTurn[]): boolean {
  if (turns.length === 0) return false;
  if (plainLists.has(name) && turns.filter((turn) => turn.label !== null).length * 2 < turns.length) return false;
  const ids = new Set(list.slice(0, 100).flatMap((one) => (isRecord(one) ? contactIds(one) : [])));
  return ids.size <= 1;
}

const contactIds = (one: JsonRecord): string[] => {
  const key = Object.keys(one).find((name) => fieldOfHeader(name) === 'contact' && !/^(?:id|uuid|guid)$/i.test(name));
  const value = key === undefined ? undefined : textAt(one, key);
  return value === undefined ? [] : [value];
};

interface TimedTurn extends FoundTurn {
  at?: WrittenTime;
}

/** The turns of a list; empty where its members are no turns. Pairs (`["agent", "hello"]`) and exchanges (`{user, assistant}`) too. */
export function turnsOf(list: readonly Json[]): TimedTurn[] {
  const turns: TimedTurn[] = [];
  for (const one of list) {
    if (typeof one === 'string') turns.push(pairOf(one));
    else if (Array.isArray(one)) {
      const [label, text] = one as readonly Json[];
      if (typeof label === 'string' && typeof text === 'string') turns.push({ label, text });
    } else if (isRecord(one)) turns.push(...turnsOfRecord(one));
  }
  const worded = turns.filter((turn) => turn.text.trim() !== '');
  return worded.length * 2 >= list.length ? worded : [];
}

function pairOf(line: string): TimedTurn {
  const head = /^([\p{L}][\p{L}\p{N} _-]{0,30}):\s+/u.exec(line);
  return head ? { label: head[1]!, text: line.slice(head[0].length) } : { label: null, text: line };
}

function turnsOfRecord(one: JsonRecord): TimedTurn[] {
  const text = wordsOf(one);
  if (text === undefined) {
    return Object.entries(one).flatMap(([key, value]): TimedTurn[] =>
      typeof value === 'string' && statedRole(key) !== null && value.trim() !== '' ? [{ label: key, text: value }] : [],
    );
  }
  const label = labelOf(one);
  const role =
    roleField(one.role) ?? roleField(one.participantRole) ?? roleField(one.sender_type) ?? roleField(one.type);
  const ms = numberAt(one, ...startsInMs);
  const start = readTime(textAt(one, ...starts) ?? '');
  const end = readTime(textAt(one, ...ends) ?? '');
  return [
    {
      label:
        label ?? (role === undefined ? null : (textAt(one, 'role', 'participantRole', 'sender_type', 'type') ?? null)),
      speaker: role,
      text,
      ...(ms !== undefined ? { start: ms / 1000 } : {}),
      ...(start && 'seconds' in start ? { start: start.seconds } : {}),
      ...(end && 'seconds' in end ? { end: end.seconds } : {}),
      ...(start && 'moment' in start ? { at: start } : {}),
      confidence: numberAt(one, 'confidence'),
      words: wordsBeside(one),
    },
  ];
}

/** Chat tools keep content as text, as `{text}` or as a list of parts. */
function wordsOf(one: JsonRecord): string | undefined {
  for (const key of texts) {
    const value = one[key];
    if (typeof value === 'string') return value;
    if (isRecord(value) && typeof value.text === 'string') return value.text;
    if (Array.isArray(value) && value.length > 0) {
      const parts = (value as readonly Json[])
        .map((part) => (typeof part === 'string' ? part : textAt(part, 'text', 'word', 'content')))
        .filter((part) => part !== undefined);
      if (parts.length > 0) return parts.join(' ');
    }
  }
  return undefined;
}

function labelOf(one: JsonRecord): string | null {
  const plain = textAt(one, ...labels);
  if (plain !== undefined) return plain;
  for (const key of ['speaker', 'author', 'sender', 'from', 'participant', 'user']) {
    const found = textAt(at(one, key), 'role', 'type', 'name', 'id', 'displayName');
    if (found !== undefined) return found;
  }
  return null;
}

/** Instants to seconds from the first of them. */
function relative(turns: readonly TimedTurn[]): { turns: FoundTurn[]; started: WrittenTime | undefined } {
  const started = turns.find((turn) => turn.at !== undefined)?.at;
  const from = started === undefined ? 0 : Date.parse(started.moment);
  const plain = turns.map(({ at: moment, ...turn }): FoundTurn =>
    moment === undefined ? turn : { ...turn, start: (Date.parse(moment.moment) - from) / 1000 },
  );
  return { turns: plain, started };
}
