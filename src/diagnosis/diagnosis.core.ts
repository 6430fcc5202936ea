// The outcome of a run over all failures: failures expected per cause, patterns with what to fix first, records missing,
// and the questions that would settle most. Small enough to keep whole, whatever the number of contacts.
import { hundredths } from '../kernel/counts.ts';
import { contentId } from '../kernel/digest.ts';
import { mostPromising } from './clearest/candidates.core.ts';
import type { Cause, ReadFrom, Standing } from './finding.core.ts';
import type { LadderSettings } from './ladder-settings.core.ts';
import { type Fixable, inFixOrder, worthOf } from './first-fixes.core.ts';
import { chooseQuestions, type Question } from './questions.core.ts';
import { contactFacts, gapSentence, wantedFacts, wantedPeople, wantedRecords } from './records-missing.core.ts';
import type { PatternPart } from './patterns/pattern.core.ts';
import { fixOf, matterOf } from './remedies.core.ts';
import { addTo, type PatternCell, type PerCause, type Roundup, zero } from './roundup.core.ts';

/** Findings of one standard, at one site or all, with one leading cause for one reason: what people confirm and fix. */
export interface Pattern {
  readonly id: string;
  readonly standard: string;
  /** Null: everywhere. */
  readonly site: string | null;
  readonly cause: Cause;
  readonly detail: string;
  readonly failures: number;
  /** The odds of this cause over these failures, added up: how many of them it would account for. */
  readonly expected: number;
  /** Expected failures times the standard's weight, more for the customary few: what puts it first, but for two rules. */
  readonly worth: number;
  readonly standing: Standing;
  readonly sentence: string;
  readonly fix: string;
  /** The failed mark that shows it best. */
  readonly example: string;
  readonly readFrom: readonly ReadFrom[];
}

export interface Gap {
  readonly area: Cause;
  readonly rung: number;
  readonly failures: number;
  readonly sentence: string;
}

export interface Diagnosis {
  readonly failures: number;
  /** Failures expected per cause: odds added up. Never a share of the failing. */
  readonly expected: PerCause;
  /** Failures whose every yes came from words alone. */
  readonly fromWordsOnly: number;
  /** Failures to which no record and no words point a cause. */
  readonly unled: number;
  /** What to fix first comes first. */
  readonly patterns: readonly Pattern[];
  /** What patterns by standard, site and cause are put together from; a run of before they were kept has none. */
  readonly parts?: readonly PatternPart[];
  /** Of each standard the failed marks whose words show it best, the first first; a run of before they were kept has none. */
  readonly clearest?: Readonly<Record<string, readonly string[]>>;
  readonly siteStandards: readonly {
    readonly site: string;
    readonly standard: string;
    readonly failures: number;
    readonly expected: PerCause;
  }[];
  readonly gaps: readonly Gap[];
  readonly bringFirst: readonly { readonly record: string; readonly why: string; readonly settles: number }[];
  readonly questions: readonly Question[];
  readonly assumptions: readonly string[];
}

const mostPatterns = 500;
const mostParts = 5000;

/** Puts a run's counts in order. `siteName` gives the name of a site for the wording of questions. */
export function toDiagnosis(roundup: Roundup, settings: LadderSettings, siteName: (id: string) => string): Diagnosis {
  const gaps = [...roundup.gaps.values()].toSorted((a, b) => b.failures - a.failures || a.rung - b.rung);
  return {
    failures: roundup.failures,
    expected: rounded(roundup.expected),
    fromWordsOnly: roundup.fromWordsOnly,
    unled: roundup.unled,
    patterns: patternsOf([...roundup.cells.values()]),
    parts: partsOf([...roundup.cells.values()]),
    siteStandards: [...roundup.siteStandards.values()]
      .map((one) => ({ ...one, expected: rounded(one.expected) }))
      .toSorted((a, b) => compare(a.standard, b.standard) || compare(a.site, b.site)),
    gaps: gaps.map(({ area, rung, failures }) => ({ area, rung, failures, sentence: gapSentence(rung) })),
    bringFirst: bringFirst(roundup),
    questions: chooseQuestions([...roundup.profiles.values()], settings, siteName),
    assumptions: assumptionsOf(settings),
  };
}

/**
 * One pattern over all sites for each standard, cause and reason; and one for a site that stands outside the limits of
 * all sites, or is the only one. A failure may stand in both, so patterns are never added up.
 */
function patternsOf(cells: readonly PatternCell[]): Pattern[] {
  const everywhere = Map.groupBy(cells, (cell) => [cell.standard.id, cell.cause, cell.detail].join('\n'));
  const found = [...everywhere.values()].flatMap((group) => {
    if (group.length === 1) return [toPattern(group, group[0]!.site === '' ? null : group[0]!.site)];
    const standingOut = group.filter(
      (cell) => cell.site !== '' && cell.standings.strong + cell.standings.confirmed > 0,
    );
    return [toPattern(group, null), ...standingOut.map((cell) => toPattern([cell], cell.site))];
  });
  return inFixOrder(found)
    .slice(0, mostPatterns)
    .map(({ pattern }) => pattern);
}

