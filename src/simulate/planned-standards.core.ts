// The standards that a planned organisation is held to, in the order in which they come up in a contact.
import { enquiries } from './standards/enquiries.core.ts';
import { closings, openings } from './standards/opening-and-closing.core.ts';
import type { PlannedStandard } from './standards/planned-standard.core.ts';
import { service } from './standards/service.core.ts';

export const plannedStandards: readonly PlannedStandard[] = [...openings, ...enquiries, ...service, ...closings];

/**
 * What such an organisation holds itself to beside them: acts that nobody plans and that may be heard all the same, and what a form
 * filled in after a visit or a mystery shop asks.
 */
export const alsoKept: readonly string[] = [
  'atrocity.rude',
  'atrocity.early-push',
  'atrocity.price-dodged',
  'atrocity.complaint-brushed-off',
  'atrocity.account-told-unchecked',
  'atrocity.guessed',
  'desk.hello-on-entering',
  'desk.stood-up',
  'desk.noticed',
  'desk.shown',
  'desk.extra-offered',
  'desk.card-given',
  'atrocity.divided-attention',
  'atrocity.ignored',
];

/** Standards that come up only where another one did and was kept: name learned, then used. */
export const onlyAfterKept: Readonly<Record<string, string>> = {
  'opening.name-used': 'opening.name-learned',
  'enquiry.open-questions': 'enquiry.need-before-price',
  'storage.reserved-with-date': 'close.asked-for-business',
};

/** In every contact with somebody upset, whatever it is about. */
export const whereUpset = 'complaint.feeling-acknowledged';

/** Standards whose keeping may need leave from somebody. */
export const needingLeave: readonly string[] = [
  'enquiry.objection-met',
  'storage.late-fee-explained',
  'storage.gate-trouble-helped',
  'complaint.remedy-offered',
  'atrocity.bare-refusal',
];
