// The questions an owner could answer: made where a rung has no record, weighed by how far an answer would move the odds
// of how many failures, and chosen one after the other so that ten questions don't all ask about the same thing.
import type { About } from './records.core.ts';
import type { Odds } from './finding.core.ts';
import type { FailedStandard, Failure } from './failure.core.ts';
import type { LadderSettings, RungSettings } from './ladder-settings.core.ts';

export interface Question {
  /** `RUNG:ABOUT:VALUE`, e.g. `1:standard:enquiry.need-before-price`. */
  readonly id: string;
  readonly rung: number;
  readonly about: About;
  readonly value: string;
  /** As one would ask an owner. */
  readonly asks: string;
  /** What their yes answers in the ladder. */
  readonly yesMeans: 'yes' | 'no';
  /** Failures whose ladder the answer would take further. */
  readonly settles: number;
  /** Expected change of their odds, added up; in failures. */
  readonly gain: number;
}

/** Failures that the same questions would settle: one standard, one site, the same rungs open. */
export interface OpenProfile {
  readonly standard: FailedStandard;
  readonly site: string | undefined;
  readonly rungs: readonly number[];
  failures: number;
  /** Expected change of odds by rung, added up over the failures; index as in `rungs`. */
  readonly gains: number[];
}

/** No more than this many of the chosen questions stand on one rung: ten sites would else ask the same thing ten times. */
const mostPerRung = 3;

/** After each question chosen, what the next ones add for the same failures counts half: odds can only move so far. */
const again = 0.5;

/**
 * By how much an answer would move the odds, in total variation, weighing yes by the odds of the rung's own cause:
 * p(p⁺ − p) + (1 − p)(p − p⁻), where p± are the odds of that cause after a yes and after a no.
 */
export function expectedChange(odds: Odds, { cause, factors }: Pick<RungSettings, 'cause' | 'factors'>): number {
  const p = odds[cause];
  const after = (factor: number) => (p * factor) / (1 - p + p * factor);
  return p * (after(factors.yes) - p) + (1 - p) * (p - after(factors.no));
}

/** What a question about this failure would be about: the widest thing that one answer honestly settles. */
export function aboutOf(
  rung: RungSettings,
  failure: { standard: Pick<FailedStandard, 'id' | 'task'>; site?: string | undefined },
): { about: About; value: string } | null {
  if (!rung.owner) return null;
  const { about } = rung.owner;
  if (about === 'task' && failure.standard.task !== undefined) return { about, value: failure.standard.task };
  if (about === 'site' && failure.site !== undefined) return { about, value: failure.site };
  if (about === 'site' || about === 'all') return { about: 'all', value: '' };
  return { about: 'standard', value: failure.standard.id };
}

export function questionId(rung: number, about: About, value: string): string {
  return `${rung}:${about}:${value}`;
}

/** A question's wording for what it is about. */
export function wordingOf(
  rung: RungSettings,
  about: About,
  standard: Pick<FailedStandard, 'kind' | 'says'>,
  value: string,
  siteName: string,
): string {
  const owner = rung.owner;
  if (!owner) return rung.asks;
  const template =
    (about === 'task' ? owner.task : undefined) ??
    (about === 'site' ? owner.site : undefined) ??
    (standard.kind === 'atrocity' ? owner.atrocity : undefined) ??
    owner.asks;
  // A function, since "$&" in somebody's own words would mean something to replace.
  const words = template
    .replaceAll('{says}', () => standard.says.replace(/\.$/, ''))
    .replaceAll('{task}', () => value.replaceAll('-', ' '))
    .replaceAll('{site}', () => siteName);
  return words.endsWith('?') ? words : `${words}?`;
}

/** The questions worth most, one after the other. */
export function chooseQuestions(
  profiles: readonly OpenProfile[],
  settings: LadderSettings,
  siteName: (id: string) => string,
  most = 10,
): Question[] {
  const rest = profiles.map(() => 1);
  const candidates = candidatesOf(profiles, settings, siteName);
  const chosen: Question[] = [];
  while (chosen.length < most && candidates.size > 0) {
    let best: { id: string; gain: number } | null = null;
    for (const [id, one] of candidates) {
      const gain = one.uses.reduce((sum, use) => sum + use.gain * rest[use.profile]!, 0);
      if (!best || gain > best.gain || (gain === best.gain && id < best.id)) best = { id, gain };
    }
    if (!best) break;
    const { question, uses } = candidates.get(best.id)!;
    candidates.delete(best.id);
    if (chosen.filter((one) => one.rung === question.rung).length >= mostPerRung) continue;
    chosen.push({ ...question, gain: best.gain });
    for (const use of uses) rest[use.profile]! *= again;
  }
  return chosen;
}

interface Candidate {
  readonly question: Omit<Question, 'gain'>;
  readonly uses: readonly { readonly profile: number; readonly gain: number }[];
}

function candidatesOf(
  profiles: readonly OpenProfile[],
  settings: LadderSettings,
  siteName: (id: string) => string,
): Map<string, Candidate> {
  const found = new Map<
    string,
    { question: Omit<Question, 'gain' | 'settles'>; settles: number; uses: { profile: number; gain: number }[] }
  >();
  profiles.forEach((profile, index) => {
    profile.rungs.forEach((rung, at) => {
      const rungSettings = settings.rungs[rung - 1]!;
      const what = aboutOf(rungSettings, profile);
      if (!what || !rungSettings.owner) return;
      const id = questionId(rung, what.about, what.value);
      const { yesMeans } = rungSettings.owner;
      const asks = wordingOf(rungSettings, what.about, profile.standard, what.value, siteName(what.value));
      const one = found.get(id) ?? { question: { id, rung, ...what, asks, yesMeans }, settles: 0, uses: [] };
      one.settles += profile.failures;
      one.uses.push({ profile: index, gain: profile.gains[at]! });
      found.set(id, one);
    });
  });
  return new Map(
    [...found].map(([id, { question, settles, uses }]) => [id, { question: { ...question, settles }, uses }]),
  );
}

/** Rungs of a failure that an owner's answer could take further: no record, or only words. */
export function openRungs(
  failure: Failure,
  rungs: readonly { readonly rung: number; readonly answer: string; readonly fromWords: boolean }[],
  settings: LadderSettings,
  answered: (rung: number, about: About, value: string) => boolean,
): number[] {
  return rungs
    .filter((one) => one.answer === 'no-record' || one.fromWords)
    .map((one) => one.rung)
    .filter((rung) => {
      const what = aboutOf(settings.rungs[rung - 1]!, failure);
      return what !== null && !answered(rung, what.about, what.value);
    });
}
