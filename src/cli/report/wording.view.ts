// Numbers, days and labels in plain words: "about 31 %, likely between 24 and 38". The same words on screen and page.
import { causes } from '../../diagnosis/finding.core.ts';
import { countOf } from '../../kernel/counts.ts';
import * as title from '../../standards/title.core.ts';
import type { Cause } from '../../diagnosis/finding.core.ts';
import type { Rate, ReportSummary, StandardRow } from '../../diagnosis/report.shape.ts';
import { inert } from './inert.view.ts';

/** Share of applicable contacts in which the standard was missed (or the act happened), 0 to 1; null where nobody can know. */
export function missedRate(row: Pick<Rate, 'rate'>): number | null {
  return row.rate === null ? null : 1 - row.rate;
}

/** The interval of `missedRate`, from the shrunken one where there is one. */
export function missedInterval(row: Rate): { from: number; to: number } | null {
  const kept = row.wilson;
  return kept === null ? null : { from: 1 - kept.to, to: 1 - kept.from };
}

/** Fewer judged contacts than this make no rate worth saying: then the count itself is said. */
const fewForARate = 6;

/** True where so few contacts were judged that only the count is said. */
export function tooFew(row: Pick<Rate, 'met' | 'failed'>): boolean {
  return row.met + row.failed < fewForARate;
}

/** Whole percent; 100 only where it is every one, 0 only where it is none. */
const percent = (rate: number) => {
  const rounded = Math.round(rate * 100);
  if (rate < 1 && rounded === 100) return 99;
  return rate > 0 && rounded === 0 ? 1 : rounded;
};

/** True where every judged contact missed it: then "all 31" is said, never "about 100 %". */
function missedInAll(row: Rate): boolean {
  return row.met === 0 && row.failed > 0;
}

/** `about 31 %, likely between 24 and 38`; `not known yet` for a rate nobody could know. */
export function aboutMissed(row: Rate): string {
  const rate = missedRate(row);
  const interval = missedInterval(row);
  if (rate === null) return 'not known yet';
  if (tooFew(row)) return `${row.failed} of ${row.met + row.failed}, too few for a rate`;
  const about = missedInAll(row) ? `all ${row.failed} of ${row.failed}` : `about ${percent(rate)} %`;
  if (interval === null) return about;
  return `${about}, likely between ${percent(interval.from)} and ${percent(interval.to)}${missedInAll(row) ? ' %' : ''}`;
}

/** The two halves of `aboutMissed`, where they stand on two lines. */
export function aboutAndLikely(row: Rate): { about: string; likely: string } {
  const [about = '', likely = ''] = aboutMissed(row).split(', ');
  return { about, likely };
}

/** The counts under a rate: `33 of 47 · 2 unsure`. The first half is left out where the rate itself is already a count. */
export function countsOf(row: Rate): string {
  const parts = tooFew(row) || missedInAll(row) ? [] : [`${row.failed} of ${row.met + row.failed}`];
  if (row.unsure > 0) parts.push(`${row.unsure} unsure`);
  return parts.join(' · ');
}

/** `31 % (24 to 38)`, for a column of figures whose head says what they are. */
export function briefly(row: Rate): string {
  const rate = missedRate(row);
  const interval = missedInterval(row);
  if (rate === null || interval === null) return 'not known yet';
  if (tooFew(row)) return `${row.failed} of ${row.met + row.failed}`;
  if (missedInAll(row)) return `all ${row.failed} (${percent(interval.from)} to 100 %)`;
  return `${percent(rate)} % (${percent(interval.from)} to ${percent(interval.to)})`;
}

/** The nearest small fraction as people say it: `about 2 times in 3`, `almost every time`, `fewer than 1 time in 10`. */
export function inWords(rate: number): string {
  if (rate >= 0.95) return 'almost every time';
  if (rate < 0.08) return 'fewer than 1 time in 10';
  let best = { top: 1, bottom: 2, distance: Math.abs(rate - 0.5) };
  for (const bottom of [3, 4, 5, 10]) {
    const top = Math.round(rate * bottom);
    // A finer fraction must earn its place: "2 in 3" says more to a reader than "6 in 10" that is hardly nearer the truth.
    const distance = Math.abs(rate - top / bottom) + bottom * 0.006;
    if (top > 0 && top < bottom && distance < best.distance) best = { top, bottom, distance };
  }
  return `about ${best.top} ${best.top === 1 ? 'time' : 'times'} in ${best.bottom}`;
}

