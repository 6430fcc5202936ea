// Agreement in plain sentences: what people differ over and what would help, never who.
import { hundredths } from '../../kernel/counts.ts';
import type { StandardKind } from '../../standards/standard.core.ts';
import { verdictWord } from '../../standards/verdict-words.core.ts';
import type { Differing, StandardAgreement } from './agreement.core.ts';

/** One sentence or two on a standard's agreement. */
export function toldAgreement(one: StandardAgreement, floor: number): string[] {
  const pairs = `${one.units} double ${one.units === 1 ? 'review' : 'reviews'}`;
  if (one.standing === 'too-few')
    return [
      one.units === 0
        ? 'No two people have marked the same contact by it yet.'
        : `${pairs} so far: ${one.needed} more until anything can be said.`,
    ];
  if (one.standing === 'all-alike')
    return [`Everybody gave one and the same answer in all ${pairs}: nothing could have differed yet.`];
  const same = `In ${pairs} people said the same ${Math.round(100 * (one.same ?? 0))} times of 100.`;
  if (one.standing === 'holds') return [same, 'Beyond chance people agree on it: its marks can be acted on.'];
  if (one.standing === 'open')
    return [
      same,
      `Whether that is enough (${hundredths(floor) / 100} beyond chance) can’t be told yet: more double reviews will tell.`,
    ];
  return [
    same,
    'Beyond what chance would make that is too little. Reword it or split it before anybody is held to it.',
  ];
}

/** What was marked by an older wording, where there is any. */
export function toldOlder(doubles: number): string[] {
  if (doubles === 0) return [];
  return [
    doubles === 1
      ? 'One more double review is of an older wording, and tells nothing of what it says now.'
      : `${doubles} more double reviews are of an older wording, and tell nothing of what it says now.`,
  ];
}

/** People who differed fewer times than this may have slipped: nothing follows from it for the wording. */
const fewestToAdvise = 5;

/** What people differ over most, and what would help where they don't surely agree; null where they don't differ. */
export function toldDiffering(
  { differing, standing }: Pick<StandardAgreement, 'differing' | 'standing'>,
  kind: StandardKind,
): string | null {
  const [most] = differing;
  if (!most) return null;
  const all = differing.reduce((sum, one) => sum + one.times, 0);
  const [one, other] = [most.one, most.other].map((verdict) => verdictWord(verdict, kind).toLowerCase());
  const times = all === 1 ? 'The one time they differed' : `In ${most.times} of the ${all} times they differed`;
  const advised = standing !== 'holds' && all >= fewestToAdvise;
  return `${times}, one said “${one}” and another “${other}”${advised ? `: ${helpFor(most, kind)}` : '.'}`;
}

function helpFor({ one, other }: Differing, kind: StandardKind): string {
  if (one === 'unsure' || other === 'unsure') return 'it can’t be heard in the words. Ask for something that can.';
  if (one === 'not-applicable' || other === 'not-applicable')
    return 'when it applies isn’t plain. Say when, or split it in two.';
  return `what counts as ${kind === 'atrocity' ? 'done' : 'kept'} isn’t plain. Reword it, with an example of either side.`;
}
