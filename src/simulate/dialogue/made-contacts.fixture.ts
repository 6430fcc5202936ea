// Planned contacts for tests of the dialogue: every kind and channel, acts kept and missed by a coin, no organisation.
import { plannedKinds, plannedMoods, type PlannedAct, type PlannedContact, type PlannedKind } from '../planned.core.ts';
import { Chance } from './chance.core.ts';
import type { Cast } from './values.core.ts';

const firsts = 'Dana Tina Marsha Omar Luis Priya Kwame Ingrid Hollis Bea Ruth Curtis Amaya Wendell Noor Theo'.split(
  ' ',
);
const lasts =
  'Whitfield Marsh Okafor Delgado Brandt Novak Pham Castellano Ridley Hassan Lund Barrera Quill Stroud'.split(' ');
const sizes = ['5x5', '5x10', '10x10', '10x15', '10x20'];
const asked = ['opening.name-learned', 'opening.name-used', 'enquiry.need-before-price', 'enquiry.open-questions'];
const sold = ['storage.size-helped', 'enquiry.advice-tied', 'storage.price-with-value'];
const taken = ['storage.insurance-and-lock-told', 'storage.gate-hours-told'];

/** `count` planned contacts from a seed, with the cast of each. */
export function madeContacts(count: number, seed: number): { contact: PlannedContact; cast: Cast }[] {
  const chance = new Chance(seed);
  return Array.from({ length: count }, (_, number) => made(number, chance));
}

function made(number: number, chance: Chance): { contact: PlannedContact; cast: Cast } {
  const kind = plannedKinds[number % plannedKinds.length]!;
  const unit = chance.unit();
  const channel = unit < 0.6 ? 'call' : unit < 0.8 ? 'chat' : 'visit';
  const mood = chance.coin(0.6) ? 'calm' : chance.of(plannedMoods);
  const outcome = outcomeOf(kind, chance);
  const acts = actsOf(kind, channel, mood, outcome, chance);
  const word = chance.coin(0.15) ? [{ what: chance.of(['new-here', 'needs-approval', 'alone'] as const) }] : [];
  const speech = chance.coin(0.4) ? chance.of(['southern', 'eastern', 'formal', 'chatty', 'clipped']) : undefined;
  const contact: PlannedContact = {
    number,
    id: `made-${number}`,
    at: '2026-03-02T17:00:00.000Z',
    day: '2026-03-02',
    hour: 8 + chance.below(10),
    site: 'harbor-bay',
    person: `p-${chance.below(60)}`,
    customer: `c-${number}`,
    customerName: `${chance.of(firsts)} ${chance.of(lasts)}`,
    channel,
    kind,
    mood,
    product: chance.of(sizes),
    price: 49 + 10 * chance.below(20),
    acts,
    words: word,
    ...(speech === undefined ? {} : { speech }),
    outcome,
  };
  const cast = {
    business: 'Harbor Self Storage',
    otherNames: ['Harbor Storage'],
    siteName: 'Harbor Bay',
    city: 'Oceanside',
    repName: 'Tessa',
  };
  return { contact, cast };
}

function outcomeOf(kind: PlannedKind, chance: Chance): NonNullable<PlannedContact['outcome']> {
  if (kind === 'move-in') return 'won';
  if (kind === 'enquiry' || kind === 'price-objection') return chance.of(['won', 'lost', 'pending'] as const);
  return chance.of(['served', 'unserved'] as const);
}

/** Acts that can go together, each missed in a third. */
function actsOf(kind: PlannedKind, channel: string, mood: string, outcome: string, chance: Chance): PlannedAct[] {
  const failed = new Map<string, boolean>();
  const plan = (standards: readonly string[], share = 1): void => {
    for (const one of standards) if (chance.coin(share)) failed.set(one, chance.coin(0.35));
  };
  if (channel === 'call') plan(['phone.business-and-name']);
  if (channel === 'chat') plan(['chat.hello-first']);
  if (channel === 'visit') plan(['desk.hello-said']);
  if (channel === 'call') plan(['hold.by-consent'], 0.2);
  plan(['opening.help-offered'], 0.5);
  if (mood === 'upset' || kind === 'complaint') plan(['complaint.feeling-acknowledged']);
  if (['enquiry', 'price-objection', 'move-in'].includes(kind)) {
    plan([...asked, ...sold, 'close.asked-for-business']);
    if (failed.get('opening.name-learned')) failed.delete('opening.name-used');
    if (failed.get('enquiry.need-before-price')) failed.set('enquiry.open-questions', true);
    if (channel !== 'chat') plan(['enquiry.contact-taken']);
    if (channel === 'call') plan(['phone.visit-invited']);
    if (kind === 'price-objection') plan(['enquiry.objection-met']);
    if (kind === 'price-objection') plan(['atrocity.bare-refusal'], 0.3);
    if (outcome === 'won') plan(taken);
    if (outcome === 'won' && failed.get('close.asked-for-business') === false) plan(['storage.reserved-with-date']);
  } else {
    plan(['opening.name-used'], 0.6);
    plan(['atrocity.bare-refusal'], 0.4);
    if (kind !== 'complaint') plan(['account.identity-checked']);
    if (kind === 'billing') plan(['storage.late-fee-explained'], 0.5);
    if (kind === 'access') plan(['storage.gate-trouble-helped'], 0.7);
    if (kind === 'complaint') plan(['atrocity.blame-shifted', 'complaint.remedy-offered']);
    if (kind === 'cancellation')
      plan(['storage.move-out-thanked', 'storage.move-out-steps', 'storage.move-out-reason-asked']);
  }
  plan(['close.more-help-offered', 'close.thanked']);
  return [...failed].map(([standard, missed]) => ({
    standard,
    failed: missed,
    chance: 0.35,
    draw: missed ? 0.1 : 0.9,
    necessary: [],
  }));
}
