// Checks over what was heard, in three values. A check that needs what the contact lacks is unsure. Each is worked out once
// for a contact, and nothing is made for what was not found.
import type { By, Measure, Threshold } from '../pack.core.ts';
import type { Evidence } from '../standard.core.ts';
import type { CompiledCue } from './compiled.core.ts';
import { allOf, atLeast, firstKnown, noneOf, situationsOf } from './groups.ts';
import { answered, measure, notKnown } from './measures.ts';
import { joined, no, nothing, type Outcome, passes, type Searched, unsure, yes } from './outcome.ts';
import type { Check, Plan, Relation, Scope } from './plan.ts';
import { Bound } from './relations.ts';
import { heardOf, keptOf, saidBy } from './said-by.ts';
import type { Heard } from './scan.ts';
import type { Occurrence, Talk } from './talk.ts';
import { type Truth, truthOf } from './truths.ts';

export const perhapsSaid = 'something like it was said, not clearly enough to tell';

const noWords = unsure('the contact has no words');
const noWordsOf: Readonly<Record<By, Outcome>> = {
  anyone: noWords,
  rep: unsure('the contact has no words of the rep'),
  customer: unsure('the contact has no words of the customer'),
};
const noTimes = unsure('the contact has no times');
const notGiven = unsure('the words for it were not given');
const halfHeard = unsure(perhapsSaid);
const whoIsNotKnown = unsure(notKnown);
const oneSide = unsure('the contact has the words of one side only');
const holds = yes();
const fails = no();
const noBounds: readonly Bound[] = [];

export class Evaluation {
  private readonly cues: readonly CompiledCue[];
  private readonly talk: Talk;
  private readonly heard: Heard;
  // By id of check, scope and relation: what was worked out already. Of most checks that is their truth alone.
  private readonly known: (Outcome | Truth | undefined)[];
  private readonly missed: (Outcome | undefined)[];
  private readonly bounds: (readonly Bound[] | undefined)[];
  private readonly byRelation: (Bound | undefined)[];
  private readonly windows: (Searched | undefined)[];
  private readonly bothSpeak: boolean;

  constructor(plan: Plan, cues: readonly CompiledCue[], talk: Talk, heard: Heard) {
    this.cues = cues;
    this.talk = talk;
    this.heard = heard;
    this.known = plan.blank.checks.slice();
    this.missed = plan.blank.scopes.slice();
    this.bounds = plan.blank.scopes.slice();
    this.byRelation = plan.blank.relations.slice();
    this.windows = plan.blank.windows.slice();
    this.bothSpeak = talk.hasSpeaker('rep') && talk.hasSpeaker('customer');
  }

  /** Whether a check holds in this contact: the truth of its outcome, for less. */
  truth(check: Check): Truth {
    const known = this.known[check.id];
    if (known !== undefined) return typeof known === 'string' ? known : known.truth;
    const truth = this.isSilent(check) ? 'no' : truthOf(this, check);
    if (truth === null) return this.outcome(check).truth;
    this.known[check.id] = truth;
    return truth;
  }

  /** What it comes to that one of a check's cues was said where it looks, or none; null where only the whole outcome tells. */
  said({ cues, scope, needs }: Check): Truth | null {
    const { talk, heard } = this;
    const by = scope.by ?? 'anyone';
    if (scope.inSeconds || (by !== 'anyone' && !talk.knowsSpeakers)) return null;
    // What is heard comes in order of turns, so what lies behind the last turn looked at needs no look.
    const { fromTurn, toTurn } = this.turnsOf(scope);
    for (const cue of cues) {
      const said = heard.said(cue);
      if (said === undefined) continue;
      for (const { turn, from } of said) {
        if (turn > toTurn) break;
        if (turn < fromTurn || !talk.is(turn, by)) continue;
        if (!scope.within || this.isWithin(turn, from, scope)) return this.compared(scope);
      }
    }
    return this.bothSpeak && needs.length > 0 && heard.nearly.length === 0 ? 'no' : null;
  }

  // What was said in time holds; where it must come after something that never was, or near it, it doesn't.
  private compared({ relations }: Scope): Truth | null {
    if (relations.length === 0) return 'yes';
    let stands = true;
    for (const { kind, other, near } of relations) {
      const truth = this.truth(other);
      if (truth === 'unsure' || near?.unit === 'seconds') return null;
      stands &&= truth === 'yes' || (kind !== 'after' && kind !== 'near');
    }
    return stands ? null : 'no';
  }