export const channelNames: Readonly<Record<string, readonly [string, string]>> = {
  phone: ['call', 'calls'],
  visit: ['visit', 'visits'],
  chat: ['chat', 'chats'],
  email: ['e-mail', 'e-mails'],
  complaint: ['complaint', 'complaints'],
  shop: ['mystery shop', 'mystery shops'],
};

/** `48 calls`, `1 mystery shop`; an unknown channel is a contact. */
export function channelCount(channel: string, contacts: number): string {
  const [one, many] = channelNames[channel] ?? ['contact', 'contacts'];
  return countOf(contacts, one, many);
}

/** `14 September 2026` from `2026-09-14`. */
export function dayInWords(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

/** Name of a site, or its id where the record has none. */
export function siteName(summary: Pick<ReportSummary, 'sites'>, id: string | null | undefined): string {
  if (id === null || id === undefined || id === 'unknown') return 'site not stated';
  return summary.sites.find((site) => site.id === id)?.name ?? id;
}

/** A kind of contact as words: `new-enquiry` becomes `new enquiry`. */
export function kindName(kind: string): string {
  return kind === 'unknown' ? 'reason not recognised' : kind.replaceAll(/[-_.]/g, ' ');
}

/** The first letter small, the full stop off: a sentence of a pack inside one of ours. */
export function inSentence(sentence: string): string {
  const plain = sentence.trim().replace(/[.!]+$/, '');
  // An acronym or "I" at the start keeps its capital.
  return /^[A-Z][a-z]/.test(plain) ? plain.charAt(0).toLowerCase() + plain.slice(1) : plain;
}

/** What a standard says, short enough for a headline. */
export function shortly(says: string): string {
  return inert(title.shortly(says));
}

/** A few words for a list, a chart or a table: the title, else what it says without its list of wordings. */
export function titleOf(row: { readonly title?: string | undefined; readonly says: string }): string {
  return inert(title.titleOf(row));
}

/** The heading of a failure: what is wrong, not what should have been: `Missed: Asked for the business`. */
export function headOf(row: Pick<StandardRow, 'kind' | 'title' | 'says'>): string {
  return `${row.kind === 'atrocity' ? 'Happened' : 'Missed'}: ${titleOf(row)}`;
}

export const standingWords: Readonly<Record<string, string>> = {
  possible: 'possible: one case, or a question without a record',
  probable: 'probable: two readers agree',
  strong: 'strong: a pattern outside its limits',
  confirmed: 'confirmed: a fix moved the rate as expected',
};

/** The five causes, most expected failures first; causes that nothing points to are kept, so that a nought is seen. */
export function causesInOrder(expected: Readonly<Record<Cause, number>>): Cause[] {
  return [...causes].sort((a, b) => expected[b] - expected[a]);
}

/**
 * Standards that fail, worst first: how much of it fails for certain, times how much it matters. The low end of the interval
 * decides, so that one miss in one contact doesn't outrank thirty in fifty; standards judged too seldom for a rate come
 * last. Those that never failed are left out.
 */
export function worstStandards(rows: readonly StandardRow[]): StandardRow[] {
  const badness = (row: StandardRow) => (missedInterval(row)?.from ?? 0) * row.weight;
  const seldom = (row: StandardRow) => Number(tooFew(row));
  return rows
    .filter((row) => row.failed > 0)
    .sort((a, b) => seldom(a) - seldom(b) || badness(b) - badness(a) || b.failed - a.failed);
}

/** `machine` where no reviewer has looked at a single mark of it. */
export function checkedWords(rows: readonly Pick<StandardRow, 'checked'>[]): string {
  const checked = rows.reduce((sum, row) => sum + row.checked, 0);
  return checked === 0
    ? 'Marked by machine, not yet checked.'
    : `Marked by machine; ${countOf(checked, 'mark')} checked by a reviewer.`;
}
