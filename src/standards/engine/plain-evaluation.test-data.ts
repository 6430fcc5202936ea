// The meaning of conditions written down plainly: no plan, nothing kept, everything looked through from end to end. What the
// quick evaluation finds is compared with it.
import type { By, Within } from '../pack.core.ts';
import type { CompiledPacks, Linked } from './compiled.core.ts';
import { answered, measure, notKnown } from './measures.ts';
import { bothSearched, no, type Outcome, passes, unsure, yes } from './outcome.ts';
import {
  type Filter,
  chains,
  gatherings,
  hasRelation,
  inOrderOfTalk,
  relationFilters,
} from './plain-relations.test-data.ts';
import type { Heard } from './scan.ts';
import type { Occurrence, Talk } from './talk.ts';

export type PlainPacks = Pick<CompiledPacks, 'situations' | 'cues'>;

interface Scope {
  readonly by: By | undefined;
  readonly within: Within | undefined;
  readonly filters: readonly Filter[];
}

const everywhere: Scope = { by: undefined, within: undefined, filters: [] };

export class PlainEvaluation {
  private readonly packs: PlainPacks;
  private readonly talk: Talk;
  private readonly heard: Heard;

  constructor(packs: PlainPacks, talk: Talk, heard: Heard) {
    this.packs = packs;
    this.talk = talk;
    this.heard = heard;
  }

  /** What a condition comes to in this contact. */
  outcome(condition: Linked, scope: Scope = everywhere): Outcome {
    const related = hasRelation(condition) || condition.notPartOf !== undefined || condition.near?.of !== undefined;
    const filters = related
      ? [...scope.filters, ...relationFilters(condition, this.talk, (other) => this.outcome(other))]
      : scope.filters;
    const narrows = related || condition.by !== undefined || condition.within !== undefined;
    const inner: Scope = narrows
      ? { by: condition.by ?? scope.by, within: condition.within ?? scope.within, filters }
      : scope;
    const outcome = this.core(condition, inner);
    return condition.count || condition.ratio ? this.counted(condition, inner, outcome) : outcome;
  }

  private situation(index: number): Outcome {
    return this.outcome(this.packs.situations[index]!.condition);
  }

  private core(condition: Linked, scope: Scope): Outcome {
    const { core } = condition;
    const { encounter } = this.talk;
    switch (core.kind) {
      case 'says':
        return this.says(core.cues, scope);
      case 'all':
        return this.all(condition, core.of, scope);
      case 'any':
        return this.atLeast(1, core.of, scope);
      case 'at-least':
        return this.atLeast(core.least, core.of, scope);
      case 'none':
        return this.none(core.of, scope);
      case 'first-known':
        return this.firstKnown(core.of, scope);
      case 'situation':
        return core.situations.map((index) => this.situation(index)).reduce(either);
      case 'direction':
        // Few sources state it and most contacts are the customer's own: unstated is taken for inbound.
        return (encounter.direction ?? 'inbound') === core.direction ? yes() : no();
      case 'channel':
        return core.channels.includes(encounter.channel) ? yes() : no();
      case 'measure': {
        const inside = scope.within ? (turn: number) => this.isWithin(wholeTurn(turn), scope) : undefined;
        const outcome = measure(this.talk, core.measure, core.threshold, scope.by, inside);
        return outcome.truth === 'yes' && outcome.found.length > 0
          ? this.narrowed(outcome.found, scope, true)
          : outcome;
      }
      case 'words':
        return this.share(core.ratio, scope.by ?? 'rep');
      case 'answered':
        return answered(this.talk, this.heard.answers(core.question), core.answer);
    }
  }

  private says(cues: readonly number[], scope: Scope): Outcome {
    const { talk } = this;
    const by = scope.by ?? 'anyone';
    if (!talk.hasSpeaker(by))
      return unsure(by === 'anyone' ? 'the contact has no words' : `the contact has no words of the ${by}`);
    if (scope.within?.unit === 'seconds' && talk.encounter.timing === 'none') return unsure('the contact has no times');
    const all = cues.flatMap((cue) => this.heard.said(cue) ?? []);
    if (all.length === 0) {
      if (cues.some((cue) => this.packs.cues[cue]!.wordless)) return unsure('the words for it were not given');
      return this.notSaid(cues, scope);
    }
    if (by !== 'anyone' && !talk.knowsSpeakers) return unsure(notKnown);
    const sorted = cues.length > 1 ? all.toSorted(inOrderOfTalk) : all;
    const said = by === 'anyone' ? sorted : sorted.filter((one) => talk.is(one.turn, by));
    const outcome = this.narrowed(said, scope, false);
    return outcome.truth === 'no' ? this.notSaid(cues, scope) : outcome;
  }