  // Can nothing be heard of something that it needs? Then it is no, and nothing was listened for.
  private isSilent({ needs }: Check): boolean {
    if (!this.bothSpeak) return false;
    for (let at = 0; at < needs.length; at++) if (!this.mayHear(needs[at]!)) return true;
    return false;
  }

  // Plainly, or half.
  private mayHear(cues: readonly number[]): boolean {
    const { heard } = this;
    const { nearly } = heard;
    for (let at = 0; at < cues.length; at++) if (heard.mayHear(cues[at]!)) return true;
    if (nearly.length > 0) for (let at = 0; at < cues.length; at++) if (nearly[cues[at]!] !== undefined) return true;
    return false;
  }

  /** What a check comes to in this contact. */
  outcome(check: Check): Outcome {
    const known = this.known[check.id];
    if (typeof known === 'object') return known;
    if (check.silence !== null && this.isSilent(check)) return this.missing(check.silence);
    const plain = this.core(check);
    const outcome = check.count || check.ratio ? this.counted(check, plain) : plain;
    this.known[check.id] = outcome;
    return outcome;
  }

  private core(check: Check): Outcome {
    const { core, scope } = check;
    const { encounter } = this.talk;
    // Nothing in here may make a function: each call would make room for what that remembers, whichever way it goes.
    switch (core.kind) {
      case 'says':
        return this.says(core.cues, scope);
      case 'all':
        return allOf(this, check, this.talk) ?? this.missing(scope);
      case 'any':
        return atLeast(this, check.of, 1);
      case 'at-least':
        return atLeast(this, check.of, core.least);
      case 'none':
        return noneOf(this, check.of);
      case 'first-known':
        return firstKnown(this, check.of);
      case 'situation':
        return situationsOf(this, check.of);
      case 'direction':
        // Few sources state it and most contacts are the customer's own: unstated is taken for inbound.
        return (encounter.direction ?? 'inbound') === core.direction ? holds : fails;
      case 'channel':
        return core.channels.includes(encounter.channel) ? holds : fails;
      case 'measure':
        return this.measured(core.measure, core.threshold, scope);
      case 'words':
        return this.share(core.ratio, scope.by ?? 'rep');
      case 'answered':
        return answered(this.talk, this.heard.answers(core.question), core.answer);
    }
  }

  private measured(kind: Measure, threshold: Threshold, scope: Scope): Outcome {
    const inside = scope.within ? (turn: number) => this.isWithin(turn, 0, scope) : undefined;
    const outcome = measure(this.talk, kind, threshold, scope.by, inside);
    return outcome.truth === 'yes' && outcome.found.length > 0 ? this.narrowed(outcome.found, scope, true) : outcome;
  }

  private says(cues: readonly number[], scope: Scope): Outcome {
    const { talk } = this;
    const by = scope.by ?? 'anyone';
    if (!talk.hasSpeaker(by)) return noWordsOf[by];
    if (scope.inSeconds && talk.encounter.timing === 'none') return noTimes;
    const all = heardOf(this.heard, cues);
    if (all.length === 0) {
      for (const cue of cues) if (this.cues[cue]!.wordless) return notGiven;
      return this.notSaid(cues, scope);
    }
    if (by !== 'anyone' && !talk.knowsSpeakers) return whoIsNotKnown;
    const outcome = this.narrowed(by === 'anyone' ? all : saidBy(talk, all, by), scope, false);
    return outcome.truth === 'no' ? this.notSaid(cues, scope) : outcome;
  }

  // Where something half heard could have been it, that it was not said can't be told.
  private notSaid(cues: readonly number[], scope: Scope): Outcome {
    const { nearly } = this.heard;
    if (nearly.length > 0)
      for (const cue of cues) for (const one of nearly[cue] ?? nothing) if (this.mayCount(one, scope)) return halfHeard;
    return this.missing(scope);
  }

  private mayCount(one: Occurrence, scope: Scope): boolean {
    const { talk } = this;
    if (scope.by !== undefined && talk.knowsSpeakers && !talk.is(one.turn, scope.by)) return false;
    if (scope.within && !this.isWithin(one.turn, one.from, scope)) return false;
    for (const bound of this.boundsOf(scope)) if (bound.unsure === undefined && !bound.keeps(one)) return false;
    return true;
  }

