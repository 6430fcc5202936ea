// Patterns put together from what a run counted: one over all sites for each standard and cause, and one for each site.
import type { Day } from '../../kernel/moment.ts';
import { funnel } from '../../stats/funnel.core.ts';
import { benjaminiHochberg } from '../../stats/multiple.core.ts';
import { normalCdf } from '../../stats/special.core.ts';
import type { FailedStandard } from '../failure.core.ts';
import { type ConfirmedPattern, isConfirmed } from '../confirmed/confirmed-pattern.core.ts';
import type { Cause, Standing } from '../finding.core.ts';
import { worthOf } from '../first-fixes.core.ts';
import { fixOf, matterOf } from '../remedies.core.ts';
import { patternId } from './pattern-id.core.ts';
import type { Pattern, PatternPart, PatternReason } from './pattern.core.ts';

/** Met and failed of one standard at one site; `unknown` where the contact names none. */
export interface SiteTally {
  readonly standard: string;
  readonly site: string;
  readonly met: number;
  readonly failed: number;
}

/** First and last day of the failures of a standard at a site (`''`, not known) with a leading cause. */
export interface Span {
  readonly standard: string;
  readonly site: string;
  readonly cause: Cause;
  readonly from: Day;
  readonly to: Day;
}

export interface PatternsFrom {
  readonly confirmed: readonly ConfirmedPattern[];
  readonly parts: readonly PatternPart[];
  readonly tallies: readonly SiteTally[];
  readonly spans: readonly Span[];
  readonly standards: ReadonlyMap<string, FailedStandard>;
}

/** At most this share of the sites said to stand out may do so by chance alone. */
const falseDiscoveries = 0.05;
/** Below this many marks nothing is said of a site, nor with fewer others to hold it against. */
const fewestMarks = 10;
const fewestOthers = 3;

/**
 * All patterns, worth most first: expected failures times the standard's weight. A failure stands in the pattern of all
 * sites and in that of its own, so patterns are never added up. With one site there is only the pattern of all.
 */
export function toPatterns({ parts, tallies, spans, standards, confirmed }: PatternsFrom): Pattern[] {
  const known = parts.filter((part) => standards.has(part.standard));
  const sites = new Set(known.map((part) => part.site).filter((site) => site !== ''));
  const out = standingOut(tallies);
  const everywhere = [...Map.groupBy(known, (part) => key(part.standard, part.cause)).values()];
  const bySite =
    sites.size < 2
      ? []
      : [...Map.groupBy(known, (part) => key(part.standard, part.site, part.cause)).values()].filter(
          ([first]) => first!.site !== '',
        );
  const made = [...everywhere.map((own) => patternOf(own)), ...bySite.map((own) => patternOf(own, own[0]!.site))];
  return made
    .map(({ pattern, standard }) => ({ pattern, worth: worthOf({ expected: pattern.expected, standard }) }))
    .toSorted((a, b) => b.worth - a.worth || (a.pattern.id < b.pattern.id ? -1 : 1))
    .map((one) => one.pattern);

  function patternOf(own: readonly PatternPart[], site?: string): { pattern: Pattern; standard: FailedStandard } {
    const { standard: id, cause } = own[0]!;
    const standard = standards.get(id)!;
    const here = (one: { readonly standard: string; readonly site: string }): boolean =>
      one.standard === id && (site === undefined || one.site === site);
    const counted = tallies.filter(here);
    const days = spans.filter((span) => here(span) && span.cause === cause);
    const best = own.reduce((a, b) => (b.example.confidence > a.example.confidence ? b : a));
    const of = { standard: id, cause, ...(site === undefined ? {} : { site }) };
    const pattern: Pattern = {
      ...of,
      id: patternId(of),
      failures: total(own, (part) => part.failures),
      expected: round(total(own, (part) => part.expected)),
      marked: total(counted, (one) => one.met + one.failed),
      missed: total(counted, (one) => one.failed),
      standing: isConfirmed(confirmed, of) ? 'confirmed' : standingOf(own, site),
      standsOut: site !== undefined && out.has(key(id, site)),
      ...(days.length === 0
        ? {}
        : {
            from: days.reduce((a, b) => (b.from < a.from ? b : a)).from,
            to: days.reduce((a, b) => (b.to > a.to ? b : a)).to,
          }),
      reasons: reasonsOf(own, standard),
      example: best.example.mark,
    };
    return { pattern, standard };
  }
}

function reasonsOf(parts: readonly PatternPart[], standard: FailedStandard): PatternReason[] {
  return [...Map.groupBy(parts, (part) => part.detail)]
    .map(([detail, own]) => ({
      detail,
      failures: total(own, (part) => part.failures),
      sentence: matterOf(detail),
      fix: fixOf(detail, standard),
    }))
    .toSorted((a, b) => b.failures - a.failures || (a.detail < b.detail ? -1 : 1));
}

/** All sites together can't stand outside the limits of all sites: at most probable until a fix is verified. */
function standingOf(parts: readonly PatternPart[], site: string | undefined): Standing {
  const of = (standing: Standing): number => total(parts, (part) => part.standings[standing]);
  if (site !== undefined && of('strong') > 0) return 'strong';
  return of('probable') * 2 > total(parts, (part) => part.failures) ? 'probable' : 'possible';
}

/**
 * Sites that miss a standard more often than the others differ anyway: how far each lies out in the funnel of the others (it
 * would widen one that it stood in), one-sided, and of all these the ones that Benjamini and Hochberg's rule keeps.
 */
function standingOut(tallies: readonly SiteTally[]): Set<string> {
  const cells = [...Map.groupBy(tallies, (one) => one.standard).values()].flatMap((own) => {
    const sites = own.filter((one) => one.site !== 'unknown' && one.met + one.failed >= fewestMarks);
    if (sites.length <= fewestOthers) return [];
    return sites.flatMap((site) => {
      const p = chanceOf(
        site,
        sites.filter((other) => other !== site),
      );
      return p === null ? [] : [{ key: key(site.standard, site.site), p }];
    });
  });
  const kept = benjaminiHochberg(
    cells.map((one) => one.p),
    falseDiscoveries,
  );
  return new Set(kept.map((at) => cells[at]!.key));
}

/** How likely a site like the others would miss as often as this one; null where the others miss none or all. */
function chanceOf({ met, failed }: SiteTally, others: readonly SiteTally[]): number | null {
  const shape = funnel(others.map((one) => ({ k: one.failed, n: one.met + one.failed })));
  if (!shape || shape.target <= 0 || shape.target >= 1) return null;
  const n = met + failed;
  const spread = Math.sqrt((shape.target * (1 - shape.target)) / n + shape.between);
  return normalCdf(-(failed / n - shape.target) / spread);
}

function key(...parts: readonly string[]): string {
  return parts.join('\n');
}

function total<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((sum, one) => sum + of(one), 0);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
