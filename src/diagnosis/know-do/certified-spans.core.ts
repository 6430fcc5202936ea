// From which day to which day somebody held a certificate worth something for a standard, and from when on one that no longer
// was. It is question 8 of the ladder, asked of every day at once: the two can't tell different things.
import { addDays, type Day } from '../../kernel/moment.ts';
import type { RecordBook } from '../book.core.ts';
import { holdersOn } from '../ladder/rung-08-training.core.ts';
import type { LadderSettings } from '../ladder-settings.core.ts';

/** Held and sound, or held once and sound no more: run out, for an older version, or long out of practice. */
export type Held = 'certified' | 'lapsed';

/** Days from `from` up to, not including, `to`; without `to`, from then on. Of one person none overlap. */
export interface CertifiedSpan {
  readonly person: string;
  readonly held: Held;
  readonly from: Day;
  readonly to: Day | null;
}

export interface AskedStandard {
  readonly id: string;
  readonly version: string;
  readonly task?: string;
}

/** Standards for which the same people held the same, such as all those of one task. Days before every span: nothing held. */
export interface CertifiedAlike {
  readonly standards: readonly AskedStandard[];
  readonly spans: readonly CertifiedSpan[];
}

/** Every standard that any certificate is about stands in one group; the others in none. */
export function certifiedAlike(
  book: RecordBook,
  settings: LadderSettings,
  standards: readonly AskedStandard[],
): CertifiedAlike[] {
  const about = standards.filter(({ id, task }) => book.certificatesAbout(id, task).size > 0);
  const spans = about.map((standard) => ({ standard, spans: spansOf(book, settings, standard) }));
  return [...Map.groupBy(spans, (one) => JSON.stringify(one.spans)).values()].map((same) => ({
    standards: same.map((one) => one.standard),
    spans: same[0]!.spans,
  }));
}

function spansOf(book: RecordBook, settings: LadderSettings, standard: AskedStandard): CertifiedSpan[] {
  const holdersThat = cachedByDay((day) => holdersOn({ failure: { standard }, book, settings }, day));
  const versions = book.serving(standard.id, standard.task).flatMap(({ document: { from, to } }) => [from, to]);
  return [...book.certificatesAbout(standard.id, standard.task)].flatMap(([person, rows]) => {
    const first = rows.map((row) => row.on).toSorted()[0]!;
    // Whether a certificate is sound changes on these days alone.
    const turns = [
      ...rows.flatMap(({ on, expires, lastPractised }) => [
        on,
        expires,
        lastPractised && addDays(lastPractised > on ? lastPractised : on, settings.thresholds.practiceDays + 1),
      ]),
      ...versions,
    ].filter((day) => day !== undefined && day >= first);
    const days = [...new Set(turns as Day[])].toSorted();
    return spansBetween(days, (day) => holdersThat(day)(person)).map((span) => ({ person, ...span }));
  });
}

/** @param turns days on which it may change, sorted @param sound whether it holds that day */
function spansBetween(turns: readonly Day[], sound: (day: Day) => boolean): Omit<CertifiedSpan, 'person'>[] {
  const spans: { held: Held; from: Day; to: Day | null }[] = [];
  for (const day of turns) {
    const held = sound(day) ? 'certified' : 'lapsed';
    const before = spans.at(-1);
    // What was never sound was never held: such a certificate is for something else.
    if (before === undefined ? held === 'lapsed' : before.held === held) continue;
    if (before) before.to = day;
    spans.push({ held, from: day, to: null });
  }
  return spans;
}

function cachedByDay<T>(make: (day: Day) => T): (day: Day) => T {
  const known = new Map<Day, T>();
  return (day) => {
    const made = known.get(day) ?? make(day);
    known.set(day, made);
    return made;
  };
}