  private narrowed(said: readonly Occurrence[], scope: Scope, measured: boolean): Outcome {
    if (said.length === 0) return measured ? { ...this.missing(scope), measured } : this.missing(scope);
    if (scope.within === undefined && scope.relations.length === 0)
      return yes(said, measured ? { measured } : undefined);
    let found = scope.within ? this.inTime(said, scope) : said;
    const bounds = this.boundsOf(scope);
    if (found.length > 0) {
      for (const bound of bounds) if (bound.unsure !== undefined) return unsure(bound.unsure);
      for (const bound of bounds) found = keptOf(found, bound);
    }
    if (found.length > 0) return yes(found, { measured, beside: besideOf(bounds) });
    return measured ? { ...this.missing(scope), measured } : this.missing(scope);
  }

  private inTime(said: readonly Occurrence[], scope: Scope): readonly Occurrence[] {
    return keptOf(said, { keeps: (one) => this.isWithin(one.turn, one.from, scope) });
  }

  // Not found: the turns looked through. The same for every check of a scope.
  private missing(scope: Scope): Outcome {
    const known = this.missed[scope.id];
    if (known !== undefined) return known;
    let { fromTurn, toTurn } = this.turnsOf(scope);
    const bounds = this.boundsOf(scope);
    for (const bound of bounds) {
      fromTurn = Math.max(fromTurn, bound.fromTurn);
      toTurn = Math.min(toTurn, bound.toTurn);
    }
    const searched = { fromTurn: Math.min(fromTurn, toTurn), toTurn: Math.max(0, toTurn) };
    const outcome = no({ searched, beside: besideOf(bounds) });
    this.missed[scope.id] = outcome;
    return outcome;
  }

  private turnsOf(scope: Scope): Searched {
    if (!scope.within) return this.talk.wholeTurns;
    return (this.windows[scope.window] ??= this.turnsWithin(scope));
  }

  private turnsWithin({ within, by = 'anyone' }: Scope): Searched {
    const { talk } = this;
    if (within!.unit === 'turns') return talk.firstOrLast(within!, by) ?? talk.wholeTurns;
    let fromTurn = 0;
    let toTurn = talk.wholeTurns.toTurn;
    const { length } = talk.encounter.turns;
    while (fromTurn < length && !talk.isWithin(within!, by, fromTurn, 0)) fromTurn++;
    while (toTurn > fromTurn && !talk.isWithin(within!, by, toTurn, 0)) toTurn--;
    return fromTurn >= length ? talk.wholeTurns : { fromTurn, toTurn };
  }

  private isWithin(turn: number, from: number, scope: Scope): boolean {
    return this.talk.isWithin(scope.within!, scope.by ?? 'anyone', turn, from);
  }

  private boundsOf(scope: Scope): readonly Bound[] {
    if (scope.relations.length === 0) return noBounds;
    const known = this.bounds[scope.id];
    if (known !== undefined) return known;
    const bounds: Bound[] = [];
    for (const relation of scope.relations) bounds.push(this.boundOf(relation));
    this.bounds[scope.id] = bounds;
    return bounds;
  }

  private boundOf(relation: Relation): Bound {
    return (this.byRelation[relation.id] ??= new Bound(relation, this.outcome(relation.other), this.talk));
  }

  // `count` compares how often; `ratio` beside `says` the share of the speaker's turns in which it was said.
  private counted({ count, ratio, scope }: Check, outcome: Outcome): Outcome {
    if (outcome.truth === 'unsure') return outcome;
    const { found, measured, searched } = outcome;
    const often = !count || passes(found.length, count);
    if (often && (!ratio || passes(this.shareOfTurns(found, scope.by ?? 'anyone'), ratio)))
      return yes(found, { measured, searched, together: true });
    return { ...this.missing(scope), against: found, together: true };
  }

  private shareOfTurns(found: readonly Occurrence[], by: By): number {
    const floors = new Set(found.map((one) => this.talk.floor[one.turn]));
    return floors.size / Math.max(1, this.talk.floors[by]);
  }

  private share(ratio: Threshold, by: By): Outcome {
    const { rep, customer } = this.talk.words;
    if (rep + customer === 0 || this.talk.floors.rep === 0 || this.talk.floors.customer === 0) return oneSide;
    if (!this.talk.knowsSpeakers) return whoIsNotKnown;
    const share = (by === 'customer' ? customer : by === 'rep' ? rep : rep + customer) / (rep + customer);
    return passes(share, ratio) ? yes(nothing, { measured: true }) : no({ measured: true });
  }
}

function besideOf(bounds: readonly Bound[]): readonly Evidence[] {
  let all: readonly Evidence[] = nothing;
  for (const bound of bounds) all = joined(all, bound.beside);
  return all;
}
