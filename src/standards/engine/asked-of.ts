// In whose turns each cue is looked for. Most are asked of one side alone, some only where a contact opens: what is said elsewhere
// would be heard in vain, and that is more than half of all there is to hear.
import type { CompiledCue } from './compiled.core.ts';
import type { Check, Scope } from './plan.ts';

/** Of whom a cue is asked. The order is that of an ear's rows, so that what each turn is listened for lies side by side. */
export const asked = {
  onForms: 0,
  never: 1,
  ofCustomerOpening: 2,
  ofCustomer: 3,
  ofBoth: 4,
  ofRep: 5,
  ofRepOpening: 6,
  count: 7,
} as const;

/** So many times each side has the floor where a contact opens. */
const openingFloors = 4;

/** From which to which, the latter not included. */
export interface Asked {
  readonly from: number;
  readonly to: number;
}

/** What a turn is listened for: everything; what is asked of anybody; what a form asks. */
export const listenFor = {
  everything: { from: asked.never, to: asked.count },
  anybody: { from: asked.ofCustomerOpening, to: asked.count },
  form: { from: asked.onForms, to: asked.never },
} as const satisfies Record<string, Asked>;

const ofSide = {
  rep: {
    opening: { from: asked.ofBoth, to: asked.count },
    later: { from: asked.ofBoth, to: asked.ofRepOpening },
  },
  customer: {
    opening: { from: asked.ofCustomerOpening, to: asked.ofRep },
    later: { from: asked.ofCustomer, to: asked.ofRep },
  },
} as const;

/** What a turn of one side is listened for, which has the floor for the time `floor`, from 0. */
export function listenTo(side: keyof typeof ofSide, floor: number): Asked {
  return ofSide[side][floor < openingFloors ? 'opening' : 'later'];
}

/** By cue, of whom it is asked by any of the checks, as in `asked`. */
export function askedOf(checks: Iterable<Check>, cues: readonly CompiledCue[]): Uint8Array {
  const of = Uint8Array.from(cues, ({ isQuestion }) => (isQuestion ? asked.onForms : asked.never));
  for (const { core, scope } of checks) {
    if (core.kind !== 'says') continue;
    // Where words were not given, a check can be told only where nobody said anything of it.
    const by = core.cues.some((cue) => cues[cue]!.wordless) ? asked.ofBoth : askedIn(scope);
    for (const cue of core.cues) of[cue] = both(of[cue]!, by);
  }
  return of;
}

function askedIn({ by, within }: Scope): number {
  const opens = within?.unit === 'turns' && within.from === 'start' && within.amount <= openingFloors;
  if (by === 'rep') return opens ? asked.ofRepOpening : asked.ofRep;
  if (by === 'customer') return opens ? asked.ofCustomerOpening : asked.ofCustomer;
  return asked.ofBoth;
}

function both(one: number, other: number): number {
  if (one === asked.never || one === other) return other;
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  if (high === asked.ofCustomer) return asked.ofCustomer;
  return low === asked.ofRep ? asked.ofRep : asked.ofBoth;
}
