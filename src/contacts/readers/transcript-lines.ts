// A transcript as people write it: who speaks and when, at the head of a line. Lines without a head continue the turn.
import { readTime } from './times.ts';
import type { FoundTurn } from './make-draft.ts';
import { statedRole } from './speaker-words.ts';

interface Head {
  readonly label: string | null;
  readonly time: string | null;
  readonly end: string | null;
  readonly rest: string;
  /** `Dana Lee  0:12` alone on a line: the words follow on the next. */
  readonly alone: boolean;
}

const clock = String.raw`\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,6})?`;
const instant = String.raw`\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?`;
// `[00:12]`, `(0:12)`, `00:00:12 -`, `[00:00:12.340 --> 00:00:14.000]`, `2026-03-01 14:05:09`
const leadingTime = new RegExp(
  String.raw`^[[(]?\s*(${instant}|${clock})(?:\s*(?:-->|-|–|to)\s*(${clock}))?\s*(?:[ap]m)?[\])]?\s*[-–|:]?\s*(?=\S|$)`,
  'i',
);
// Markdown's stars are seen through: `**Agent:** hello`.
const labelled =
  /^(?:[-*•>]\s+)?[*_]{0,2}(\[?[\p{L}][\p{L}\p{N} .'’_&/#()-]{0,39}?\]?)[*_]{0,2}\s*(?:[[(]\s*([\d:.,]{4,12})\s*[\])])?\s*[*_]{0,2}[::][*_]{0,2}\s*(.*)$/u;
const headAlone = new RegExp(
  String.raw`^[*_]{0,2}([\p{L}][\p{L}\p{N} .'’_-]{0,39}?)[*_]{0,2}(?:\s{2,}|\t|\s*[-–|(\[]\s*|\s+)(${clock})[\])]?$`,
  'u',
);
const gapLabel = /^([\p{L}][\p{L}\p{N} .'’_-]{0,30}?\p{L}*\s?\d{0,2})(?:\s{2,}|\t+|\s+[-–|>]\s+)(\S.*)$/u;
const notNames =
  /^(?:https?|note|notes|re|ps|nb|total|subject|date|time|address|email|e-mail|phone|tel|fax|order|order id|username|password|account|price|cost|warning|example|summary|cc|to|url|link|error|answer|question|step \d+|option \d+)$/i;

/** The head of a line, or null for a line that only continues. */
function headOf(line: string, known: ReadonlySet<string> | null): Head | null {
  const timed = leadingTime.exec(line);
  const body = timed ? line.slice(timed[0].length) : line;
  const time = timed?.[1] ?? null;
  const end = timed?.[2] ?? null;
  const alone = timed ? null : headAlone.exec(body);
  if (alone) return { label: alone[1]!.trim(), time: alone[2]!, end: null, rest: '', alone: true };
  const spoken = labelled.exec(body);
  if (spoken && isLabel(spoken[1]!, known))
    return { label: bare(spoken[1]!), time: time ?? spoken[2] ?? null, end, rest: spoken[3]!, alone: false };
  if (!timed) return null;
  const gapped = gapLabel.exec(body);
  if (gapped && (statedRole(gapped[1]!) || /^(?:speaker|spk|participant|channel)[ _-]?\w{1,3}$/i.test(gapped[1]!)))
    return { label: gapped[1]!.trim(), time, end, rest: gapped[2]!, alone: false };
  return { label: null, time, end, rest: body, alone: false };
}

const bare = (label: string): string => label.replace(/^\[|\]$/g, '').trim();

function isLabel(raw: string, known: ReadonlySet<string> | null): boolean {
  const label = bare(raw);
  return known ? known.has(label) : label.split(/\s+/).length <= 5 && !notNames.test(label);
}

/** Which of the labels that lines seem to have are speakers: roles, `Speaker 1`, or what recurs or heads most lines. */
function speakersIn(lines: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  let heads = 0;
  let filled = 0;
  for (const line of lines) {
    if (line.trim() === '') continue;
    filled += 1;
    const label = headOf(line, null)?.label;
    if (!label) continue;
    heads += 1;
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const most = heads >= filled / 2 && counts.size <= Math.max(3, heads * 0.6);
  return new Set(
    [...counts]
      .filter(
        ([label, count]) =>
          statedRole(label) !== null ||
          /^(?:speaker|spk|participant|channel)[ _-]?\w{1,3}$/i.test(label) ||
          count >= 2 ||
          most,
      )
      .map(([label]) => label),
  );
}

/** How many of the lines are headed by a known speaker, and how many are filled at all: whether this is a transcript. */
export function countHeads(lines: readonly string[]): { heads: number; filled: number } {
  const known = speakersIn(lines);
  let heads = 0;
  let filled = 0;
  for (const line of lines) {
    if (line.trim() === '') continue;
    filled += 1;
    const head = headOf(line.trim(), known);
    if (head?.label && known.has(head.label)) heads += 1;
  }
  return { heads, filled };
}

/**
 * The turns of one transcript. Without a single speaker or time, each paragraph between blank lines is a turn, or each line
 * where there are no blank lines: people write one turn in either.
 */
export function transcriptTurns(text: string): readonly FoundTurn[] {
  const lines = text.split(/\r\n|\r|\n/);
  const known = speakersIn(lines.map((line) => line.trim()));
  const turns: FoundTurn[] = [];
  let headed = false;
  let paragraph = true;
  for (const raw of lines) {
    const line = raw.trim();
    if (line === '') {
      paragraph = true;
      continue;
    }
    const head = headOf(line, known);
    const last = turns[turns.length - 1];
    if (head && (!head.alone || known.has(head.label!))) {
      headed = true;
      turns.push({ label: head.label, text: head.rest, ...timesOf(head) });
    } else if (last && (headed || !paragraph)) last.text += `${headed ? ' ' : '\n'}${line}`;
    else turns.push({ label: null, text: line });
    paragraph = false;
  }
  if (headed) return relativeTimes(turns.filter((turn) => turn.text !== ''));
  const paragraphs =
    turns.length > 1
      ? turns
      : turns.flatMap((turn) => turn.text.split('\n').map((one): FoundTurn => ({ label: null, text: one })));
  return paragraphs;
}

function timesOf(head: Head): { start?: number; end?: number } {
  const start = head.time === null ? null : readTime(head.time);
  const end = head.end === null ? null : readTime(head.end);
  const value = (time: NonNullable<typeof start>): number =>
    'seconds' in time ? time.seconds : Date.parse(time.moment) / 1000;
  return { ...(start ? { start: value(start) } : {}), ...(end ? { end: value(end) } : {}) };
}

// Instants and clocks of the day count from the first turn; a recording's clock that starts within the hour stays.
function relativeTimes(turns: readonly FoundTurn[]): readonly FoundTurn[] {
  const from = turns.reduce((least, turn) => Math.min(least, turn.start ?? Infinity), Infinity);
  if (from > 3600 && from < Infinity) {
    for (const turn of turns) {
      if (turn.start !== undefined) turn.start -= from;
      if (turn.end !== undefined) turn.end -= from;
    }
  }
  return turns;
}
