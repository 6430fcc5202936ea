// The standards that a planned organisation is held to: when each can come up, and how a rule, a step, a target about
// it reads. In the order in which they come up in a contact.
import type { PlannedContact, PlannedKind } from './planned.core.ts';

type Channel = PlannedContact['channel'];

export interface PlannedStandard {
  readonly id: string;
  readonly task: string;
  readonly channels: readonly Channel[];
  /** Chance that it comes up, by kind of contact; kinds that aren't named never bring it up. */
  readonly comesUp: Partial<Readonly<Record<PlannedKind, number>>>;
  /** A step of a procedure that serves it. */
  readonly step: string;
  /** A policy that stands in its way: the policy's title and its clause. */
  readonly rule: readonly [title: string, clause: string];
  /** A target that makes it sensible to miss it. */
  readonly target: string;
}

const everywhere: readonly Channel[] = ['call', 'chat', 'visit'];
const always = { enquiry: 1, 'price-objection': 1, 'move-in': 1, billing: 1, access: 1, complaint: 1, cancellation: 1 };
const each = (chance: number) =>
  Object.fromEntries(Object.keys(always).map((kind) => [kind, chance])) as Record<PlannedKind, number>;

const quick = 'Contacts under three minutes on average';

export const plannedStandards: readonly PlannedStandard[] = [
  {
    id: 'phone.business-and-name',
    task: 'opening',
    channels: ['call'],
    comesUp: always,
    step: 'Answer with a greeting, the name of the business and your own name.',
    rule: ['Answering the telephone', 'Answer with the word "Storage" only, to keep the line free.'],
    target: 'Every call picked up within one ring',
  },
  {
    id: 'desk.hello-said',
    task: 'opening',
    channels: ['visit'],
    comesUp: always,
    step: 'Stand up and greet whoever comes in.',
    rule: ['Work at the desk', 'Finish the entry on the screen before looking up.'],
    target: 'All entries of the day booked by noon',
  },
  {
    id: 'chat.hello-first',
    task: 'opening',
    channels: ['chat'],
    comesUp: each(0.85),
    step: 'Greet whoever writes before anything else.',
    rule: ['Chat replies', 'The first message holds the price list and nothing else.'],
    target: 'First reply in a chat within ten seconds',
  },
  {
    id: 'opening.help-offered',
    task: 'opening',
    channels: everywhere,
    comesUp: each(0.5),
    step: 'Offer help, or ask what you can do.',
    rule: ['Waiting customers', 'Whoever comes waits until called.'],
    target: quick,
  },
  {
    id: 'opening.name-learned',
    task: 'new-enquiry',
    channels: everywhere,
    comesUp: { enquiry: 0.95, 'price-objection': 0.9, 'move-in': 0.9 },
    step: 'Ask for the name and write it down.',
    rule: ['Personal data', 'Names are not asked for before a contract is signed.'],
    target: quick,
  },
  {
    id: 'opening.name-used',
    task: 'opening',
    channels: everywhere,
    comesUp: each(0.6),
    step: 'Use the name that you were given.',
    rule: ['Forms of address', 'Nobody is addressed by name at the desk.'],
    target: quick,
  },
  {
    id: 'account.identity-checked',
    task: 'service',
    channels: ['call', 'chat'],
    comesUp: { billing: 0.9, access: 0.6, cancellation: 0.4 },
    step: 'Check who is asking before you tell anything of an account.',
    rule: ['Quick balances', 'Balances are read out to whoever gives a unit number.'],
    target: quick,
  },
  {
    id: 'hold.by-consent',
    task: 'hold',
    channels: ['call'],
    comesUp: each(0.2),
    step: 'Ask before you put anybody on hold, and wait for the answer.',
    rule: ['Lines in use', 'A second call puts the first on hold at once.'],
    target: 'No call unanswered after two rings',
  },
  {
    id: 'enquiry.need-before-price',
    task: 'new-enquiry',
    channels: everywhere,
    comesUp: { enquiry: 0.95, 'price-objection': 0.9, 'move-in': 0.7 },
    step: 'Find out what is needed before you name a price.',
    rule: ['Quoting prices', 'Name the price of the smallest free unit within the first minute.'],
    target: 'A price named in every call within one minute',
  },
  {
    id: 'enquiry.open-questions',
    task: 'new-enquiry',
    channels: everywhere,
    comesUp: { enquiry: 0.9, 'price-objection': 0.8, 'move-in': 0.4 },
    step: 'Ask two open questions about the need before the price.',
    rule: ['Short enquiries', 'Ask for the size wanted and nothing more.'],
    target: quick,
  },
  {
    id: 'storage.size-helped',
    task: 'new-enquiry',
    channels: everywhere,
    comesUp: { enquiry: 0.9, 'price-objection': 0.7, 'move-in': 0.7 },
    step: 'Ask what they store and say what fits in which unit.',
    rule: ['Advice on sizes', 'Nobody advises on sizes: what does not fit comes back to us.'],
    target: quick,
  },
  {
    id: 'enquiry.advice-tied',
    task: 'new-enquiry',
    channels: everywhere,
    comesUp: { enquiry: 0.6, 'price-objection': 0.5, 'move-in': 0.4 },
    step: 'Recommend one unit and say why it suits.',
    rule: ['Recommendations', 'List all free units; recommend none.'],
    target: 'Rent the largest units first',
  },
  {
    id: 'storage.price-with-value',
    task: 'new-enquiry',
    channels: everywhere,
    comesUp: { enquiry: 0.95, 'price-objection': 0.9, 'move-in': 0.8 },
    step: 'With the price say what it brings: cameras, hours, carts.',
    rule: ['Price sheets', 'Prices are read from the sheet without comment.'],
    target: quick,
  },
  {
    id: 'enquiry.objection-met',
    task: 'new-enquiry',
    channels: everywhere,
    comesUp: { enquiry: 0.15, 'price-objection': 1 },
    step: 'Meet an objection with a question, a reason or an offer.',
    rule: ['No bargaining', 'Prices are not discussed.'],
    target: 'No discounts this quarter',
  },
  {
    id: 'enquiry.contact-taken',
    task: 'new-enquiry',
    channels: ['call', 'visit'],
    comesUp: { enquiry: 0.9, 'price-objection': 0.8, 'move-in': 0.8 },
    step: 'Take a number or an address to call back.',
    rule: ['Personal data of callers', 'Numbers of callers are not written down.'],
    target: quick,
  },
  {
    id: 'phone.visit-invited',
    task: 'new-enquiry',
    channels: ['call'],
    comesUp: { enquiry: 0.8, 'price-objection': 0.6, 'move-in': 0.4 },
    step: 'Invite the caller to come and see the place.',
    rule: ['Viewings', 'Units are not shown before a deposit is paid.'],
    target: 'At most five viewings a week',
  },
  {
    id: 'close.asked-for-business',
    task: 'new-enquiry',
    channels: everywhere,
    comesUp: { enquiry: 0.9, 'price-objection': 0.85, 'move-in': 0.9 },
    step: 'Ask whether they want to rent it.',
    rule: ['No pressing', 'Nobody is asked to sign on first contact.'],
    target: quick,
  },
  {
    id: 'storage.reserved-with-date',
    task: 'booking',
    channels: everywhere,
    comesUp: { 'move-in': 0.6 },
    step: 'When you hold a unit, say until when.',
    rule: ['Reservations', 'Reservations have no date: units go to whoever comes first.'],
    target: 'No unit held empty',
  },
  {
    id: 'storage.insurance-and-lock-told',
    task: 'new-enquiry',
    channels: everywhere,
    comesUp: { 'move-in': 1 },
    step: 'Tell about insurance and the lock before they sign.',
    rule: ['Moving in', 'Insurance is dealt with by letter, not at the desk.'],
    target: 'A move-in takes fifteen minutes at most',
  },
  {
    id: 'storage.gate-hours-told',
    task: 'access',
    channels: everywhere,
    comesUp: { 'move-in': 0.9 },
    step: 'Say when they can get in.',
    rule: ['Gate hours', 'Hours stand on the website; they are not told by us.'],
    target: 'A move-in takes fifteen minutes at most',
  },
  {
    id: 'storage.late-fee-explained',
    task: 'billing',
    channels: everywhere,
    comesUp: { billing: 0.5 },
    step: 'Explain the fee, where it comes from, and offer help.',
    rule: ['Late fees', 'Fees are not explained: they stand in the contract.'],
    target: 'All late fees collected within the month',
  },
  {
    id: 'storage.gate-trouble-helped',
    task: 'access',
    channels: everywhere,
    comesUp: { access: 0.9 },
    step: 'Check the code, reset it, open, or send somebody at once.',
    rule: ['Gate codes', 'Codes are reset on working days between nine and ten only.'],
    target: 'No code resets outside office hours',
  },
  {
    id: 'complaint.feeling-acknowledged',
    task: 'complaint',
    channels: everywhere,
    comesUp: { complaint: 1 },
    step: 'Say that you are sorry for it before anything else.',
    rule: ['Apologies', 'Nobody apologises: it admits a fault.'],
    target: quick,
  },
  {
    id: 'complaint.remedy-offered',
    task: 'complaint',
    channels: everywhere,
    comesUp: { complaint: 0.95 },
    step: 'Offer to put it right: refund, repair, credit.',
    rule: ['Complaints', 'Remedies are decided by head office in writing.'],
    target: 'Refunds under two hundred a month',
  },
  {
    id: 'atrocity.blame-shifted',
    task: 'complaint',
    channels: everywhere,
    comesUp: { complaint: 1 },
    step: 'Leave out whose fault it was; say what you do now.',
    rule: ['Complaints about the gate', 'Say that the gate belongs to its maker, not to us.'],
    target: 'No complaint booked to the site',
  },
  {
    id: 'atrocity.bare-refusal',
    task: 'service',
    channels: everywhere,
    comesUp: { 'price-objection': 0.2, billing: 0.25, access: 0.2, complaint: 0.25, cancellation: 0.15 },
    step: 'Where you must say no, give the reason and another way.',
    rule: ['Saying no', 'Refusals are short and without reasons.'],
    target: quick,
  },
  {
    id: 'storage.move-out-reason-asked',
    task: 'move-out',
    channels: everywhere,
    comesUp: { cancellation: 1 },
    step: 'Ask what made them leave and what could have been better.',
    rule: ['Notices', 'Reasons for leaving are not asked.'],
    target: quick,
  },
  {
    id: 'storage.move-out-steps',
    task: 'move-out',
    channels: everywhere,
    comesUp: { cancellation: 1 },
    step: 'Say what to do on leaving: sweep, take the lock, what is paid back.',
    rule: ['Moving out', 'The steps of leaving are sent by post.'],
    target: quick,
  },
  {
    id: 'storage.move-out-thanked',
    task: 'move-out',
    channels: everywhere,
    comesUp: { cancellation: 1 },
    step: 'Thank whoever leaves and say that they are welcome back.',
    rule: ['Leaving customers', 'Whoever leaves is handed to accounts at once.'],
    target: quick,
  },
  {
    id: 'close.more-help-offered',
    task: 'closing',
    channels: everywhere,
    comesUp: each(0.85),
    step: 'Ask whether there is anything else.',
    rule: ['Ending a contact', 'End when the question is answered.'],
    target: quick,
  },
  {
    id: 'close.thanked',
    task: 'closing',
    channels: everywhere,
    comesUp: each(0.9),
    step: 'Thank them at the end.',
    rule: ['Ending a contact briefly', 'No closing phrases.'],
    target: quick,
  },
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
