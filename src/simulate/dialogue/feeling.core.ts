// Anger, worry or weariness: voiced by the customer, and met or passed over by whoever serves.
import type { Stage } from './stage.core.ts';

const feeling = 'complaint.feeling-acknowledged';

/**
 * Where the customer comes in upset, or it is planned that a feeling has its turn.
 * @param voiced the customer's rule for saying it; null where what they came with says it
 * @returns was there anything to hear?
 */
export function hearFeeling(stage: Stage, voiced: string | null): boolean {
  if (stage.contact.mood !== 'upset' && !stage.planned(feeling)) return false;
  if (voiced !== null) stage.customer(voiced);
  const heard = !stage.missed(feeling);
  stage.rep([feeling], heard ? `${feeling}.kept` : `${feeling}.missed`);
  stage.customer(heard ? 'c.heard' : 'c.unheard');
  return true;
}
