// Whether a check holds, and no more: what settles most standards without a list being made of what was found. It is what the
// whole outcome would say; where that takes more than looking, it isn't said here.
import type { Outcome } from './outcome.ts';
import type { Check } from './plan.ts';

export type Truth = Outcome['truth'];

interface Judge {
  truth(check: Check): Truth;
  /** What it comes to that one of a check's cues was said where it looks, or none; null where only the whole outcome tells. */
  said(check: Check): Truth | null;
}

/** The truth of a check from that of those inside it; null where only the whole outcome tells. */
export function truthOf(judge: Judge, check: Check): Truth | null {
  if (check.count || check.ratio) return null;
  const { of } = check;
  switch (check.kind) {
    case 'says':
      return judge.said(check);
    case 'all': {
      const truth = least(judge, of);
      // All were said; whether in order and near each other has to be looked into.
      return truth === 'yes' && (check.inOrder || check.grouped) ? null : truth;
    }
    case 'any':
    case 'situation':
    case 'at-least':
      return atLeast(judge, of, check.least);
    case 'none': {
      const truth = atLeast(judge, of, 1);
      return truth === 'yes' ? 'no' : truth === 'no' ? 'yes' : truth;
    }
    case 'first-known': {
      for (const one of of) {
        const truth = judge.truth(one);
        if (truth !== 'unsure') return truth;
      }
      return 'unsure';
    }
    default:
      return null;
  }
}

function least(judge: Judge, of: readonly Check[]): Truth {
  let doubt = false;
  for (const one of of) {
    const truth = judge.truth(one);
    if (truth === 'no') return 'no';
    doubt ||= truth === 'unsure';
  }
  return doubt ? 'unsure' : 'yes';
}

function atLeast(judge: Judge, of: readonly Check[], count: number): Truth {
  let held = 0;
  let doubts = 0;
  for (const one of of) {
    const truth = judge.truth(one);
    if (truth === 'yes' && ++held >= count) return 'yes';
    if (truth === 'unsure') doubts++;
  }
  return held + doubts >= count ? 'unsure' : 'no';
}
