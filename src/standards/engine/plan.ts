// The conditions of all packs made ready to judge by: each different one once, with who is listened to and where it looks
// worked out beforehand. Two that would always come to the same are one, so a contact asks each question once.
import type { Channel } from '../encounter.core.ts';
import type { By, Threshold, Within } from '../pack.core.ts';
import { askedOf } from './asked-of.ts';
import type { Near } from './combine.ts';
import type { CompiledCue, CompiledStandard, Linked, LinkedCore, NamedLinked } from './compiled.core.ts';
import { type Needs, needsOf, silenceOf } from './needs.ts';

/** Whom a check listens to, in which part of the contact, and what it is compared with in time. */
export interface Scope {
  readonly id: number;
  /** Equal where whom it listens to and in which part are. */
  readonly window: number;
  readonly by: By | undefined;
  readonly within: Within | undefined;
  /** Is that part counted in seconds? */
  readonly inSeconds: boolean;
  readonly relations: readonly Relation[];
}

export interface Relation {
  readonly id: number;
  readonly kind: 'before' | 'after' | 'not-before' | 'not-after' | 'not-part-of' | 'near';
  readonly other: Check;
  readonly near: Near | null;
}

/** One condition. Every field is always there, so that all checks have one shape and reading them stays fast. */
export interface Check {
  readonly id: number;
  /** What is asked of it most often, told apart from its core: cores come in many shapes, and reading those is slow. */
  readonly kind: LinkedCore['kind'];
  /** The cues of which one must be said. */
  readonly cues: readonly number[];
  /** So many of those inside it must hold. */
  readonly least: number;
  readonly core: LinkedCore;
  /** The checks inside it, those of its situations included. */
  readonly of: readonly Check[];
  readonly scope: Scope;
  /** How near to each other the things of `all` must be. */
  readonly grouped: Near | null;
  readonly inOrder: boolean;
  readonly count: Threshold | undefined;
  readonly ratio: Threshold | undefined;
  readonly needs: Needs;
  readonly silence: Scope | null;
}

export interface PlannedStandard {
  readonly from: CompiledStandard;
  readonly applies: Check | null;
  readonly met: Check | null;
  readonly failed: Check | null;
  readonly done: Check | null;
  readonly could: Check | null;
  /** Its marks depend on who says what. */
  readonly bySpeaker: boolean;
  /** It looks at the form. */
  readonly readsForm: boolean;
  /** Every cue that may decide it, once. */
  readonly cues: readonly number[];
}

export interface NamedCheck {
  readonly name: string;
  readonly check: Check;
}

/** What is asked of a contact in one language. */
export interface LanguagePlan {
  /** The standards that count on a channel, in the order of the packs. */
  readonly standards: ReadonlyMap<Channel, readonly PlannedStandard[]>;
  /** Kinds of contact, strongest first. */
  readonly kinds: readonly NamedCheck[];
  readonly reasons: readonly NamedCheck[];
  readonly heard: readonly NamedCheck[];
}

export interface Plan {
  /** By cue, of whom it is asked: see `asked`. */
  readonly askedOf: Uint8Array;
  readonly languages: ReadonlyMap<string, LanguagePlan>;
  /** A place for each, by id: copied for every contact, which is far quicker than making them. */
  readonly blank: {
    readonly cues: undefined[];
    readonly checks: readonly undefined[];
    readonly scopes: readonly undefined[];
    readonly windows: readonly undefined[];
    readonly relations: readonly undefined[];
  };
}

/** What packs say once linked. */
interface LinkedPacks {
  readonly standards: readonly CompiledStandard[];
  readonly situations: readonly NamedLinked[];
  readonly kinds: readonly number[];
  readonly reasons: readonly NamedLinked[];
  readonly heard: readonly NamedLinked[];
  readonly cues: readonly CompiledCue[];
}

const allChannels: Readonly<Record<Channel, true>> = {
  phone: true,
  visit: true,
  chat: true,
  email: true,
  complaint: true,
  shop: true,
};
const channels = Object.keys(allChannels) as Channel[];

