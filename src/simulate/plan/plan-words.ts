// What a cause makes people say: words beside the failure that would not have happened without it; and now and then
// such words without a cause.
import type { Chance } from '../chance.ts';
import type { PlannedAct, PlannedContact, PlannedWords } from '../planned.core.ts';

const saidBecauseOf: Readonly<Record<string, readonly (readonly [what: PlannedWords, chance: number])[]>> = {
  'policy.in-conflict': [['policy-cited', 0.5]],
  'policy.beyond-authority': [['needs-approval', 0.5]],
  'procedure.missing': [
    ['no-procedure', 0.15],
    ['ask-colleague', 0.2],
  ],
  'procedure.unread': [['nobody-told-me', 0.1]],
  'training.not-certified': [['new-here', 0.2]],
  'management.no-feedback': [['nobody-told-me', 0.1]],
  'management.load': [['alone', 0.4]],
  'management.outage': [['system-down', 0.6]],
  'management.waiting': [['needs-approval', 0.5]],
  'personnel.own-effect': [['chose-not-to', 0.08]],
};

const idle: readonly PlannedWords[] = ['alone', 'nobody-told-me', 'ask-colleague', 'system-down'];

/** At most one of a kind and two in all: nobody talks of their troubles without end. */
export function wordsFor(acts: readonly PlannedAct[], chance: Chance): PlannedContact['words'] {
  const found: { what: PlannedWords; standard?: string }[] = [];
  for (const { standard, necessary } of acts) {
    for (const { exposure } of necessary) {
      for (const [what, often] of saidBecauseOf[exposure] ?? []) {
        if (!chance.is(often) || found.length >= 2 || found.some((one) => one.what === what)) continue;
        found.push(what === 'alone' || what === 'system-down' || what === 'new-here' ? { what } : { what, standard });
      }
    }
  }
  if (found.length === 0 && chance.is(0.01)) found.push({ what: chance.of(idle) });
  return found;
}