  private notSaid(cues: readonly number[], scope: Scope): Outcome {
    const { talk } = this;
    const perhaps = cues
      .flatMap((cue) => this.heard.nearly[cue] ?? [])
      .filter((one) => scope.by === undefined || !talk.knowsSpeakers || talk.is(one.turn, scope.by))
      .filter((one) => !scope.within || this.isWithin(one, scope))
      .filter((one) => scope.filters.every((filter) => filter.unsure !== undefined || filter.keeps(one)));
    return perhaps.length === 0
      ? this.missing(scope)
      : unsure('something like it was said, not clearly enough to tell');
  }

  private narrowed(said: readonly Occurrence[], scope: Scope, measured: boolean): Outcome {
    const doubt = scope.filters.find((filter) => filter.unsure !== undefined);
    const inTime = scope.within ? said.filter((one) => this.isWithin(one, scope)) : said;
    if (inTime.length > 0 && doubt) return unsure(doubt.unsure!);
    const found = inTime.filter((one) => scope.filters.every((filter) => filter.keeps(one)));
    return found.length > 0 ? yes(found, { measured, beside: besideOf(scope) }) : { ...this.missing(scope), measured };
  }

  private missing(scope: Scope): Outcome {
    const { talk } = this;
    let fromTurn = 0;
    let toTurn = Math.max(0, talk.encounter.turns.length - 1);
    if (scope.within) {
      const kept = talk.encounter.turns.flatMap((_, turn) => (this.isWithin(wholeTurn(turn), scope) ? [turn] : []));
      if (kept.length > 0) [fromTurn, toTurn] = [kept[0]!, kept.at(-1)!];
    }
    for (const filter of scope.filters) {
      fromTurn = Math.max(fromTurn, filter.fromTurn ?? 0);
      toTurn = Math.min(toTurn, filter.toTurn ?? toTurn);
    }
    return no({
      searched: { fromTurn: Math.min(fromTurn, toTurn), toTurn: Math.max(0, toTurn) },
      beside: besideOf(scope),
    });
  }

  private isWithin(one: Occurrence, scope: Scope): boolean {
    const within = scope.within!;
    const { talk } = this;
    const { turns } = talk.encounter;
    const by = scope.by ?? 'anyone';
    if (turns[one.turn]!.speaker === 'other') return false;
    if (within.unit === 'seconds') {
      const at = talk.at(one.turn, one.from);
      if (at === undefined) return false;
      if (within.from === 'start') return at <= within.amount;
      const last = turns.reduce((latest, turn) => Math.max(latest, turn.end ?? turn.start ?? 0), 0);
      return last - at <= within.amount;
    }
    if (by !== 'anyone' && turns[one.turn]!.speaker !== by) return false;
    const floor = by === 'anyone' ? talk.floor[one.turn]! : talk.ownFloor[one.turn]!;
    return within.from === 'start' ? floor < within.amount : floor >= talk.floors[by] - within.amount;
  }

  private all(condition: Linked, of: readonly Linked[], scope: Scope): Outcome {
    const outcomes = of.map((one) => this.outcome(one, scope));
    const failed = outcomes.filter((one) => one.truth === 'no');
    if (failed.length > 0) return no({ ...merged(failed), against: failed.flatMap((one) => one.against) });
    const doubt = outcomes.find((one) => one.truth === 'unsure');
    if (doubt) return doubt;
    const members = outcomes.map((one) => one.found).filter((found) => found.length > 0);
    const measured = outcomes.some((one) => one.measured) && members.length === 0;
    if (members.length === 0) return yes([], { measured, searched: searchedOf(outcomes) });
    const grouped = condition.near && !condition.near.of && !hasRelation(condition) ? condition.near : null;
    if (grouped?.unit === 'seconds' && this.talk.encounter.timing === 'none') return unsure('the contact has no times');
    const found = condition.inOrder ? chains(members, grouped, this.talk) : gatherings(members, grouped, this.talk);
    return found.length > 0 ? yes(found, { ...merged(outcomes), measured }) : this.missing(scope);
  }

