// All findings together, counted as they come, in memory that grows with standards and sites and never with contacts.
import { type Cause, causes, type Finding, type Odds, type ReadFrom, type Rung } from './finding.core.ts';
import type { FailedStandard, Failure } from './failure.core.ts';
import { type Candidate, keepPromising } from './clearest/candidates.core.ts';
import { pointsTo } from './ladder/standing.core.ts';
import type { LadderSettings } from './ladder-settings.core.ts';
import { expectedChange, type OpenProfile, openRungs } from './questions.core.ts';
import { type ContactFact, contactFacts } from './records-missing.core.ts';
import type { About } from './records.core.ts';

export type PerCause = Record<Cause, number>;

/** Failures of one standard at one site (or `''`, not known) whose strongest leading cause is the same, for the same reason. */
export interface PatternCell {
  readonly standard: FailedStandard;
  readonly site: string;
  readonly cause: Cause;
  readonly detail: string;
  failures: number;
  /** The odds of this cause, added up. */
  expected: number;
  readonly standings: Record<Finding['standing'], number>;
  /** How often each record was read, by its citation; at most `recordsKept` of them. */
  readonly records: Map<string, { readonly readFrom: ReadFrom; times: number }>;
  /** Failures of it that might be shown. */
  readonly candidates: Candidate[];
}

const recordsKept = 40;

export class Roundup {
  readonly #settings: LadderSettings;
  readonly #answered: (rung: number, about: About, value: string) => boolean;
  failures = 0;
  fromWordsOnly = 0;
  /** Failures of which no cause leads: nothing answered yes. */
  unled = 0;
  /** Failures of contacts that lack any of the day, the site and the rep, and how many lack each. */
  factsMissing = 0;
  readonly lacking: Record<ContactFact, number> = { day: 0, site: 0, rep: 0 };
  /** Failures of contacts that have all three, but name a rep whom the record doesn't know. */
  repsUnknown = 0;
  readonly expected: PerCause = zero();
  readonly siteStandards = new Map<
    string,
    { readonly standard: string; readonly site: string; failures: number; readonly expected: PerCause }
  >();
  readonly cells = new Map<string, PatternCell>();
  /** Failures of each standard that might be shown. */
  readonly candidates = new Map<string, Candidate[]>();
  /** How often each strongest kind of contact is that of a standard's failure. */
  readonly kinds = new Map<string, Map<string, number>>();
  readonly gaps = new Map<string, { readonly area: Cause; readonly rung: number; failures: number; gain: number }>();
  readonly profiles = new Map<string, OpenProfile>();

  /** @param answered has the owner been asked this question already, also where they don't know? */
  constructor(settings: LadderSettings, answered: (rung: number, about: About, value: string) => boolean) {
    this.#settings = settings;
    this.#answered = answered;
  }

  add(failure: Failure, finding: Finding): void {
    const { odds } = finding;
    this.failures++;
    addTo(this.expected, odds);
    const said = finding.rungs.filter((rung) => causes.some((cause) => pointsTo(rung, cause)));
    if (said.length > 0 && said.every((rung) => rung.fromWords)) this.fromWordsOnly++;
    this.#countFacts(failure);
    this.#addSite(failure, odds);
    keepPromising(
      getOr(this.candidates, failure.standard.id, () => []),
      failure,
    );
    const kinds = getOr(this.kinds, failure.standard.id, () => new Map<string, number>());
    const [kind] = failure.kinds;
    if (kind !== undefined) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    this.#addPattern(failure, finding);
    for (const gap of finding.gaps) {
      const one = getOr(this.gaps, `${gap.area}:${gap.rung}`, () => ({ ...gap, failures: 0, gain: 0 }));
      one.failures++;
      one.gain += expectedChange(odds, this.#settings.rungs[gap.rung - 1]!);
    }
    this.#addProfile(failure, finding);
  }

  #countFacts({ day, site, ratedAs, person }: Failure): void {
    const has: Record<ContactFact, boolean> = {
      day: day !== undefined,
      site: site !== undefined,
      rep: (ratedAs ?? person) !== undefined,
    };
    for (const fact of contactFacts) if (!has[fact]) this.lacking[fact]++;
    if (contactFacts.some((fact) => !has[fact])) this.factsMissing++;
    else if (person === undefined) this.repsUnknown++;
  }

  #addSite(failure: Failure, odds: Odds): void {
    const site = failure.site ?? 'unknown';
    const standard = failure.standard.id;
    const one = getOr(this.siteStandards, `${standard}\n${site}`, () => ({
      standard,
      site,
      failures: 0,
      expected: zero(),
    }));
    one.failures++;
    addTo(one.expected, odds);
  }

  #addPattern(failure: Failure, finding: Finding): void {
    const [cause] = finding.leading;
    if (cause === undefined) {
      this.unled++;
      return;
    }
    // The first question in order that points there gives the reason its name; a record goes before words.
    const pointing = finding.rungs.filter((rung) => pointsTo(rung, cause));
    const reason = (pointing.find((rung) => !rung.fromWords) ?? pointing[0]) as Rung;
    const detail = reason.detail ?? '';
    const site = failure.site ?? '';
    const cell = getOr(this.cells, [failure.standard.id, site, cause, detail].join('\n'), () => ({
      standard: failure.standard,
      site,
      cause,
      detail,
      failures: 0,
      expected: 0,
      standings: { possible: 0, probable: 0, strong: 0, confirmed: 0 },
      records: new Map(),
      candidates: [],
    }));
    cell.failures++;
    cell.expected += finding.odds[cause];
    cell.standings[finding.standing]++;
    keepPromising(cell.candidates, failure);
    for (const readFrom of reason.readFrom) countRecord(cell, readFrom);
  }

  #addProfile(failure: Failure, finding: Finding): void {
    const open = openRungs(failure, finding.rungs, this.#settings, this.#answered);
    if (open.length === 0) return;
    const profile = getOr(this.profiles, [failure.standard.id, failure.site ?? '', ...open].join('\n'), () => ({
      standard: failure.standard,
      site: failure.site,
      rungs: open,
      failures: 0,
      gains: open.map(() => 0),
    }));
    profile.failures++;
    open.forEach((rung, at) => {
      profile.gains[at]! += expectedChange(finding.odds, this.#settings.rungs[rung - 1]!);
    });
  }
}

function countRecord(cell: PatternCell, readFrom: ReadFrom): void {
  // Words stand in one contact each: it is the kind of words that counts, not the place.
  const { evidence: _, ...whole } = readFrom;
  // What was looked through as of a day is one register, whatever the day.
  const cited: ReadFrom = whole.kind === 'register' ? { kind: whole.kind, id: whole.id } : whole;
  const key = [cited.kind, cited.id, cited.version, cited.part].join('\n');
  const known = cell.records.get(key);
  if (known) known.times++;
  else if (cell.records.size < recordsKept) cell.records.set(key, { readFrom: cited, times: 1 });
}

export function zero(): PerCause {
  return { policy: 0, procedure: 0, training: 0, management: 0, personnel: 0 };
}

export function addTo(sum: PerCause, more: Readonly<PerCause>): void {
  for (const cause of causes) sum[cause] += more[cause];
}

function getOr<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
