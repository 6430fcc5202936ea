// One finding with everything needed to tell it: what was said, what should have been, the twelve answers, what they
// point to, how far that may be acted on, and which answers would settle more.
import type { Turn } from '../standards/encounter.core.ts';
import { type Cause, causes, type Finding, type Rung } from './finding.core.ts';
import type { Failure } from './failure.core.ts';
import type { LadderSettings } from './ladder-settings.core.ts';
import { aboutOf, expectedChange, openRungs, questionId, wordingOf } from './questions.core.ts';
import type { About } from './records.core.ts';

export interface ToldTurn {
  /** 0-based. */
  readonly turn: number;
  readonly speaker: Turn['speaker'];
  readonly text: string;
}

export interface ToldRung extends Rung {
  readonly asks: string;
}

export interface Explanation {
  readonly finding: Finding;
  readonly standard: Failure['standard'];
  readonly channel: Failure['channel'];
  readonly kind: string | null;
  readonly day: string | null;
  /** The site's name. */
  readonly site: string | null;
  readonly marker: Failure['mark']['marker'];
  /** The words themselves: where the failure stands, or where what was missing would have had its place. */
  readonly said: readonly ToldTurn[];
  readonly searched: { readonly fromTurn: number; readonly toTurn: number } | null;
  /** Seen from times, rings or a form alone: no words stand for it. */
  readonly fromTimes: boolean;
  /** Was any dated record brought, of whatever kind? */
  readonly recordBrought: boolean;
  readonly rungs: readonly ToldRung[];
  /** Causes by odds, the likeliest first. */
  readonly causes: readonly { readonly cause: Cause; readonly odds: number; readonly leads: boolean }[];
  /** Questions that would move these odds most, at most three. */
  readonly wouldSettle: readonly { readonly id: string; readonly asks: string }[];
}

export interface ToldFrom {
  readonly finding: Finding;
  readonly failure: Failure;
  readonly turns: readonly Turn[];
  readonly siteName: string | null;
  readonly settings: LadderSettings;
  readonly recordBrought: boolean;
  readonly answered: (rung: number, about: About, value: string) => boolean;
}

export function toExplanation({
  finding,
  failure,
  turns,
  siteName,
  settings,
  recordBrought,
  answered,
}: ToldFrom): Explanation {
  const { mark, standard } = failure;
  return {
    finding,
    standard,
    channel: failure.channel,
    kind: failure.kinds[0] ?? null,
    day: failure.day ?? null,
    site: siteName,
    marker: mark.marker,
    said: said(failure, turns),
    searched: mark.searched ?? null,
    fromTimes: mark.evidence.length === 0 && mark.searched === undefined,
    recordBrought,
    rungs: finding.rungs.map((rung) => ({ ...rung, asks: settings.rungs[rung.rung - 1]!.asks })),
    causes: causes
      .map((cause) => ({ cause, odds: finding.odds[cause], leads: finding.leading.includes(cause) }))
      .toSorted((a, b) => b.odds - a.odds),
    wouldSettle: openRungs(failure, finding.rungs, settings, answered)
      .map((rung) => ({ rung, own: settings.rungs[rung - 1]! }))
      .toSorted((a, b) => expectedChange(finding.odds, b.own) - expectedChange(finding.odds, a.own))
      .slice(0, 3)
      .map(({ rung, own }) => {
        const what = aboutOf(own, failure)!;
        return {
          id: questionId(rung, what.about, what.value),
          asks: wordingOf(own, what.about, standard, what.value, siteName ?? what.value),
        };
      }),
  };
}

const mostTurns = 6;

/**
 * Turns with evidence, each with the one before it; with none, the first turns that were looked through; where nothing was,
 * the first two, to know the contact by.
 */
function said(failure: Failure, turns: readonly Turn[]): ToldTurn[] {
  const { evidence, searched } = failure.mark;
  const wanted =
    evidence.length > 0
      ? evidence.flatMap((one) => [one.turn - 1, one.turn])
      : Array.from({ length: searched ? mostTurns : 2 }, (_, i) => (searched?.fromTurn ?? 0) + i).filter(
          (turn) => turn <= (searched?.toTurn ?? turns.length),
        );
  return [...new Set(wanted)]
    .toSorted((a, b) => a - b)
    .flatMap((turn) => {
      const found = turns[turn];
      return found ? [{ turn, speaker: found.speaker, text: found.text }] : [];
    })
    .slice(0, mostTurns);
}
