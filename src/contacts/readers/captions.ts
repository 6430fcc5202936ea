// WebVTT and SRT: cues with times, the speaker in a voice tag or at the head of the words. Cues of one speaker become a turn.
import { baseName, makeDraft } from './make-draft.ts';
import type { FoundTurn } from './make-draft.ts';
import { reject, said } from './read-item.ts';
import type { Place, ReadItem } from './read-item.ts';
import { statedRole } from './speaker-words.ts';
import { mergeTurns } from './table-turns.ts';
import type { NumberedLine } from './text-lines.ts';
import { clockSeconds } from './times.ts';

const timing = /^\s*((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*-->\s*((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})/;
const voice = /^<v(?:\.[^ >]*)?\s+([^>]{1,80})>/i;
const prefix = /^(?:-\s*)?(?:>>\s*)?[[(]?([\p{L}][\p{L}\p{N} .'’_-]{0,39})[\])]?\s*:\s+(?=\S)/u;

interface Cue {
  readonly row: number;
  readonly start: number;
  readonly end: number;
  readonly lines: string[];
}

/** Reads one caption file into one contact; a cue with a broken time is rejected by its line. */
export async function* readCaptions(
  lines: AsyncIterable<NumberedLine>,
  place: Place,
  format: 'webvtt' | 'srt',
): AsyncGenerator<ReadItem> {
  const cues: Cue[] = [];
  let open: Cue | null = null;
  let skipping = false;
  let language: string | undefined;
  for await (const { row, text } of lines) {
    const times = timing.exec(text);
    if (times) {
      open = { row, start: clockSeconds(times[1]!) ?? NaN, end: clockSeconds(times[2]!) ?? NaN, lines: [] };
      skipping = false;
      if (cues.length <= place.limits.turns * 4) cues.push(open);
    } else if (text.includes('-->') && !skipping) {
      open = null;
      yield reject(
        place,
        'a time such as 00:01:02.500 --> 00:01:04.000',
        'Correct the time; every other cue was read.',
        { row },
      );
    } else if (text.trim() === '') {
      open = null;
      skipping = false;
    } else if (/^(?:NOTE|STYLE|REGION)\b/.test(text) && !open) skipping = true;
    else if (/^Language:/i.test(text) && cues.length === 0) language = text.slice(9).trim();
    else if (open && !skipping) open.lines.push(text);
  }
  const turns = mergeTurns(turnsOf(cues), true);
  if (turns.length === 0) {
    yield reject(place, 'at least one cue with words', 'Check that the captions were exported in full.');
    return;
  }
  if (cues.some((cue) => Number.isNaN(cue.start) || Number.isNaN(cue.end)))
    yield said(place, 'Some cues have a time that could not be read.');
  yield {
    kind: 'contact',
    draft: makeDraft({ originalId: baseName(place.file), format, turns, channel: 'phone', language }, place),
  };
}

function turnsOf(cues: readonly Cue[]): FoundTurn[] {
  const prefixes = new Map<string, number>();
  for (const cue of cues)
    for (const line of cue.lines) {
      const label = prefix.exec(line)?.[1];
      if (label) prefixes.set(label, (prefixes.get(label) ?? 0) + 1);
    }
  // "One thing: ..." stands once; a speaker recurs, or is a role's word.
  const isSpeaker = (label: string): boolean =>
    statedRole(label) !== null || prefixes.get(label)! > 1 || cues.length < 6;
  const turns: FoundTurn[] = [];
  let current: string | null = null;
  for (const cue of cues) {
    let words: FoundTurn | null = null;
    for (const line of cue.lines) {
      const tag = voice.exec(line.trim());
      const head = tag ? null : prefix.exec(line.trim());
      const found = tag ? tag[1]!.trim() : head && isSpeaker(head[1]!) ? head[1]!.trim() : null;
      const rest = line.trim().slice(found === null ? 0 : (tag ?? head)![0].length);
      // A dash at the head of a line is another speaker whom nobody names.
      if (found !== null) current = found;
      if (words && found === null) words.text += ` ${rest}`;
      else {
        words = {
          label: current,
          text: rest,
          ...(Number.isNaN(cue.start) ? {} : { start: cue.start }),
          ...(Number.isNaN(cue.end) ? {} : { end: cue.end }),
        };
        turns.push(words);
      }
    }
  }
  return turns;
}
