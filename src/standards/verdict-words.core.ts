// What verdicts are called on screen: one word each, wherever marks of people and machines are shown.
import type { StandardKind, Verdict } from './standard.core.ts';

const ofStandards: Readonly<Record<Verdict, string>> = {
  met: 'Met',
  failed: 'Missed',
  'not-applicable': 'Doesn’t apply',
  unsure: 'Unsure',
};
const ofActs: Readonly<Record<Verdict, string>> = { ...ofStandards, met: 'Didn’t happen', failed: 'Happened' };

/** `Met`, of a standard; `Didn’t happen`, of a serious act. */
export function verdictWord(verdict: Verdict, kind: StandardKind): string {
  return (kind === 'atrocity' ? ofActs : ofStandards)[verdict];
}
