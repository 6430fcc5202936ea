// Whether a contact's clock can be believed. Times that run backwards, or contradict a stated duration or the pace at which
// people speak, are dropped and said: a wrong silence would be marked as somebody's failure.
import type { Timing } from '../standards/encounter.core.ts';
import type { ContactDraft, ContactFacts, DraftTurn } from './contact.core.ts';

// Conversational English runs at 2 to 4 words a second inside a turn and auctioneers stay under 7; over a whole call,
// silences included, 1 to 2.5. Under 0.2 overall, or 0.8 inside the usual turn, the times are not of these words.
const fastest = 7;
const slowestOverall = 0.2;
const slowestInTurn = 0.8;
// Talk-over makes starts overlap a little; a recogniser's rounding too.
const backwardsSeconds = 2;
const durationRatio = 1.5;

const spoken = new Set(['phone', 'visit']);

/** What the times of these turns allow: `full` needs a start and an end at every turn, `starts` a start at every turn. */
function timingOf(turns: readonly DraftTurn[]): Timing {
  if (turns.length === 0 || turns.some((turn) => turn.start === undefined)) return 'none';
  return turns.every((turn) => turn.end !== undefined) ? 'full' : 'starts';
}

/**
 * The draft with a clock that can be believed: times (seconds from the start) kept, or dropped with a note that says why.
 * `facts` are those that came beside it; their duration outranks the draft's own. Doing it twice changes nothing.
 */
export function tidyClock(draft: ContactDraft, facts: ContactFacts = {}): ContactDraft {
  const timing = timingOf(draft.turns);
  if (timing === 'none') {
    const some = draft.turns.some((turn) => turn.start !== undefined || turn.end !== undefined);
    return some ? withoutTimes(draft, 'Some turns have no time, so the times were left out.') : { ...draft, timing };
  }
  const reason = doubt(draft, facts.durationSeconds ?? draft.facts.durationSeconds);
  if (reason) return withoutTimes(draft, reason);
  if (draft.turns.some((turn) => turn.end !== undefined && turn.end < turn.start!)) {
    const turns = draft.turns.map(({ end: _end, ...turn }) => turn);
    return {
      ...draft,
      turns,
      timing: 'starts',
      notes: noted(draft.notes, 'Some turns end before they begin, so the ends were left out.'),
    };
  }
  return { ...draft, timing };
}

function doubt(draft: ContactDraft, duration: number | undefined): string | null {
  const { turns } = draft;
  const starts = turns.map((turn) => turn.start!);
  const from = starts[0]!;
  // Not Math.max(...): a contact may have more turns than a call may have arguments.
  const to = turns.reduce((latest, turn) => Math.max(latest, turn.start!, turn.end ?? 0), 0);
  if (starts.some((start) => !Number.isFinite(start) || start < 0))
    return 'Some times are no times, so the times were left out.';
  if (starts.some((start, i) => i > 0 && start < starts[i - 1]! - backwardsSeconds))
    return 'The times run backwards, so they were left out.';
  const span = to - from;
  if (turns.length > 2 && span === 0) return 'Every turn has the same time, so the times were left out.';
  if (duration !== undefined && duration > 0 && span > durationRatio * duration + 5) {
    return `The times span ${Math.round(span)} s and the contact is said to last ${Math.round(duration)} s, so the times were left out.`;
  }
  return spoken.has(draft.channel) ? paceDoubt(draft, span) : null;
}

function paceDoubt(draft: ContactDraft, span: number): string | null {
  const { turns } = draft;
  const counts = turns.map((turn) => wordsIn(turn.text));
  const last = turns[turns.length - 1]!;
  // Without its end the last turn's words fall outside the span.
  const words =
    counts.reduce((sum, count) => sum + count, 0) - (last.end === undefined ? counts[counts.length - 1]! : 0);
  if (words < 20) return null;
  const held = (draft.holds ?? []).reduce((sum, hold) => sum + Math.max(0, hold.to - hold.from), 0);
  const pace = words / Math.max(span, 0.001);
  if (pace > fastest) return 'The times are faster than people speak, so they were left out.';
  const inTurns = paces(turns, counts);
  const usual = inTurns[Math.floor(inTurns.length / 2)];
  const slow = words / Math.max(span - held, 0.001) < slowestOverall || (inTurns.length >= 5 && usual! < slowestInTurn);
  return slow ? 'The times are slower than people speak, so they were left out.' : null;
}

/** Words a second of the turns with 8 words and more, to the turn's end (silences inside left out) or else to the next start; lowest first. */
function paces(turns: readonly DraftTurn[], counts: readonly number[]): number[] {
  const found: number[] = [];
  turns.forEach((turn, i) => {
    const end = turn.end ?? turns[i + 1]?.start;
    const silent = (turn.pauses ?? []).reduce((sum, pause) => sum + pause.seconds, 0);
    const spoken = end === undefined ? 0 : end - turn.start! - silent;
    if (counts[i]! >= 8 && spoken > 0) found.push(counts[i]! / spoken);
  });
  return found.sort((a, b) => a - b);
}

// Blanks counted and not split: this runs over every word that comes in.
function wordsIn(text: string): number {
  let count = 1;
  for (let i = text.indexOf(' '); i >= 0; i = text.indexOf(' ', i + 1)) count += 1;
  return count;
}

function withoutTimes(draft: ContactDraft, note: string): ContactDraft {
  const turns = draft.turns.map(({ start: _start, end: _end, pauses: _pauses, ...turn }) => turn);
  return { ...draft, turns, timing: 'none', notes: noted(draft.notes, note) };
}

const noted = (notes: readonly string[], note: string): readonly string[] =>
  notes.includes(note) ? notes : [...notes, note];
