// Conditions on the clock and on forms: silence, holds, talking over, replies, rings, answers. What the contact doesn't have is unsure.
import type { By, Measure, Threshold } from '../pack.core.ts';
import { no, type Outcome, passes, unsure, yes } from './outcome.ts';
import { type Occurrence, sureness, type Talk } from './talk.ts';

/** A measured stretch, and the turn in which it can be shown (none for rings). */
interface Stretch {
  readonly amount: number;
  readonly turn: number | null;
}

/**
 * Every stretch of the kind that passes the threshold, as occurrences. `by`: who breaks the silence, talks over, or replies.
 * `inside` says which turns count where the condition looks at a part of the contact only.
 */
export function measure(
  talk: Talk,
  kind: Measure,
  threshold: Threshold,
  by: By | undefined,
  inside: (turn: number) => boolean = () => true,
): Outcome {
  const all = stretchesOf(talk, kind, by);
  if (typeof all === 'string') return unsure(all);
  const stretches = all.filter((one) => one.turn === null || inside(one.turn));
  if (kind === 'reply-time' && stretches.length === 0) return unsure('there is no reply to time');
  // "< 30 s" asks of every stretch; "> 30 s" asks for one.
  const small = threshold.is === '<' || threshold.is === '<=';
  const passing = stretches.filter((one) => passes(one.amount, threshold));
  const holds = small ? passing.length === stretches.length : passing.length > 0;
  if (holds) return yes(shown(talk, small ? [] : passing), { measured: true });
  return no({
    measured: true,
    against: small
      ? shown(
          talk,
          stretches.filter((one) => !passes(one.amount, threshold)),
        )
      : [],
  });
}

function stretchesOf(talk: Talk, kind: Measure, by: By | undefined): Stretch[] | string {
  const { encounter } = talk;
  switch (kind) {
    case 'rings':
      return encounter.rings === undefined ? 'the rings are not known' : [{ amount: encounter.rings, turn: null }];
    case 'answer-time':
      return encounter.secondsToAnswer === undefined
        ? 'the time to answer is not known'
        : [{ amount: encounter.secondsToAnswer, turn: null }];
    case 'turns':
      if (by !== undefined && by !== 'anyone' && !talk.knowsSpeakers) return notKnown;
      return [{ amount: talk.floors[by ?? 'anyone'], turn: null }];
    case 'hold':
      return encounter.holds === undefined ? 'holds are not known' : holds(talk);
    case 'reply-time':
      if (by !== undefined && by !== 'anyone' && !talk.knowsSpeakers) return notKnown;
      return replies(talk, by ?? 'rep');
    default:
      if (encounter.timing !== 'full') return 'the contact has no times from which silence could be told';
      if (by !== undefined && by !== 'anyone' && !talk.knowsSpeakers) return notKnown;
      return kind === 'silence' ? silences(talk, by ?? 'anyone') : overlaps(talk, by ?? 'rep');
  }
}

export const notKnown = 'it is not known who the rep is';

function holds(talk: Talk): Stretch[] {
  const { holds: all, turns } = talk.encounter;
  return (all ?? [])
    .filter((one) => one.kind === 'hold')
    .map((one) => {
      const after = turns.findIndex((turn) => turn.start !== undefined && turn.start >= one.from);
      return { amount: one.to - one.from, turn: after < 0 ? null : after };
    });
}

// The time between the latest end of speech so far and the next turn, without what was hold or paused recording.
function silences(talk: Talk, by: By): Stretch[] {
  const { turns, holds: away } = talk.encounter;
  const found: Stretch[] = [];
  let spoken: number | undefined;
  for (const [index, turn] of turns.entries()) {
    if (turn.start === undefined || turn.end === undefined) continue;
    if (spoken !== undefined && turn.start > spoken && turn.speaker !== 'other' && talk.is(index, by)) {
      const from = spoken;
      const to = turn.start;
      const absent = (away ?? []).reduce(
        (sum, one) => sum + Math.max(0, Math.min(to, one.to) - Math.max(from, one.from)),
        0,
      );
      found.push({ amount: to - from - absent, turn: index });
    }
    spoken = Math.max(spoken ?? turn.end, turn.end);
  }
  return found;
}

