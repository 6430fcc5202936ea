// After the price: come and see it, how to reach you, shall I book it; and where they take it, when they get in, the lock
// and the insurance, and until when it is held.
import type { Stage } from './stage.core.ts';

const id = {
  visit: 'phone.visit-invited',
  contact: 'enquiry.contact-taken',
  ask: 'close.asked-for-business',
  hours: 'storage.gate-hours-told',
  insurance: 'storage.insurance-and-lock-told',
  reserved: 'storage.reserved-with-date',
  objection: 'enquiry.objection-met',
  value: 'storage.price-with-value',
} as const;

/**
 * From the price to the end of the business.
 * @param objecting what the customer says against it after being asked, where that is put off until then
 */
export function take(stage: Stage, objecting?: () => void): void {
  const won = stage.contact.outcome === 'won';
  if (stage.contact.channel === 'call' && !stage.missed(id.visit)) {
    stage.rep([id.visit], `${id.visit}.kept`);
    stage.customer(won ? 'c.will-come' : 'c.may-come');
  }
  if (stage.missed(id.ask)) {
    objecting?.();
    takeUnasked(stage, won);
    return;
  }
  // To reserve is spoken of only where it is planned to have its turn.
  stage.rep([id.ask], stage.planned(id.reserved) ? 'ask.reserve' : `${id.ask}.kept`);
  objecting?.();
  if (won) book(stage);
  else if (objecting) reach(stage);
  else decline(stage);
}

function takeUnasked(stage: Stage, won: boolean): void {
  if (won) {
    stage.customer('c.takes-unasked');
    stage.rep([id.ask], 'take.online');
    stage.customer('c.agrees');
    tellBeforeTaking(stage);
  }
  reach(stage);
}

function book(stage: Stage): void {
  stage.customer('c.takes');
  reach(stage);
  tellBeforeTaking(stage);
  if (stage.planned(id.reserved))
    stage.rep([id.reserved], stage.missed(id.reserved) ? `${id.reserved}.missed` : `${id.reserved}.kept`);
  else stage.rep([], 'take.set-up');
  stage.customer('c.agrees');
}

function decline(stage: Stage): void {
  stage.customer('c.puts-off');
  stage.rep([id.objection], stage.missed(id.value) ? 'objection.understood' : 'put-off.kept');
  if (stage.contact.channel !== 'chat' && !stage.missed(id.contact)) stage.customer('c.agrees');
  reach(stage);
}

function reach(stage: Stage): void {
  if (stage.contact.channel === 'chat' || stage.missed(id.contact)) return;
  stage.rep([id.contact], `${id.contact}.kept`);
  stage.customer('c.gives-contact');
  if (stage.chance.coin(0.3)) stage.rep([], 'got-it');
}

function tellBeforeTaking(stage: Stage): void {
  if (!stage.missed(id.insurance)) {
    stage.rep([id.insurance], `${id.insurance}.kept`);
    stage.customer('c.about-insurance');
  }
  if (!stage.missed(id.hours)) {
    const asked = stage.chance.coin(0.4);
    if (asked) stage.customer('c.asks-hours');
    stage.rep([id.hours], `${id.hours}.kept`);
    stage.customer('c.about-hours');
  }
}
