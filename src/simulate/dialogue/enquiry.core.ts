// Somebody who rents nothing yet asks: enquiry, price objection, move-in. What is found out before the price, what is
// advised, the price, the objection, the asking and the taking; each kept or missed as planned, in an order that holds.
import { close, holdFor } from './closing.core.ts';
import { hearFeeling } from './feeling.core.ts';
import { open } from './opening.core.ts';
import { take } from './taking.core.ts';
import type { Stage } from './stage.core.ts';

const id = {
  name: 'opening.name-learned',
  used: 'opening.name-used',
  need: 'enquiry.need-before-price',
  open: 'enquiry.open-questions',
  size: 'storage.size-helped',
  advice: 'enquiry.advice-tied',
  value: 'storage.price-with-value',
  objection: 'enquiry.objection-met',
  refusal: 'atrocity.bare-refusal',
} as const;

const bare = { 'c.wants-unit': 'c.wants-unit-bare', 'c.asks-price': 'c.asks-price-bare' } as const;

/** The whole of an enquiry. */
export function enquire(stage: Stage): void {
  const wants = stage.contact.kind === 'move-in' ? 'c.wants-unit' : 'c.asks-price';
  // What is told unasked is found out too, but not by an open question.
  const told = !stage.missed(id.need) && !stage.kept(id.open) && stage.chance.coin(0.35);
  // Where the need is to be passed over, nothing of it may be told with the question.
  open(stage, told ? `${wants}-told` : stage.missed(id.need) ? bare[wants] : wants);
  hearFeeling(stage, 'c.upset-new');
  learnName(stage);
  if (!stage.missed(id.need)) findNeed(stage, told);
  holdFor(stage, 'hold.for-price');
  // A price that is to be bare stands well apart from what it brings: nothing is advised before it.
  const first = stage.missed(id.need) || stage.missed(id.value);
  if (first) price(stage);
  if (stage.missed(id.need)) {
    stage.customer('c.tells-late');
    helpWithSize(stage);
  }
  advise(stage);
  if (!first) price(stage);
  // An objection that is passed over is the last word on it: nothing is offered after.
  const last = stage.missed(id.objection);
  if (!last) object(stage);
  refuseDiscount(stage);
  take(stage, last ? () => object(stage) : undefined);
  close(stage);
}

// Asked at once, so that the customer's name stands among the first things that they say.
function learnName(stage: Stage): void {
  if (stage.missed(id.name)) return;
  stage.rep([id.name], 'ack', `${id.name}.kept`);
  stage.customer('c.gives-name');
}

/** The customer's name, once, where it is known and not planned to be passed over. */
function named(stage: Stage): string | false {
  const known = stage.said(`${id.name}.kept`) && !stage.missed(id.used);
  return known && !stage.said(`${id.used}.kept`) && `${id.used}.kept`;
}

function findNeed(stage: Stage, told: boolean): void {
  const sized = !stage.missed(id.size);
  if (told) {
    stage.rep([id.need, id.size], named(stage), sized ? 'size.fits' : 'need.heard');
    stage.customer('c.agrees');
    return;
  }
  if (stage.missed(id.open)) {
    stage.rep([id.need, id.size, id.open], named(stage), sized ? 'need.one-sized' : 'need.one');
    stage.customer(sized ? 'c.tells-items' : 'c.tells-reason');
    return;
  }
  stage.rep([id.need, id.open], named(stage), 'ack', 'open.why');
  stage.customer('c.tells-reason');
  stage.rep([id.size, id.open], 'heard', sized ? 'open.store' : 'open.access');
  stage.customer(sized ? 'c.tells-items' : 'c.tells-access');
  if (stage.chance.coin(0.35)) {
    stage.rep([id.open], 'heard', 'open.long');
    stage.customer('c.tells-long');
  }
}

function helpWithSize(stage: Stage): void {
  if (stage.missed(id.size)) return;
  stage.rep([id.size], named(stage), 'size.fits');
  stage.customer('c.agrees');
}

function advise(stage: Stage): void {
  if (stage.missed(id.advice)) {
    stage.customer('c.which');
    stage.rep([id.advice], `${id.advice}.missed`);
    stage.customer('c.chooses');
    return;
  }
  // With the size missed, the reason is how they will use it, never what fits.
  const advice = stage.missed(id.size) ? 'advice.by-use' : `${id.advice}.kept`;
  stage.rep([id.advice], stage.missed(id.value) ? 'advice.bare' : advice);
  stage.customer('c.agrees');
}

function price(stage: Stage): void {
  stage.rep([id.value], named(stage), stage.missed(id.value) ? 'price.bare' : 'price.value');
  stage.customer('c.hears-price');
}

function object(stage: Stage): void {
  if (!stage.planned(id.objection)) return;
  stage.customer('c.objects');
  // What the price brings is no answer where the price was planned to be bare.
  const met = stage.missed(id.value) ? 'objection.understood' : `${id.objection}.kept`;
  stage.rep([id.objection], stage.missed(id.objection) ? `${id.objection}.missed` : met);
  stage.customer(stage.contact.outcome === 'won' ? 'c.won-over' : 'c.not-sure');
}

function refuseDiscount(stage: Stage): void {
  if (!stage.planned(id.refusal)) return;
  stage.customer('c.asks-discount');
  stage.rep([id.refusal], stage.missed(id.refusal) ? 'refuse.bare' : 'refuse-discount.kept');
  stage.customer('c.takes-no');
  if (stage.missed(id.refusal)) {
    stage.rep([], 'moves-on');
    stage.customer('c.shrugs');
  }
}
