// Who is the rep. What the labels say stands; where they say nothing it is worked out from the words, by label where
// there are labels and turn by turn where there are none. No name ever counts.
import type { Speaker } from '../standards/encounter.core.ts';
import type { DraftTurn, RepFrom } from './contact.core.ts';
import { featuresOf } from './speaker-words.core.ts';
import { speakerBias, speakerWeights } from './speaker-weights.core.ts';

export interface WhoIsRep {
  /** One per turn, same order. */
  readonly speakers: readonly Speaker[];
  /** 0 to 1; below .7 is doubt. */
  readonly howSure: number;
  readonly from: RepFrom;
}

const repLabel =
  /^(?:agents?|reps?|representative|advis[eo]r|csr|operator|associate|assistant|consultant|clerk|staff|employee|support|sales|salesperson|host|receptionist|specialist|technician|server|teller|rep(?:resentative)?[ _-]?\d+|agent[ _-]?\d+)\b/;
const customerLabel =
  /^(?:customers?|callers?|users?|clients?|tenants?|members?|guests?|visitors?|patients?|passengers?|contact|consumer|subscriber|prospect|buyer|shopper|constituent|resident|end[ _-]?user|customer[ _-]?\d+|caller[ _-]?\d+)\b/;
const otherLabel =
  /^(?:ivr|recording|recorded|auto(?:mated)?(?:[ _-]?attendant)?|announcement|voicemail|music|prompt|narrator|note|notes|event|bot|virtual|queue|dialer)\b/;

const weights = new Map<string, number>();
for (const pair of speakerWeights.split(/[|\n]/)) {
  const cut = pair.lastIndexOf('=');
  if (cut > 0) weights.set(pair.slice(0, cut), Number(pair.slice(cut + 1)) / 100);
}

/**
 * Who speaks in each turn.
 * @param told the label that is the rep's, where somebody told us (compared without case)
 */
export function whoIsRep(
  draft: { readonly turns: readonly Pick<DraftTurn, 'label' | 'speaker' | 'text'>[] },
  told?: string,
): WhoIsRep {
  const { turns } = draft;
  const key = keyOf(told ?? null);
  if (key !== '' && turns.some((turn) => keyOf(turn.label) === key)) return byTold(turns, key);
  const known = turns.map((turn) => turn.speaker ?? stated(turn.label, turns));
  const hasRep = known.includes('rep');
  const hasCustomer = known.includes('customer');
  // Where one side is named, the other label is the other side.
  if (hasRep || hasCustomer) {
    const speakers = known.map((speaker) => speaker ?? (hasRep && hasCustomer ? 'other' : hasRep ? 'customer' : 'rep'));
    return { speakers, howSure: 1, from: 'stated' };
  }
  const open = turns.flatMap((_, at) => (known[at] === undefined ? [at] : []));
  const labels = new Set(open.map((at) => keyOf(turns[at]!.label)));
  const logits = open.map((at) => logitOf(turns[at]!.text));
  const found =
    labels.size > 1 && !labels.has('')
      ? byLabel(
          open.map((at) => keyOf(turns[at]!.label)),
          logits,
        )
      : bySequence(logits, labels.has(''));
  const speakers: Speaker[] = known.map((speaker) => speaker ?? 'other');
  open.forEach((at, nth) => (speakers[at] = found.speakers[nth]!));
  return { speakers, howSure: found.howSure, from: 'worked-out' };
}

function keyOf(label: string | null): string {
  return (label ?? '').trim().toLowerCase();
}

function byTold(turns: readonly Pick<DraftTurn, 'label' | 'speaker'>[], key: string): WhoIsRep {
  const speakers = turns.map((turn): Speaker =>
    keyOf(turn.label) === key ? 'rep' : otherLabel.test(keyOf(turn.label)) ? 'other' : 'customer',
  );
  return { speakers, howSure: 1, from: 'told' };
}

// "System" is the rep where the other side is the user, and a machine where somebody else is the rep.
function stated(label: string | null, turns: readonly Pick<DraftTurn, 'label'>[]): Speaker | undefined {
  const key = keyOf(label);
  if (key === '') return undefined;
  if (key === 'system') return turns.some((turn) => repLabel.test(keyOf(turn.label))) ? 'other' : 'rep';
  if (repLabel.test(key)) return 'rep';
  if (customerLabel.test(key)) return 'customer';
  return otherLabel.test(key) ? 'other' : undefined;
}

