// Agreement in plain sentences: what people differ over and what would help, never who.
import type { Verdict } from '../../standards/standard.core.ts';
import type { Differing, StandardAgreement } from './agreement.core.ts';

const words: Readonly<Record<Verdict, string>> = {
  met: 'met',
  failed: 'missed',
  'not-applicable': 'doesn’t apply',
  unsure: 'unsure',
};

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
    return [same, `Whether that is enough (${floor} beyond chance) can’t be told yet: more double reviews will tell.`];
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

/** What people differ over most, and what would help; null where they don't differ. */
export function toldDiffering(differing: readonly Differing[]): string | null {
  const [most] = differing;
  if (!most) return null;
  const all = differing.reduce((sum, one) => sum + one.times, 0);
  return `In ${most.times} of ${all} one said “${words[most.one]}” where another said “${words[most.other]}”: ${helpFor(most)}`;
}

function helpFor({ one, other }: Differing): string {
  if (one === 'unsure' || other === 'unsure') return 'it can’t be heard in the words. Ask for something that can.';
  if (one === 'not-applicable' || other === 'not-applicable')
    return 'when it applies isn’t plain. Say when, or split it in two.';
  return 'what counts as kept isn’t plain. Reword it, with an example of either side.';
}