  private atLeast(least: number, of: readonly Linked[], scope: Scope): Outcome {
    const outcomes = of.map((one) => this.outcome(one, scope));
    const holding = outcomes.filter((one) => one.truth === 'yes');
    if (holding.length >= least) {
      const found = holding.flatMap((one) => one.found).toSorted(inOrderOfTalk);
      return yes(found, {
        ...merged(holding),
        measured: holding.every((one) => one.measured),
        searched: undefined,
      });
    }
    const doubt = outcomes.filter((one) => one.truth === 'unsure');
    if (holding.length + doubt.length >= least) return doubt[0]!;
    const failed = outcomes.filter((one) => one.truth === 'no');
    return no({
      ...merged(failed),
      against: failed.flatMap((one) => one.against),
      measured: failed.every((one) => one.measured),
    });
  }

  private none(of: readonly Linked[], scope: Scope): Outcome {
    const outcomes = of.map((one) => this.outcome(one, scope));
    const holding = outcomes.filter((one) => one.truth === 'yes');
    if (holding.length > 0)
      return no({
        against: holding.flatMap((one) => one.found).toSorted(inOrderOfTalk),
        measured: holding.every((one) => one.measured),
        together: holding.some((one) => one.together),
      });
    return (
      outcomes.find((one) => one.truth === 'unsure') ??
      yes([], { searched: searchedOf(outcomes), measured: outcomes.every((one) => one.measured) })
    );
  }

  // Several sources of one truth, the best first: a form before the words, the clock before the rings.
  private firstKnown(of: readonly Linked[], scope: Scope): Outcome {
    let doubt: Outcome | null = null;
    for (const one of of) {
      const outcome = this.outcome(one, scope);
      if (outcome.truth !== 'unsure') return outcome;
      doubt = outcome;
    }
    return doubt!;
  }

  // `count` compares how often; `ratio` beside `says` the share of the speaker's turns in which it was said.
  private counted(condition: Linked, scope: Scope, outcome: Outcome): Outcome {
    if (outcome.truth === 'unsure') return outcome;
    const by = scope.by ?? 'anyone';
    const { found } = outcome;
    const holds =
      (!condition.count || passes(found.length, condition.count)) &&
      (!condition.ratio ||
        passes(
          new Set(found.map((one) => this.talk.floor[one.turn])).size / Math.max(1, this.talk.floors[by]),
          condition.ratio,
        ));
    if (holds) return yes(found, { measured: outcome.measured, searched: outcome.searched, together: true });
    return { ...this.missing(scope), against: found, together: true };
  }

  private share(ratio: Parameters<typeof passes>[1], by: By): Outcome {
    const { rep, customer } = this.talk.words;
    if (rep + customer === 0 || this.talk.floors.rep === 0 || this.talk.floors.customer === 0)
      return unsure('the contact has the words of one side only');
    if (!this.talk.knowsSpeakers) return unsure(notKnown);
    const share = (by === 'customer' ? customer : by === 'rep' ? rep : rep + customer) / (rep + customer);
    return passes(share, ratio) ? yes([], { measured: true }) : no({ measured: true });
  }
}

function either(a: Outcome, b: Outcome): Outcome {
  if (a.truth === 'yes' || b.truth === 'no') return a;
  return b.truth === 'yes' || a.truth === 'no' ? b : a;
}

function merged(outcomes: readonly Outcome[]): Partial<Outcome> {
  return {
    beside: outcomes.flatMap((one) => one.beside),
    measured: outcomes.some((one) => one.measured),
    searched: searchedOf(outcomes),
    together: outcomes.some((one) => one.together),
  };
}

function searchedOf(outcomes: readonly Outcome[]): Outcome['searched'] {
  return outcomes.map((one) => one.searched).reduce(bothSearched, undefined);
}

function besideOf(scope: Scope): Outcome['beside'] {
  return scope.filters.flatMap((filter) => filter.beside ?? []);
}

function wholeTurn(turn: number): Occurrence {
  return { turn, from: 0, endTurn: turn, to: 0, sureness: 1, evidence: [] };
}
