// What procedures of a made-up organisation say beside their steps: kind and trigger of each task; words to use, limits of authority
// and what can go wrong of some steps.
import type { ProcedureSort, Step } from '../../procedures/procedure.core.ts';

/** By task. */
export const taskWords: Readonly<Record<string, { readonly sort: ProcedureSort; readonly trigger: string }>> = {
  'new-enquiry': { sort: 'help', trigger: 'Somebody asks what a unit costs, or whether one is free' },
  booking: { sort: 'help', trigger: 'Somebody wants a unit kept for them' },
  'move-out': { sort: 'help', trigger: 'Somebody gives notice or says that they are leaving' },
  opening: { sort: 'task', trigger: 'The telephone rings, a chat opens or somebody comes in' },
  closing: { sort: 'task', trigger: 'The question is answered' },
  hold: { sort: 'task', trigger: 'Something has to be looked up while the caller waits' },
  access: { sort: 'response', trigger: 'Somebody stands before a closed gate, or asks when they can get in' },
  billing: { sort: 'response', trigger: 'Somebody asks about a bill or a late fee' },
  complaint: { sort: 'response', trigger: 'Somebody complains' },
  service: { sort: 'response', trigger: 'Somebody asks for something of their account' },
};

type Says = Pick<Step, 'actor' | 'say' | 'limit' | 'goesWrong'>;

/** By the standard that the step serves. */
export const stepWords: Readonly<Record<string, Says>> = {
  'phone.business-and-name': { say: 'Good morning, Harbor Self Storage, this is Ann.' },
  'opening.help-offered': { say: 'What can I do for you?' },
  'enquiry.need-before-price': {
    say: 'What would you like to store, and from when?',
    goesWrong: 'They only want a number: give the range, then ask once more.',
  },
  'storage.size-helped': {
    goesWrong: 'They overfill the smallest unit: tell them that the next size costs less than two.',
  },
  'storage.price-with-value': { say: 'It is so much a month, with cameras, carts and the gate open from six to ten.' },
  'enquiry.objection-met': { limit: 'One month at half price, without asking anybody.' },
  'phone.visit-invited': { say: 'Would you like to come by and see it today?' },
  'close.asked-for-business': { say: 'Shall I put that one down for you?' },
  'storage.reserved-with-date': {
    limit: 'Hold a unit for seven days.',
    goesWrong: 'None is left of that size: call back on the day one comes free.',
  },
  'storage.late-fee-explained': {
    limit: 'Take off one late fee a year.',
    say: 'It was charged on the sixth, since the payment came on the ninth.',
  },
  'storage.gate-trouble-helped': {
    actor: 'whoever is on shift',
    limit: 'Send the locksmith once, without asking.',
    goesWrong: 'The keypad is dead: open by hand and write down the unit.',
  },
  'complaint.feeling-acknowledged': { say: 'I am sorry. That should not have happened.' },
  'complaint.remedy-offered': { limit: 'Up to fifty dollars at the desk; the site’s manager decides above that.' },
  'atrocity.bare-refusal': { say: 'I can’t do that, since ... What I can do is ...' },
  'storage.move-out-steps': { goesWrong: 'The lock is still on: say that rent runs until it is off.' },
};