/** Everything to be asked of contacts, by language and channel. */
export function planOf(packs: LinkedPacks): Plan {
  const planner = new Planner(packs);
  const languages = new Set(
    [...packs.standards, ...packs.situations, ...packs.reasons, ...packs.heard].map((one) => one.language),
  );
  const planned = packs.standards.map((one) => planner.standard(one));
  const named = (list: readonly NamedLinked[], language: string): NamedCheck[] =>
    list
      .filter((one) => one.language === language)
      .map((one) => ({ name: one.name, check: planner.check(one.condition) }));
  const plans = new Map<string, LanguagePlan>();
  for (const language of languages) {
    const spoken = planned.filter((one) => one.from.language === language);
    plans.set(language, {
      standards: new Map(channels.map((channel) => [channel, spoken.filter((one) => isFor(one.from, channel))])),
      kinds: named(
        packs.kinds.map((index) => packs.situations[index]!),
        language,
      ),
      reasons: named(packs.reasons, language),
      heard: named(packs.heard, language),
    });
  }
  return { languages: plans, askedOf: askedOf(planner.all, packs.cues), blank: planner.blank };
}

/** Does a standard count on a channel? A mystery shop is a visit or a call, so it counts for both. */
export function isFor({ standard }: CompiledStandard, channel: Channel): boolean {
  const { channels: named } = standard;
  return (
    named.length === 0 ||
    named.includes(channel) ||
    (channel === 'shop' && (named.includes('visit') || named.includes('phone')))
  );
}

interface Place {
  readonly by: By | undefined;
  readonly within: Within | undefined;
  readonly relations: readonly Relation[];
}

const everywhere: Place = { by: undefined, within: undefined, relations: [] };

class Planner {
  private readonly packs: LinkedPacks;
  private readonly checks = new Map<string, Check>();
  private readonly scopes = new Map<string, Scope>();
  private readonly windows = new Map<string, number>();
  private readonly relations = new Map<string, Relation>();

  constructor(packs: LinkedPacks) {
    this.packs = packs;
  }

  /** Every check that was made. */
  get all(): Iterable<Check> {
    return this.checks.values();
  }

  get blank(): Plan['blank'] {
    const places = (known: ReadonlyMap<string, unknown>): undefined[] => Array.from(known, () => undefined);
    return {
      cues: this.packs.cues.map(() => undefined),
      checks: places(this.checks),
      scopes: places(this.scopes),
      windows: places(this.windows),
      relations: places(this.relations),
    };
  }

  standard(from: CompiledStandard): PlannedStandard {
    const check = (condition: Linked | undefined): Check | null => (condition ? this.check(condition) : null);
    const conditions = [from.appliesWhen, from.metWhen, from.failedWhen, from.doneWhen, from.couldWhen];
    const given = conditions.filter((condition) => condition !== undefined);
    const cues = new Set<number>();
    for (const condition of given) collectCues(this.check(condition), cues, new Set());
    return {
      from,
      applies: check(from.appliesWhen),
      met: check(from.metWhen),
      failed: check(from.failedWhen),
      done: check(from.doneWhen),
      could: check(from.couldWhen),
      bySpeaker: given.some(namesSpeaker),
      readsForm: given.some(asksForm),
      cues: [...cues],
    };
  }

  check(condition: Linked, around: Place = everywhere): Check {
    const { core, near, inOrder, count, ratio } = condition;
    const place: Place = {
      by: condition.by ?? around.by,
      within: condition.within ?? around.within,
      relations: [...around.relations, ...this.relationsOf(condition)],
    };
    const scope = this.scope(place);
    const of =
      core.kind === 'situation'
        ? core.situations.map((index) => this.check(this.packs.situations[index]!.condition))
        : innerOf(core).map((one) => this.check(one, place));
    const grouped = core.kind === 'all' && near && !near.of && !hasRelation(condition) ? nearOf(near) : null;
    const { of: _, ...own } = { of: null, ...core };
    const key = JSON.stringify([own, of.map((one) => one.id), scope.id, grouped, inOrder, count, ratio]);
    const parts = { core, of, scope, count, ratio };
    const needs = needsOf(parts, (cue) => this.packs.cues[cue]!.wordless);
    const silence = silenceOf(parts);
    return intern(this.checks, key, (id) => ({ id, ...plainOf(core), ...parts, grouped, inOrder, needs, silence }));
  }

