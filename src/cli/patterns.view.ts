// Patterns as text for a screen: what is missed, where, why, and what to do.
import type { z } from 'zod';
import type { FoundPatternShape, PatternsShape } from '../diagnosis/patterns/patterns.shape.ts';
import { sumOf } from '../diagnosis/money/sums.core.ts';
import { countOf } from '../kernel/counts.ts';
import { inertLine } from './report/inert.view.ts';

type Patterns = z.infer<typeof PatternsShape>;
type FoundPattern = z.infer<typeof FoundPatternShape>;

const shownAtMost = 15;

/** The patterns worth most, and what is to be known of the list. */
export function patternsText({ patterns, says }: Patterns): string {
  const shown = patterns.slice(0, shownAtMost);
  const more = patterns.length > shown.length ? [`The ${shown.length} worth most are shown; --json FILE has all.`] : [];
  return [...shown.flatMap(linesOf), says, ...more].join('\n');
}

function linesOf(one: FoundPattern, at: number): string[] {
  const where = one.site === undefined ? 'all sites' : inertLine(one.siteName ?? one.site, 40);
  const days = one.from === undefined || one.to === undefined ? '' : `, ${one.from} to ${one.to}`;
  const reason = one.reasons[0];
  return [
    `${String(at + 1).padStart(3)}. ${inertLine(one.title, 70)}: ${one.cause}, ${where}`,
    `     ${countOf(one.failures, 'failure')} of ${one.missed} missed in ${one.marked}${days}; ${one.standing}${one.standsOut ? '; this site stands out' : ''}${one.costs === undefined ? '' : `; about ${sumOf(one.costs.money.value, one.costs.currency)} a month`}`,
    ...(reason === undefined ? [] : [`     ${inertLine(reason.sentence, 120)} ${inertLine(reason.fix, 160)}`]),
    `     ${one.id}   ./customary explain ${one.example}`,
    '',
  ];
}
