// Holds as tables and JSON list them: "30-95; pause 100-120" in a cell, records with a beginning and an end, a vCon's events.
import type { Hold } from '../holds.core.ts';
import { isRecord, numberAt, recordsAt, textAt } from './json-value.ts';
import type { Json, JsonRecord } from './json-value.ts';
import { clockSeconds, readMoment } from './times.ts';

const stretch = /^(pause[d]?|hold)?\s*([\d:.]+)\s*(?:s|sec)?\s*(?:-|–|to|\.\.)\s*([\d:.]+)\s*(?:s|sec)?$/i;

/**
 * A cell of holds: stretches in seconds or clock times with `;`, `,` or `|` between, or their JSON; `0` where there was none.
 * Null where it is none of these.
 */
export function holdsOfCell(text: string): Hold[] | null {
  const cell = text.trim();
  if (/^0+(?:\.0+)?$/.test(cell)) return [];
  if (cell.startsWith('[')) {
    try {
      return holdsOfJson(JSON.parse(cell) as Json);
    } catch {
      return null;
    }
  }
  const holds: Hold[] = [];
  for (const part of cell.split(/[;,|]/)) {
    const match = stretch.exec(part.trim());
    const from = match ? secondsOf(match[2]!) : null;
    const to = match ? secondsOf(match[3]!) : null;
    if (from === null || to === null || to < from) return null;
    holds.push({ from, to, kind: /^pause/i.test(match![1] ?? '') ? 'pause' : 'hold' });
  }
  return holds;
}

function secondsOf(text: string): number | null {
  const number = Number(text);
  return Number.isFinite(number) ? number : clockSeconds(text);
}

/** A list of holds in JSON: pairs of seconds, or records with a beginning and an end or a length. Null where one is neither. */
export function holdsOfJson(list: Json | undefined): Hold[] | null {
  if (!Array.isArray(list)) return null;
  const holds: Hold[] = [];
  for (const one of list as readonly Json[]) {
    const hold = Array.isArray(one) ? pair(one as readonly Json[]) : isRecord(one) ? holdOfRecord(one) : null;
    if (hold === null) return null;
    holds.push(hold);
  }
  return holds;
}

function pair([from, to]: readonly Json[]): Hold | null {
  return typeof from === 'number' && typeof to === 'number' && to >= from && from >= 0
    ? { from, to, kind: 'hold' }
    : null;
}

function holdOfRecord(one: JsonRecord): Hold | null {
  const ms = numberAt(one, 'BeginOffsetMillis', 'beginOffsetMillis', 'start_ms', 'startMs');
  const from =
    ms === undefined ? numberAt(one, 'from', 'start', 'start_time', 'startTime', 'begin', 'offset') : ms / 1000;
  const msEnd = numberAt(one, 'EndOffsetMillis', 'endOffsetMillis', 'end_ms', 'endMs');
  const end = msEnd === undefined ? numberAt(one, 'to', 'end', 'end_time', 'endTime', 'stop') : msEnd / 1000;
  const length = numberAt(one, 'seconds', 'duration');
  const to = end ?? (from === undefined || length === undefined ? undefined : from + length);
  if (from === undefined || to === undefined || from < 0 || to < from) return null;
  const kind = /pause|mute|record/i.test(textAt(one, 'kind', 'type', 'event', 'reason') ?? '') ? 'pause' : 'hold';
  return { from, to, kind };
}

/**
 * Holds of a vCon's dialogs by their `party_history` (`hold` to `unhold`, to the dialog's end where it lacks), in seconds from
 * `origin`, an instant in seconds. Undefined where no dialog keeps such a history.
 */
export function holdsOfDialogs(dialogs: readonly JsonRecord[], origin: number | undefined): Hold[] | undefined {
  const holds: Hold[] = [];
  let kept = false;
  for (const dialog of dialogs) {
    const events = recordsAt(dialog, 'party_history');
    if (events.length === 0) continue;
    kept = true;
    const began = instant(dialog, 'start');
    const length = numberAt(dialog, 'duration');
    const ended = began === undefined || length === undefined ? undefined : began + length;
    const open = new Map<number, number>();
    const close = (party: number, at: number | undefined): void => {
      const from = open.get(party);
      open.delete(party);
      if (from !== undefined && at !== undefined && origin !== undefined && at > from)
        holds.push({ from: Math.max(0, from - origin), to: at - origin, kind: 'hold' });
    };
    for (const event of events) {
      const party = numberAt(event, 'party') ?? -1;
      const at = instant(event, 'time');
      const kind = textAt(event, 'event')?.toLowerCase();
      if (kind === 'hold' && at !== undefined && !open.has(party)) open.set(party, at);
      else if (kind === 'unhold' || kind === 'drop') close(party, at);
    }
    for (const party of open.keys()) close(party, ended);
  }
  return kept ? holds.map((one) => ({ ...one, from: rounded(one.from), to: rounded(one.to) })) : undefined;
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

function instant(record: JsonRecord, key: string): number | undefined {
  const moment = readMoment(textAt(record, key) ?? '');
  return moment === null ? undefined : Date.parse(moment) / 1000;
}