  private scope(place: Place): Scope {
    const window = intern(this.windows, JSON.stringify([place.by, place.within]), (id) => id);
    const key = JSON.stringify([window, place.relations.map((one) => one.id)]);
    return intern(this.scopes, key, (id) => ({ id, window, inSeconds: place.within?.unit === 'seconds', ...place }));
  }

  // What it is compared with is looked for in the whole contact, whatever narrows the condition itself.
  private relationsOf(condition: Linked): Relation[] {
    const own = condition.near && !condition.near.of ? nearOf(condition.near) : null;
    const found: Relation[] = [];
    const relate = (kind: Relation['kind'], other: Linked | undefined, near: Near | null): void => {
      if (!other) return;
      const check = this.check(other);
      const key = JSON.stringify([kind, check.id, near]);
      found.push(intern(this.relations, key, (id) => ({ id, kind, other: check, near })));
    };
    relate('before', condition.before, own ?? anchored(condition.before));
    relate('after', condition.after, own ?? anchored(condition.after));
    relate('not-before', condition.notBefore, own ?? anchored(condition.notBefore));
    relate('not-after', condition.notAfter, own ?? anchored(condition.notAfter));
    relate('not-part-of', condition.notPartOf, null);
    relate('near', condition.near?.of, condition.near ? nearOf(condition.near) : null);
    return found;
  }
}

function intern<Thing>(known: Map<string, Thing>, key: string, make: (id: number) => Thing): Thing {
  const thing = known.get(key) ?? make(known.size);
  known.set(key, thing);
  return thing;
}

function plainOf(core: LinkedCore): Pick<Check, 'kind' | 'cues' | 'least'> {
  return {
    kind: core.kind,
    cues: core.kind === 'says' ? core.cues : [],
    least: core.kind === 'at-least' ? core.least : 1,
  };
}

function innerOf(core: LinkedCore): readonly Linked[] {
  return 'of' in core ? core.of : [];
}

/** Does a condition compare itself with another in time? */
export function hasRelation(condition: Linked): boolean {
  return (condition.before ?? condition.after ?? condition.notBefore ?? condition.notAfter) !== undefined;
}

// `within-turns-of: 2` inside what `after` names: within two turns of what it is compared with.
function anchored(other: Linked | undefined): Near | null {
  return other?.near && !other.near.of && !hasRelation(other) ? nearOf(other.near) : null;
}

function nearOf({ amount, unit }: Near): Near {
  return { amount, unit };
}

function collectCues(check: Check, cues: Set<number>, seen: Set<Check>): void {
  if (seen.has(check)) return;
  seen.add(check);
  if (check.core.kind === 'says') for (const cue of check.core.cues) cues.add(cue);
  for (const inner of check.of) collectCues(inner, cues, seen);
  for (const { other } of check.scope.relations) collectCues(other, cues, seen);
}

function asksForm({ core }: Linked): boolean {
  return core.kind === 'answered' || innerOf(core).some(asksForm);
}

function namesSpeaker(condition: Linked): boolean {
  const { core } = condition;
  if ((condition.by !== undefined && condition.by !== 'anyone') || core.kind === 'words' || core.kind === 'situation')
    return true;
  const others = [condition.before, condition.after, condition.notBefore, condition.notAfter, condition.near?.of];
  return innerOf(core).some(namesSpeaker) || others.some((other) => other !== undefined && namesSpeaker(other));
}