/** Log-odds that the rep says this turn, held within what one turn may weigh. */
function logitOf(text: string): number {
  let sum = speakerBias / 100;
  for (const feature of featuresOf(text)) sum += weights.get(feature) ?? 0;
  return Math.max(-mostPerTurn, Math.min(mostPerTurn, sum));
}

const mostPerTurn = 4;
// Turns of one contact resemble each other, so their odds add up to less than they would if each were new.
const labelTemper = 0.5;

interface Found {
  readonly speakers: readonly Speaker[];
  readonly howSure: number;
}

// The label whose turns speak most for the rep is the rep's, the one whose speak least the customer's; a third is whom
// its own words make it.
function byLabel(keys: readonly string[], logits: readonly number[]): Found {
  const sums = new Map<string, { sum: number; turns: number }>();
  keys.forEach((key, at) => {
    const one = sums.get(key) ?? { sum: 0, turns: 0 };
    sums.set(key, { sum: one.sum + logits[at]!, turns: one.turns + 1 });
  });
  const ranked = [...sums]
    .map(([key, one]) => ({ key, evidence: one.sum / Math.sqrt(one.turns) }))
    .sort((a, b) => b.evidence - a.evidence);
  const rep = ranked[0]!;
  const customer = ranked.at(-1)!;
  const roles = new Map<string, Speaker>(ranked.map((one) => [one.key, one.evidence > 0 ? 'rep' : 'customer']));
  roles.set(rep.key, 'rep').set(customer.key, 'customer');
  return {
    speakers: keys.map((key) => roles.get(key)!),
    howSure: sigmoid(labelTemper * (rep.evidence - customer.evidence)),
  };
}

// How often the speaker changes from one piece to the next: nearly always where pieces are turns, seldom where they are
// sentences. The rate that makes the words likeliest is taken, the earlier ones at an advantage (log-odds).
const paces = [
  { change: 0.93, head: 0 },
  { change: 0.6, head: -2 },
  { change: 0.3, head: -4 },
] as const;

// Forward and backward over two speakers (Rabiner 1989); each turn gets its likelier speaker given all the words, and how
// sure is the mean of those posteriors.
function bySequence(logits: readonly number[], alternating: boolean): Found {
  if (logits.length === 0) return { speakers: [], howSure: 0 };
  const { change, stay, likelihood } = pace(logits, alternating);
  // An export may hold the words of one side alone, which no label then says: is it likelier that two speak here, or one?
  const half = logits.reduce((sum, logit) => sum + logit, 0) / 2;
  const two = sigmoid(likelihood - Math.abs(half));
  const forward = scan(logits, change, stay);
  const backward = scan(logits.toReversed(), change, stay).toReversed();
  const posterior = logits.map((logit, at) => {
    const rep = forward[at]!.rep + backward[at]!.rep - logit / 2;
    const customer = forward[at]!.customer + backward[at]!.customer + logit / 2;
    return sigmoid(rep - customer);
  });
  const speakers = posterior.map((chance): Speaker => (chance >= 0.5 ? 'rep' : 'customer'));
  const howSure = posterior.reduce((sum, chance) => sum + Math.max(chance, 1 - chance), 0) / posterior.length;
  if (logits.length < 2) return { speakers, howSure: Math.min(howSure, 0.69) };
  return { speakers: two < 0.5 ? logits.map(() => (half > 0 ? 'rep' : 'customer')) : speakers, howSure: howSure * two };
}

function pace(logits: readonly number[], alternating: boolean): { change: number; stay: number; likelihood: number } {
  const tried = (alternating ? paces : paces.slice(1)).map((one) => {
    const change = Math.log(one.change);
    const stay = Math.log(1 - one.change);
    const end = scan(logits, change, stay).at(-1)!;
    return { change, stay, likelihood: sumExp(end.rep, end.customer) + one.head };
  });
  return tried.reduce((most, one) => (one.likelihood > most.likelihood ? one : most));
}

function scan(logits: readonly number[], change: number, stay: number): { rep: number; customer: number }[] {
  const states: { rep: number; customer: number }[] = [];
  for (const logit of logits) {
    const before = states.at(-1) ?? { rep: 0, customer: 0 };
    const first = states.length === 0;
    const rep = logit / 2 + (first ? 0 : sumExp(before.rep + stay, before.customer + change));
    const customer = -logit / 2 + (first ? 0 : sumExp(before.customer + stay, before.rep + change));
    states.push({ rep, customer });
  }
  return states;
}

function sumExp(a: number, b: number): number {
  const most = Math.max(a, b);
  return most + Math.log(Math.exp(a - most) + Math.exp(b - most));
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
