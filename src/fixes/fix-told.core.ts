// A fix as it goes to whoever reads: words beside names, sentences beside figures.
import type { CostAMonth } from '../diagnosis/money/part-of-cost.core.ts';
import type { Day } from '../kernel/moment.ts';
import { dayOf } from './daily-counts.core.ts';
import type { FixEvidence } from './fix-evidence.core.ts';
import { fixKinds } from './fix-kinds.core.ts';
import { openStates, stateWords, verbsFor, type Fix, type FixEvent, type FixState } from './fix.core.ts';
import { verdictSentences } from './verdict-text.core.ts';

export interface FixToTell {
  readonly fix: Fix;
  readonly state: FixState;
  readonly events: readonly FixEvent[];
  /** The standard in a few words; its id where the standards in use don't have it. */
  readonly title: string;
  /** Titles of standards by id, for guardrails. */
  readonly titles: ReadonlyMap<string, string>;
  /** Names of sites by id; a site that only contacts name goes by its id. */
  readonly siteNames: ReadonlyMap<string, string>;
  /** Only where it stands somewhere and was not dropped. */
  readonly evidence?: FixEvidence;
  /** What the misses that it is expected to avoid cost a month, where that was counted and stands. */
  readonly costs?: CostAMonth;
}

/** @param mayDecide whether whoever reads may also act: else nothing stands in `can` */
export function toldFix(read: FixToTell, today: Day, mayDecide: boolean) {
  const { fix, state, events, title, titles, siteNames, evidence, costs } = read;
  const { pickedFrom: _from, pickedTo: _to, proposedAt: _at, guardrails, sites, ...terms } = fix;
  const named = (id: string) => ({ id, title: titles.get(id) ?? id });
  const overdue = fix.due !== undefined && fix.due < today && beforeDone.includes(state.name);
  return {
    ...terms,
    title,
    kindSays: fixKinds[fix.kind].says,
    overdue,
    sites: [...sites],
    siteNames: Object.fromEntries(sites.map((id) => [id, siteNames.get(id) ?? id])),
    guardrails: guardrails.map(named),
    state: state.name,
    stateSays: stateWords[state.name],
    ...(state.begunOn === undefined ? {} : { begunOn: state.begunOn }),
    doneOn: [...state.doneOn].map(([site, on]) => ({ site, on })).toSorted((a, b) => (a.site < b.site ? -1 : 1)),
    ...(state.verdictOn === undefined ? {} : { verdictOn: state.verdictOn }),
    events: events.map((event) => ({ ...event, ...('sites' in event ? { sites: [...event.sites] } : {}) })),
    can: mayDecide ? [...verbsFor(state)] : [],
    ...(evidence ? { evidence: toldEvidence(evidence) } : {}),
    ...(costs ? { costs } : {}),
    sentences: sentencesOf(read, overdue),
  };
}

const beforeDone: readonly FixState['name'][] = ['proposed', 'reopened', 'begun'];

function sentencesOf({ fix, state, events, titles, evidence }: FixToTell, overdue: boolean): string[] {
  const late = overdue ? [`It was due on ${fix.due}.`] : [];
  if (state.name === 'proposed') return ['Proposed; nobody has begun.', ...late];
  if (state.name === 'begun')
    return [`Begun on ${state.begunOn}. Say when it is done; what is compared begins that day.`, ...late];
  const last = events.at(-1);
  const why = last && 'why' in last && last.why !== undefined ? ` ${last.why}` : '';
  if (state.name === 'dropped') return [`Dropped.${why}`];
  if (state.name === 'reopened') return [`Reopened: it is open again, and so is what it was to mend.${why}`, ...late];
  if (!evidence) return [];
  const { judged, worse, alongside, ...rest } = evidence;
  const said = verdictSentences({
    ...rest,
    judged: state.name === 'verified' ? { verdict: 'verified', because: 'held' } : judged,
    expected: fix.expected,
    enough: evidence.plan?.fourInFive?.contacts ?? null,
    worse: worse.map((id) => titles.get(id) ?? id),
    alongside: alongside.map(
      ({ fix: other, begunOn }) =>
        `“${titles.get(other.standard) ?? other.standard}”, ${other.id}, begun on ${begunOn}`,
    ),
  });
  return [
    ...said,
    ...(evidence.luck >= 0.005
      ? [
          `It was picked by the very contacts it is compared with: ${Math.round(1000 * evidence.luck) / 10} points that luck alone would give are taken off.`,
        ]
      : []),
    ...(evidence.slipped ? ['The rate has slipped back since: check it, and it is reopened.'] : []),
  ];
}

function toldEvidence({ effect, interval, drift, plan, judged, worse, luck }: FixEvidence) {
  const last = effect.days.at(-1);
  const { standardError: _error, ...driftTold } = drift;
  return {
    verdict: judged.verdict,
    because: judged.because,
    ...(judged.movedOn === undefined ? {} : { movedOn: dayOf(judged.movedOn) }),
    change: effect.change,
    interval: interval && { low: interval.low, high: interval.high },
    eValue: Math.exp(Math.min(700, last?.logFell ?? 0)),
    eValueOfHarm: Math.exp(Math.min(700, last?.logRose ?? 0)),
    changedBefore: effect.changedBefore,
    changedAfter: effect.changedAfter,
    unchangedBefore: effect.unchangedBefore,
    unchangedAfter: effect.unchangedAfter,
    siteMonths: effect.siteMonths,
    control: effect.control,
    luck,
    worse: [...worse],
    drift: driftTold,
    foreseen: plan && { fixed: plan.fixed, median: plan.median, fourInFive: plan.fourInFive },
  };
}

/** What all fixes come to, in one sentence. */
export function fixesSentence(fixes: readonly { readonly state: FixState }[]): string {
  if (fixes.length === 0)
    return 'No fix has been proposed yet. Take a pattern from the report: customary fixes propose PATTERN';
  const count = (name: FixState['name']): number => fixes.filter(({ state }) => state.name === name).length;
  const open = fixes.filter(({ state }) => openStates.includes(state.name)).length;
  const parts = (['verified', 'not-verified', 'harmed', 'dropped'] as const)
    .map((name) => [count(name), stateWords[name]] as const)
    .filter(([n]) => n > 0)
    .map(([n, word]) => `${n} ${word}`);
  return `${fixes.length} ${fixes.length === 1 ? 'fix' : 'fixes'}: ${[`${open} open`, ...parts].join(', ')}.`;
}