function overlaps(talk: Talk, by: By): Stretch[] {
  const { turns } = talk.encounter;
  const found: Stretch[] = [];
  const until = { rep: -1, customer: -1 };
  for (const [index, turn] of turns.entries()) {
    if (turn.speaker === 'other' || turn.start === undefined || turn.end === undefined) continue;
    const other = turn.speaker === 'rep' ? 'customer' : 'rep';
    const amount = Math.min(until[other], turn.end) - turn.start;
    if (amount > 0 && talk.is(index, by)) found.push({ amount, turn: index });
    until[turn.speaker] = Math.max(until[turn.speaker], turn.end);
  }
  return found;
}

// How long somebody waited for the other's next words: from the end of the last turn where it is known, else (in writing) from its beginning.
function replies(talk: Talk, by: By): Stretch[] | string {
  const { turns, timing, channel } = talk.encounter;
  const written = channel === 'chat' || channel === 'email';
  if (timing === 'none' || (timing === 'starts' && !written))
    return 'the contact has no times from which replies could be told';
  const found: Stretch[] = [];
  let asked = { speaker: '', at: 0 };
  for (const [index, turn] of turns.entries()) {
    if (turn.speaker === 'other' || turn.start === undefined) continue;
    if (asked.speaker !== '' && asked.speaker !== turn.speaker && talk.is(index, by))
      found.push({ amount: turn.start - asked.at, turn: index });
    if (asked.speaker !== turn.speaker || !written) asked = { speaker: turn.speaker, at: turn.end ?? turn.start };
  }
  return found;
}

function shown(talk: Talk, stretches: readonly Stretch[]): Occurrence[] {
  return stretches.flatMap(({ turn }) => {
    if (turn === null) return [];
    const to = talk.encounter.turns[turn]!.text.length;
    return [{ turn, from: 0, endTurn: turn, to, sureness: sureness.clock, evidence: [talk.evidence(turn, 0, to)] }];
  });
}

const yesWords = new Set(['yes', 'y', 'true', '1', 'met', 'pass', 'passed', 'x', 'ok']);
const noWords = new Set(['no', 'n', 'false', '0', 'failed', 'fail', 'missed', 'not met']);

/** Whether a form's answers to a question say so. */
export function answered(
  talk: Talk,
  indexes: readonly number[] | undefined,
  expected: 'yes' | 'no' | 'any' | Threshold,
): Outcome {
  const given = (indexes ?? []).map((index) =>
    talk.encounter.answers[index]!.answer.trim().toLowerCase().replace(/[.!]$/, ''),
  );
  const said = given.filter(
    (answer) => answer !== '' && answer !== 'n/a' && answer !== 'na' && answer !== 'not applicable',
  );
  // Whether something was answered can always be told.
  if (said.length === 0 && expected === 'any') return no({ measured: true });
  if (said.length === 0) return unsure(given.length === 0 ? 'no form answers this' : 'the form left this open');
  if (expected === 'any') return yes([], { measured: true });
  const truths = said.map((answer) => {
    if (typeof expected !== 'string') {
      const number = Number.parseFloat(answer);
      return Number.isNaN(number) ? null : passes(number, expected);
    }
    if (yesWords.has(answer) || answer.startsWith('yes')) return expected === 'yes';
    return noWords.has(answer) || /^no\b/.test(answer) ? expected === 'no' : null;
  });
  if (truths.includes(true) && truths.includes(false)) return unsure('the form answers this both ways');
  if (truths.includes(true)) return yes([], { measured: true });
  return truths.includes(false) ? no({ measured: true }) : unsure('the answer on the form is not understood');
}