function partsOf(cells: readonly PatternCell[]): PatternPart[] {
  return cells
    .toSorted((a, b) => b.failures - a.failures || compare(a.standard.id, b.standard.id) || compare(a.site, b.site))
    .slice(0, mostParts)
    .map(({ standard, site, cause, detail, failures, expected, standings, candidates }) => ({
      standard: standard.id,
      site,
      cause,
      detail,
      failures,
      expected: round(expected),
      standings,
      example: { mark: candidates[0]!.mark.id, confidence: candidates[0]!.mark.confidence },
    }));
}

function toPattern(cells: readonly PatternCell[], site: string | null): Fixable & { readonly pattern: Pattern } {
  const { standard, cause, detail } = cells[0]!;
  const sum = (of: (cell: PatternCell) => number) => cells.reduce((total, cell) => total + of(cell), 0);
  const expected = sum((cell) => cell.expected);
  const failures = sum((cell) => cell.failures);
  const id = contentId('t', standard.id, site ?? '', cause, detail);
  const pattern: Pattern = {
    id,
    standard: standard.id,
    site,
    cause,
    detail,
    failures,
    expected: round(expected),
    worth: round(worthOf({ expected, standard })),
    standing: standingOfAll(cells, site),
    sentence: matterOf(detail),
    fix: fixOf(detail, standard),
    example: mostPromising(cells.map((cell) => cell.candidates))[0]!.mark.id,
    readFrom: mostRead(cells),
  };
  return { id, standard, cause, detail, failures, expected, pattern };
}

/** All sites together can't stand outside the limits of all sites: such a pattern is at most probable until a fix is verified. */
function standingOfAll(cells: readonly PatternCell[], site: string | null): Standing {
  const sum = (standing: Standing) => cells.reduce((total, cell) => total + cell.standings[standing], 0);
  if (sum('confirmed') > 0) return 'confirmed';
  if (site !== null && sum('strong') > 0) return 'strong';
  const failures = cells.reduce((total, cell) => total + cell.failures, 0);
  return sum('probable') * 2 > failures ? 'probable' : 'possible';
}

function mostRead(cells: readonly PatternCell[]): ReadFrom[] {
  const times = new Map<string, { readFrom: ReadFrom; times: number }>();
  for (const cell of cells) {
    for (const [key, one] of cell.records)
      times.set(key, { readFrom: one.readFrom, times: one.times + (times.get(key)?.times ?? 0) });
  }
  return [...times.entries()]
    .toSorted(([a, x], [b, y]) => y.times - x.times || compare(a, b))
    .slice(0, 5)
    .map(([, one]) => one.readFrom);
}

/** The five records to bring first: by how far they would move the odds; the facts of the contacts before all, where most lack them. */
function bringFirst(roundup: Roundup): Diagnosis['bringFirst'] {
  const gaps = [...roundup.gaps.values()];
  const records = wantedRecords
    .map(({ record, why, rungs }) => {
      const own = gaps.filter((gap) => rungs.includes(gap.rung));
      return {
        record,
        why,
        settles: Math.max(0, ...own.map((gap) => gap.failures)),
        gain: own.reduce((sum, gap) => sum + gap.gain, 0),
      };
    })
    .filter((one) => one.settles > 0)
    .toSorted((a, b) => b.gain - a.gain)
    .map(({ record, why, settles }) => ({ record, why, settles }));
  return [...factsFirst(roundup), ...records].slice(0, 5);
}

/** What most failures lack before any dated record can be asked. Never a fact that most contacts told already. */
function factsFirst({ failures, factsMissing, lacking, repsUnknown }: Roundup): Diagnosis['bringFirst'] {
  const most = (count: number): boolean => count * 2 > failures;
  if (most(factsMissing)) {
    const mostly = contactFacts.filter((fact) => most(lacking[fact]));
    // Where each is lacking here and there, whatever is lacking at all is named.
    const named = mostly.length > 0 ? mostly : contactFacts.filter((fact) => lacking[fact] > 0);
    return [{ ...wantedFacts(named), settles: factsMissing }];
  }
  return most(repsUnknown) ? [{ ...wantedPeople, settles: repsUnknown }] : [];
}

function assumptionsOf({ start, thresholds }: LadderSettings): string[] {
  const percent = (share: number) => `${hundredths(share)} %`;
  return [
    `Before any question is asked, the odds stand at policy ${percent(start.policy)}, procedure ${percent(start.procedure)}, management ${percent(start.management)}, training ${percent(start.training)}, personnel ${percent(start.personnel)}: an assumption, not a measurement.`,
    'What each answer multiplies the odds by stands in packs/ladder.yaml and beside each answer.',
    `Feedback counts for ${thresholds.feedbackDays} days; peers count from ${thresholds.peers} people with ${thresholds.marks} marks each.`,
  ];
}

function rounded(sums: Readonly<PerCause>): PerCause {
  const copy = zero();
  addTo(copy, sums);
  for (const cause of Object.keys(copy) as Cause[]) copy[cause] = round(copy[cause]);
  return copy;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
