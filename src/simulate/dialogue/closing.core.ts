// How a contact ends: anything else, thanks, goodbye.
import type { Stage } from './stage.core.ts';

const more = 'close.more-help-offered';
const thanks = 'close.thanked';
const leaving = 'storage.move-out-thanked';

/** The last lines. The customer always says goodbye, so that both standards have their turn. */
export function close(stage: Stage): void {
  const offered = !stage.missed(more);
  if (offered && stage.chance.coin(0.25)) {
    stage.customer('c.content');
    stage.rep([more], `${more}.kept`);
    stage.customer('c.nothing-else');
    sayGoodbye(stage);
    return;
  }
  if (offered) {
    stage.rep([more], `${more}.kept`);
    stage.customer('c.nothing-else');
  } else stage.customer('c.goodbye');
  sayGoodbye(stage);
  if (stage.chance.coin(0.2)) stage.customer('c.bye');
}

// Whoever moves out and isn't thanked for having been with us is thanked for no more than the call.
function sayGoodbye(stage: Stage): void {
  const kept = stage.missed(leaving) ? 'thanks.for-calling' : `${thanks}.kept`;
  stage.rep([thanks], stage.missed(thanks) ? `${thanks}.missed` : kept);
}

/** Puts the customer on hold where the plan has a hold; `after` is what is said when the line is taken up again. */
export function holdFor(stage: Stage, why: string): void {
  const hold = 'hold.by-consent';
  if (!stage.planned(hold) || stage.contact.channel !== 'call') return;
  const seconds = 25 + stage.chance.below(stage.missed(hold) ? 150 : 80);
  if (stage.missed(hold)) {
    stage.rep([hold], `${hold}.missed`);
    stage.hold(seconds);
    stage.rep([hold], 'hold.back');
    if (stage.chance.coin(0.5)) stage.customer('c.held');
    return;
  }
  stage.rep([hold], why, `${hold}.kept`);
  stage.customer('c.may-hold');
  stage.rep([hold], 'hold.goes');
  stage.hold(seconds);
  stage.rep([hold], 'hold.back');
}
