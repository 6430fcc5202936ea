// Several checks taken as one: all of them, so many at least, none, the first that can be told. In three values: what one of
// them leaves open stays open unless the others decide.
import type { Evidence } from '../standard.core.ts';
import { chains, gatherings, sorted } from './combine.ts';
import { bothSearched, joined, no, nothing, type Outcome, type Searched, unsure, yes } from './outcome.ts';
import type { Check } from './plan.ts';
import type { Occurrence, Talk } from './talk.ts';
import type { Truth } from './truths.ts';

interface Judge {
  truth(check: Check): Truth;
  outcome(check: Check): Outcome;
}

const holds = yes();
const noTimes = unsure('the contact has no times');

/** All of them; null where each was found but never together. */
export function allOf(judge: Judge, check: Check, talk: Talk): Outcome | null {
  let doubt: Check | null = null;
  for (const one of check.of) {
    const truth = judge.truth(one);
    if (truth === 'no') return allFailed(judge, check.of);
    if (truth === 'unsure') doubt ??= one;
  }
  if (doubt) return judge.outcome(doubt);
  let searched: Searched | undefined;
  let measured = false;
  let together = false;
  let beside: readonly Evidence[] = nothing;
  const members: (readonly Occurrence[])[] = [];
  for (const one of check.of) {
    const outcome = judge.outcome(one);
    searched = bothSearched(searched, outcome.searched);
    measured ||= outcome.measured;
    together ||= outcome.together;
    beside = joined(beside, outcome.beside);
    if (outcome.found.length > 0) members.push(outcome.found);
  }
  if (members.length === 0) return measured || searched ? yes(nothing, { measured, searched }) : holds;
  const { grouped } = check;
  if (grouped?.unit === 'seconds' && talk.encounter.timing === 'none') return noTimes;
  const found = check.inOrder ? chains(members, grouped, talk) : gatherings(members, grouped, talk);
  return found.length > 0 ? yes(found, { beside, searched, together }) : null;
}

// Those that fail as one; there is one at least.
function allFailed(judge: Judge, of: readonly Check[]): Outcome {
  let failed: Outcome | null = null;
  for (const one of of) {
    if (judge.truth(one) !== 'no') continue;
    const outcome = judge.outcome(one);
    failed = failed ? bothFailed(failed, outcome, failed.measured || outcome.measured) : outcome;
  }
  return failed!;
}

/** So many of them at least. */
export function atLeast(judge: Judge, of: readonly Check[], least: number): Outcome {
  let held = 0;
  let doubts = 0;
  let doubt: Check | null = null;
  for (const one of of) {
    const truth = judge.truth(one);
    if (truth === 'yes') held++;
    else if (truth === 'unsure') {
      doubts++;
      doubt ??= one;
    }
  }
  if (held >= least) {
    if (held === 0) return yes(nothing, { measured: true });
    const holding = allHolding(judge, of);
    const { measured, beside, searched, together } = holding;
    const found = sorted(holding.found);
    return found === holding.found && !searched ? holding : yes(found, { measured, beside, together });
  }
  if (held + doubts >= least) return judge.outcome(doubt!);
  let failed: Outcome | null = null;
  for (const one of of) {
    if (judge.truth(one) !== 'no') continue;
    const outcome = judge.outcome(one);
    failed = failed ? bothFailed(failed, outcome, failed.measured && outcome.measured) : outcome;
  }
  return failed ?? no({ measured: true });
}

/** None of them. */
export function noneOf(judge: Judge, of: readonly Check[]): Outcome {
  let doubt: Check | null = null;
  for (const one of of) {
    const truth = judge.truth(one);
    if (truth === 'yes') {
      const { found, measured, together } = allHolding(judge, of);
      return no({ against: sorted(found), measured, together });
    }
    if (truth === 'unsure') doubt ??= one;
  }
  if (doubt) return judge.outcome(doubt);
  let searched: Searched | undefined;
  let measured = true;
  for (const one of of) {
    const outcome = judge.outcome(one);
    searched = bothSearched(searched, outcome.searched);
    measured &&= outcome.measured;
  }
  return yes(nothing, { searched, measured });
}

// Those that hold as one; there is one at least.
function allHolding(judge: Judge, of: readonly Check[]): Outcome {
  let holding: Outcome | null = null;
  for (const one of of) {
    if (judge.truth(one) !== 'yes') continue;
    const outcome = judge.outcome(one);
    holding = holding ? bothHolding(holding, outcome) : outcome;
  }
  return holding!;
}

/** Several sources of one truth, the best first: a form before the words, the clock before the rings. */
export function firstKnown(judge: Judge, of: readonly Check[]): Outcome {
  for (const one of of) if (judge.truth(one) !== 'unsure') return judge.outcome(one);
  // Of several doubts the last is told: that no form was filled in says nothing of a call.
  return judge.outcome(of.at(-1)!);
}

/** The best of some situations: the first that holds; where none does, the first in doubt. */
export function situationsOf(judge: Judge, of: readonly Check[]): Outcome {
  for (const one of of) if (judge.truth(one) === 'yes') return judge.outcome(one);
  for (const one of of) if (judge.truth(one) === 'unsure') return judge.outcome(one);
  return judge.outcome(of[0]!);
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
