// What verdicts and markers are called on screen: alike wherever marks of people and machines are shown.
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

const markers: Readonly<Record<string, string>> = {
  cue: 'the cues',
  learned: 'the learned marker',
  model: 'the language model',
  reviewer: 'a reviewer',
  shopper: 'a shopper',
};

/** `the cues`: who or what marked. */
export function markerWord(marker: string): string {
  return markers[marker] ?? marker;
}
