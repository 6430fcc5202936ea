// Conditions on the clock and on forms: silence, holds, talking over, pace, replies, rings, answers. What the contact lacks is unsure.
import type { By, Measure, Threshold } from '../pack.core.ts';
import { lacking, lacks, type Stretch } from './clock.ts';
import { no, type Outcome, passes, unsure, yes } from './outcome.ts';
import { type Occurrence, sureness, type Talk } from './talk.ts';

/** Whom a measure is about where the pack names nobody. */
const usually: Readonly<Record<Measure, By>> = {
  silence: 'anyone',
  hold: 'anyone',
  'talk-over': 'rep',
  'reply-time': 'rep',
  'first-reply': 'rep',
  'first-words': 'rep',
  pace: 'rep',
  'talk-share': 'rep',
  rings: 'anyone',
  'answer-time': 'anyone',
  turns: 'anyone',
};
// These are the same whoever speaks.
const speakerless: ReadonlySet<Measure> = new Set(['hold', 'rings', 'answer-time']);

// One figure for a whole contact: nothing can be told of it without knowing who is who.
const ofTheWhole: ReadonlySet<Measure> = new Set(['first-reply', 'first-words', 'pace', 'talk-share', 'turns']);

const doubts = new Map<string, Outcome>(Object.values(lacks).map((why) => [why, unsure(why)]));

/**
 * Every stretch of the kind that passes the threshold, as occurrences. `by`: who breaks the silence, talks over, replies, speaks.
 * `inside` says which turns count where the condition looks at a part of the contact only.
 */
export function measure(
  talk: Talk,
  kind: Measure,
  threshold: Threshold,
  by: By | undefined,
  inside?: (turn: number) => boolean,
): Outcome {
  // Most contacts have no times: that is told without making anything.
  const why = lacking(talk.encounter, kind);
  if (why !== null) return doubts.get(why)!;
  const who = speakerless.has(kind) ? 'anyone' : (by ?? usually[kind]);
  // Where it isn't known who the rep is, what nobody at all did can still be told.
  const eitherSide = who !== 'anyone' && !talk.knowsSpeakers;
  if (eitherSide && ofTheWhole.has(kind)) return unsure(notKnown);
  const all = talk.clock.stretches(kind, eitherSide ? 'anyone' : who);
  if (typeof all === 'string') return doubts.get(all)!;
  // "< 30 s" asks of every stretch; "> 30 s" asks for one. So what tells is one too long there, and one long enough here.
  const small = threshold.is === '<' || threshold.is === '<=';
  let looked = 0;
  let telling: Stretch[] | null = null;
  for (const one of all) {
    if (one.turn !== null && inside !== undefined && !inside(one.turn)) continue;
    looked++;
    if (passes(one.amount, threshold) !== small) (telling ??= []).push(one);
  }
  if (kind === 'reply-time' && looked === 0) return doubts.get(lacks.reply)!;
  if (telling === null) return small ? always : never;
  if (eitherSide) return unsure(notKnown);
  const found = shown(talk, telling);
  return small ? no({ measured: true, against: found }) : yes(found, { measured: true });
}

const always = yes([], { measured: true });
const never = no({ measured: true });

export const notKnown = 'it is not known who the rep is';

function shown(talk: Talk, stretches: readonly Stretch[]): Occurrence[] {
  return stretches.flatMap(({ turn, from }) => {
    if (turn === null) return [];
    const to = talk.encounter.turns[turn]!.text.length;
    return [{ turn, from, endTurn: turn, to, sureness: sureness.clock, evidence: [talk.evidence(turn, from, to)] }];
  });
}

const yesWords = new Set(['yes', 'y', 'true', '1', 'met', 'pass', 'passed', 'x', 'ok']);
const noWords = new Set(['no', 'n', 'false', '0', 'failed', 'fail', 'missed', 'not met']);

// An answer in words begins with its verdict: "Not at all, I had to cough", "Very. She kept scrolling".
const opensWithNo =
  /^(no|n|not|nope|nah|naw|nae|never|none|nothing|neither|nobody|hardly|barely|incorrect|inaccurate|wrong|false|(it|he|she|they|we|i|that) (didn't|did not|wasn't|was not|weren't|were not|hasn't|haven't))\b/;
const opensWithYes =
  /^(yes|y|yeah|yep|yup|aye|absolutely|definitely|certainly|always|very|completely|fully|totally|entirely|perfectly|exactly|correct|accurate|spot on|instantly|immediately|at once|straight away|right away|both|indeed|of course|(it|he|she|they|we|i|that) (did|was|were|has|have))\b(?! not\b|n't)/;

type Expected = 'yes' | 'no' | 'any' | Threshold;

const notAsked = unsure('no form answers this');

/** Whether a form's answers to a question say so. Most contacts have no form: that is told without making anything. */
export function answered(talk: Talk, indexes: readonly number[] | undefined, expected: Expected): Outcome {
  if (indexes === undefined) return expected === 'any' ? never : notAsked;
  return answeredOnForm(talk, indexes, expected);
}

function answeredOnForm(talk: Talk, indexes: readonly number[], expected: Expected): Outcome {
  const given = indexes.map((index) => talk.encounter.answers[index]!.answer.trim().toLowerCase().replace(/[.!]$/, ''));
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
    if (yesWords.has(answer) || opensWithYes.test(answer)) return expected === 'yes';
    return noWords.has(answer) || opensWithNo.test(answer) ? expected === 'no' : null;
  });
  if (truths.includes(true) && truths.includes(false)) return unsure('the form answers this both ways');
  if (truths.includes(true)) return yes([], { measured: true });
  return truths.includes(false) ? no({ measured: true }) : unsure('the answer on the form is not understood');
}
