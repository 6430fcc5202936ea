// A customer who rents already: billing, access, complaint, moving out. Who is asking, what is done, what is refused.
import { close, holdFor } from './closing.core.ts';
import { hearFeeling } from './feeling.core.ts';
import { open } from './opening.core.ts';
import type { Stage } from './stage.core.ts';

const id = {
  identity: 'account.identity-checked',
  used: 'opening.name-used',
  refusal: 'atrocity.bare-refusal',
  remedy: 'complaint.remedy-offered',
  blame: 'atrocity.blame-shifted',
  fee: 'storage.late-fee-explained',
  gate: 'storage.gate-trouble-helped',
  thanked: 'storage.move-out-thanked',
  steps: 'storage.move-out-steps',
  reason: 'storage.move-out-reason-asked',
} as const;

/** A bill: a balance, a payment, a late fee. */
export function bill(stage: Stage): void {
  const late = stage.planned(id.fee);
  begin(stage, late ? 'c.bill-late' : 'c.bill');
  identify(stage);
  holdFor(stage, 'hold.for-account');
  if (late) stage.rep([id.fee], stage.missed(id.fee) ? `${id.fee}.missed` : `${id.fee}.kept`);
  else stage.rep([], 'bill.told');
  stage.customer(late ? 'c.hears-fee' : 'c.hears-bill');
  refuse(stage, 'c.asks-waive', 'refuse-waive.kept');
  stage.rep([], 'bill.pays');
  stage.customer('c.pays');
  stage.rep([], 'bill.paid');
  close(stage);
}

/** Getting in: a code that fails, hours, a gate that stays shut. */
export function letIn(stage: Stage): void {
  const stuck = stage.planned(id.gate);
  begin(stage, stuck ? 'c.gate-stuck' : 'c.code-asked');
  identify(stage);
  holdFor(stage, 'hold.for-account');
  if (stuck) stage.rep([id.gate], stage.missed(id.gate) ? `${id.gate}.missed` : `${id.gate}.kept`);
  else stage.rep([], 'code.told');
  stage.customer(stuck ? (stage.missed(id.gate) ? 'c.still-out' : 'c.got-in') : 'c.agrees');
  refuse(stage, 'c.asks-late-access', 'refuse-access.kept');
  if (stage.missed(id.gate)) {
    stage.rep([], 'access.wait');
    stage.customer('c.shrugs');
  }
  close(stage);
}

/** Something went wrong. A refusal comes before the remedy and apart from it, or the remedy would soften it. */
export function complain(stage: Stage): void {
  begin(stage, 'c.complains');
  holdFor(stage, 'hold.for-account');
  const blamed = stage.missed(id.blame);
  stage.rep([id.blame], blamed ? `${id.blame}.missed` : 'complaint.asks');
  stage.customer(blamed ? 'c.blamed' : 'c.complains-more');
  if (stage.planned(id.refusal)) {
    refuse(stage, 'c.asks-credit', 'refuse-credit.kept');
    stage.rep([], 'complaint.looks');
    stage.customer('c.waits-answer');
  }
  stage.rep([id.remedy], stage.missed(id.remedy) ? `${id.remedy}.missed` : `${id.remedy}.kept`);
  stage.customer(stage.missed(id.remedy) ? 'c.shrugs' : 'c.remedied');
  close(stage);
}

/** Moving out. The thanks stand well before the end: those at the end are another standard's. */
export function moveOut(stage: Stage): void {
  begin(stage, 'c.moves-out');
  identify(stage);
  holdFor(stage, 'hold.for-account');
  const thanked = !stage.missed(id.thanked) && `${id.thanked}.kept`;
  if (stage.missed(id.reason)) stage.rep([id.thanked], 'out.noted', thanked);
  else stage.rep([id.thanked, id.reason], 'out.noted', thanked, `${id.reason}.kept`);
  stage.customer(stage.missed(id.reason) ? 'c.out-when' : 'c.out-why');
  if (stage.missed(id.steps)) stage.rep([id.steps], 'out.no-steps');
  else stage.rep([id.steps], `${id.steps}.kept`);
  stage.customer(stage.missed(id.steps) ? 'c.shrugs' : 'c.hears-steps');
  refuse(stage, 'c.asks-prorate', 'refuse-prorate.kept');
  stage.rep([], 'out.done');
  stage.customer('c.agrees');
  close(stage);
}

// A name that is planned to be used must be given early.
function begin(stage: Stage, wants: string): void {
  open(stage, wants, stage.planned(id.used));
  // A complaint voices what the customer feels by itself; elsewhere it is said for its own sake.
  const felt = hearFeeling(stage, stage.contact.kind === 'complaint' ? null : 'c.upset-too');
  if (!stage.kept(id.used)) return;
  if (felt) stage.rep([id.used], 'one-second', `${id.used}.kept`);
  else stage.rep([id.used], 'ack.short', `${id.used}.kept`);
  stage.customer('c.yes');
}

function identify(stage: Stage): void {
  if (!stage.planned(id.identity)) return;
  if (stage.missed(id.identity)) {
    stage.rep([id.identity], `${id.identity}.missed`);
    stage.customer('c.agrees');
    return;
  }
  // A name that comes with it is used at once, unless names have their turn elsewhere.
  const named = !stage.planned(id.used) && stage.chance.coin(0.5);
  stage.rep([id.identity], named ? `${id.identity}.kept` : 'identity.known-name');
  stage.customer(named ? 'c.identity' : 'c.identity-known');
  if (!named) return;
  stage.rep([], `${id.used}.kept`, 'one-second');
}

function refuse(stage: Stage, asks: string, kept: string): void {
  if (!stage.planned(id.refusal)) return;
  stage.customer(asks);
  stage.rep([id.refusal], stage.missed(id.refusal) ? 'refuse.bare' : kept);
  stage.customer('c.takes-no');
  if (!stage.missed(id.refusal)) return;
  // The next thing that is said must be no reason either.
  stage.rep([], 'moves-on');
  stage.customer('c.shrugs');
}
