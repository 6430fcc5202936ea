// Several checks taken as one: all of them, so many at least, none, the first that can be told. In three values: what one of
// them leaves open stays open unless the others decide.
import type { Evidence } from '../standard.core.ts';
import { chains, gatherings, sorted } from './combine.ts';
import { bothSearched, joined, no, nothing, type Outcome, type Searched, unsure, yes } from './outcome.ts';
import type { Check } from './plan.ts';
import type { Occurrence, Talk } from './talk.ts';

interface Judge {
  outcome(check: Check): Outcome;
}

const holds = yes();
const noTimes = unsure('the contact has no times');

/** All of them; null where each was found but never together. */
export function allOf(judge: Judge, check: Check, talk: Talk): Outcome | null {
  let failed: Outcome | null = null;
  let doubt: Outcome | null = null;
  let searched: Searched | undefined;
  let measured = false;
  let together = false;
  let beside: readonly Evidence[] = nothing;
  const members: (readonly Occurrence[])[] = [];
  for (const one of check.of) {
    const outcome = judge.outcome(one);
    if (outcome.truth === 'no')
      failed = failed ? bothFailed(failed, outcome, failed.measured || outcome.measured) : outcome;
    else if (outcome.truth === 'unsure') doubt ??= outcome;
    else if (!failed) {
      searched = bothSearched(searched, outcome.searched);
      measured ||= outcome.measured;
      together ||= outcome.together;
      beside = joined(beside, outcome.beside);
      if (outcome.found.length > 0) members.push(outcome.found);
    }
  }
  if (failed) return failed;
  if (doubt) return doubt;
  if (members.length === 0) return measured || searched ? yes(nothing, { measured, searched }) : holds;
  const { grouped } = check;
  if (grouped?.unit === 'seconds' && talk.encounter.timing === 'none') return noTimes;
  const found = check.inOrder ? chains(members, grouped, talk) : gatherings(members, grouped, talk);
  return found.length > 0 ? yes(found, { beside, searched, together }) : null;
}

/** So many of them at least. */
export function atLeast(judge: Judge, of: readonly Check[], least: number): Outcome {
  let held = 0;
  let doubts = 0;
  let doubt: Outcome | null = null;
  let failed: Outcome | null = null;
  let holding: Outcome | null = null;
  for (const one of of) {
    const outcome = judge.outcome(one);
    if (outcome.truth === 'yes') {
      held++;
      holding = holding ? bothHolding(holding, outcome) : outcome;
    } else if (outcome.truth === 'unsure') {
      doubts++;
      doubt ??= outcome;
    } else failed = failed ? bothFailed(failed, outcome, failed.measured && outcome.measured) : outcome;
  }
  if (held >= least) {
    if (!holding) return yes(nothing, { measured: true });
    const { measured, beside, searched, together } = holding;
    const found = sorted(holding.found);
    return found === holding.found && !searched ? holding : yes(found, { measured, beside, together });
  }
  if (held + doubts >= least) return doubt!;
  return failed ?? no({ measured: true });
}

/** None of them. */
export function noneOf(judge: Judge, of: readonly Check[]): Outcome {
  let doubt: Outcome | null = null;
  let holding: Outcome | null = null;
  let searched: Searched | undefined;
  let measured = true;
  for (const one of of) {
    const outcome = judge.outcome(one);
    if (outcome.truth === 'yes') holding = holding ? bothHolding(holding, outcome) : outcome;
    else if (outcome.truth === 'unsure') doubt ??= outcome;
    searched = bothSearched(searched, outcome.searched);
    measured &&= outcome.measured;
  }
  if (holding) {
    const { measured: byClock, together } = holding;
    return no({ against: sorted(holding.found), measured: byClock, together });
  }
  return doubt ?? yes(nothing, { searched, measured });
}

/** Several sources of one truth, the best first: a form before the words, the clock before the rings. */
export function firstKnown(judge: Judge, of: readonly Check[]): Outcome {
  let doubt: Outcome | null = null;
  for (const one of of) {
    const outcome = judge.outcome(one);
    if (outcome.truth !== 'unsure') return outcome;
    // Of several doubts the last is told: that no form was filled in says nothing of a call.
    doubt = outcome;
  }
  return doubt!;
}

/** The best of some situations. */
export function situationsOf(judge: Judge, of: readonly Check[]): Outcome {
  let best = judge.outcome(of[0]!);
  for (let at = 1; at < of.length; at++) best = either(best, judge.outcome(of[at]!));
  return best;
}

function either(a: Outcome, b: Outcome): Outcome {
  if (a.truth === 'yes' || b.truth === 'no') return a;
  return b.truth === 'yes' || a.truth === 'no' ? b : a;
}

// Two that failed as one: most are the same failure to find anything in the same turns.
function bothFailed(a: Outcome, b: Outcome, measured: boolean): Outcome {
  if (a === b && a.against.length === 0 && a.beside.length === 0) return a;
  return no({
    against: joined(a.against, b.against),
    beside: joined(a.beside, b.beside),
    measured,
    searched: bothSearched(a.searched, b.searched),
    together: a.together || b.together,
  });
}

function bothHolding(a: Outcome, b: Outcome): Outcome {
  return yes(joined(a.found, b.found), {
    beside: joined(a.beside, b.beside),
    measured: a.measured && b.measured,
    together: a.together || b.together,
  });
}
