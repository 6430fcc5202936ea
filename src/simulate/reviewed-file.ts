// Marks that a person made of some contacts from before and since each fix, as a table that `customary import marks` takes:
// what was planned is what they saw. Drawn by chance, and each row says by which.
import { Chance } from './chance.ts';
import type { Planned } from './planned-organisation.core.ts';
import type { PlannedContact } from './planned.core.ts';
import { type ToldFix, toldFixes } from './told-fixes.core.ts';

/** Drawn of each period on average: more than are needed, since the machine passes over some of them. */
const drawn = 72;

/** CSV: contact, standard, verdict, marker, probability, on. */
export function reviewedFile(planned: Planned): string {
  const rows = toldFixes(planned).flatMap((fix) => [
    ...rowsOf(planned, fix, 'before', ({ day }) => day < fix.begunOn),
    ...rowsOf(planned, fix, 'since', ({ day }) => day >= fix.doneOn),
  ]);
  return ['contact,standard,verdict,marker,probability,on', ...rows, ''].join('\n');
}

function rowsOf(
  { contacts, seed, lastDay }: Planned,
  { standard, sites }: ToldFix,
  when: string,
  isThen: (contact: PlannedContact) => boolean,
): string[] {
  const there = contacts.flatMap((contact) => {
    const act =
      sites.includes(contact.site) && isThen(contact) && contact.acts.find((one) => one.standard === standard);
    return act ? [{ id: contact.id, verdict: act.failed ? 'failed' : 'met' }] : [];
  });
  const chance = new Chance(seed, `reviewed ${standard} ${when}`);
  const share = Math.ceil(Math.min(1, drawn / Math.max(1, there.length)) * 1e4) / 1e4;
  return there.flatMap(({ id, verdict }) =>
    chance.is(share) ? [`${id},${standard},${verdict},reviewer-1,${share},${lastDay}`] : [],
  );
}
