// The Monday page put together: what got better first, the bad said plainly, what was verified, what waits for a decision, one
// quote. Standards, sites and sums, never a person; no words but those of the quote, which were redacted when they came in.
import type { ToldFailure } from '../../diagnosis/overview/told-failure.core.ts';
import type { CostAMonth } from '../../diagnosis/money/part-of-cost.core.ts';
import { sumOf, sumRange } from '../../diagnosis/money/sums.core.ts';
import { countOf, hundredths } from '../../kernel/counts.ts';
import { dayWords } from '../../kernel/day-words.ts';
import type { Day } from '../../kernel/moment.ts';
import { fixKinds, type FixKind } from '../fix-kinds.core.ts';
import type { FixStateName } from '../fix.core.ts';
import type { Turned } from './turned.core.ts';
import type { Week } from './week.core.ts';

export interface MondayFix {
  readonly title: string;
  readonly kind: FixKind;
  readonly sites: readonly string[];
  readonly state: FixStateName;
  readonly verdictOn?: Day;
  readonly overdue: boolean;
}

export interface MondayFacts {
  readonly organisation: string;
  readonly week: Week;
  /** Contacts of the week, and of all time. */
  readonly contacts: number;
  readonly ever: number;
  readonly turned: readonly (Turned & { readonly title: string })[];
  readonly mostMissed: {
    readonly standard: string;
    readonly title: string;
    readonly failed: number;
    readonly of: number;
  } | null;
  readonly costs: CostAMonth | null;
  readonly fixes: readonly MondayFix[];
  /** The dearest pattern that nothing is done about yet. */
  readonly untouched: { readonly title: string; readonly site?: string; readonly costs?: CostAMonth } | null;
  readonly questions: number;
  /** Certificates that lapse within thirty days, and that lapsed in the ninety before. */
  readonly certificates: { readonly soon: number; readonly lapsed: number };
  readonly example: ToldFailure | null;
}

export interface MondayLine {
  readonly says: string;
  /** Where in the app it is told whole. */
  readonly path?: string;
}

export const mondayParts = ['better', 'worse', 'verified', 'decide'] as const;
export type MondayPartId = (typeof mondayParts)[number];

export interface MondayPart {
  readonly id: MondayPartId;
  readonly heading: string;
  /** Never empty: where there is nothing, that is said. */
  readonly lines: readonly MondayLine[];
}

export interface MondayQuote {
  readonly about: string;
  readonly before: string;
  readonly words: string;
  readonly after: string;
  readonly from: string;
  readonly path: string;
}

export interface MondayPage {
  readonly week: Week;
  readonly subject: string;
  readonly lead: string;
  readonly parts: readonly MondayPart[];
  readonly quote: MondayQuote | null;
}

/** Fewer contacts than this in a week tell nothing apart. */
const fewContacts = 20;
const mostLines = 4;

export function mondayPage(facts: MondayFacts): MondayPage {
  const better = facts.turned.filter(({ how }) => how === 'better');
  const worse = facts.turned.filter(({ how }) => how === 'worse');
  return {
    week: facts.week,
    subject: `${facts.organisation}: ${subjectOf(better.length, worse.length, facts)}`,
    lead: leadOf(facts),
    parts: [
      { id: 'better', heading: 'What got better', lines: betterLines(better, facts) },
      { id: 'worse', heading: 'What did not', lines: worseLines(worse, facts) },
      { id: 'verified', heading: 'What was verified', lines: verifiedLines(facts) },
      { id: 'decide', heading: 'What waits for a decision', lines: decideLines(facts) },
    ],
    quote: quoteOf(facts.example),
  };
}

function subjectOf(better: number, worse: number, { contacts }: MondayFacts): string {
  if (contacts === 0) return 'a week without contacts';
  const parts = [better > 0 ? `${better} better` : '', worse > 0 ? `${worse} worse` : ''].filter((one) => one !== '');
  return parts.length > 0 ? `${parts.join(', ')} last week` : 'a steady week';
}

function leadOf({ week, contacts, ever }: MondayFacts): string {
  const when = weekWords(week);
  if (ever === 0) return `${when}. No call, visit or chat was brought in yet.`;
  if (contacts === 0) return `${when}. No call, visit or chat of that week was brought in.`;
  const came = `${when}. ${countOf(contacts, 'contact')} came in`;
  return contacts < fewContacts ? `${came}: too few to tell better from worse.` : `${came} and were marked.`;
}

function betterLines(better: MondayFacts['turned'], { contacts }: MondayFacts): MondayLine[] {
  if (better.length > 0) return better.slice(0, mostLines).map(turnedLine);
  return [{ says: contacts < fewContacts ? 'Nothing can be told of so few.' : 'Nothing, by more than chance.' }];
}

function worseLines(worse: MondayFacts['turned'], { contacts, mostMissed, costs }: MondayFacts): MondayLine[] {
  const lines: MondayLine[] = worse.slice(0, mostLines).map(turnedLine);
  if (lines.length === 0)
    lines.push({
      says: contacts < fewContacts ? 'Nothing can be told of so few.' : 'Nothing got worse by more than chance.',
    });
  if (mostMissed)
    lines.push({
      says: `Missed most: “${mostMissed.title}”, ${mostMissed.failed} of ${mostMissed.of} times last week.`,
      path: pathOf(mostMissed.standard),
    });
  if (costs)
    lines.push({
      says: `Failing costs about ${sumOf(costs.money.value, costs.currency)} a month, likely ${sumRange(costs.money, costs.currency)}.`,
      path: '/causes',
    });
  return lines;
}

function turnedLine({ title, standard, failed, of, share, range, before }: MondayFacts['turned'][number]): MondayLine {
  const likely = `likely between ${hundredths(range.low)} and ${hundredths(range.high)}`;
  return {
    says: `“${title}” was missed ${failed} of ${of} times: ${hundredths(share)} in 100, ${likely}. In the eight weeks before it was ${hundredths(before)}.`,
    path: pathOf(standard),
  };
}

function verifiedLines({ fixes, week }: MondayFacts): MondayLine[] {
  const judged = fixes.filter(({ verdictOn }) => verdictOn !== undefined && verdictOn >= week.from);
  const lines = judged.slice(0, mostLines).flatMap((fix): MondayLine[] => {
    const what = `${sentence(fixKinds[fix.kind].says)} for “${fix.title}”${at(fix.sites)}`;
    if (fix.state === 'verified') return [{ says: `${what}: it worked, and the contacts show it.`, path: '/fixes' }];
    if (fix.state === 'not-verified')
      return [{ says: `${what}: no effect can be seen; what it was to mend is open again.`, path: '/fixes' }];
    if (fix.state === 'harmed') return [{ says: `${what}: it does harm.`, path: '/fixes' }];
    return [];
  });
  if (lines.length > 0) return lines;
  const verified = fixes.filter(({ state }) => state === 'verified').length;
  const running = fixes.filter(({ state }) => ['begun', 'done', 'too-early'].includes(state)).length;
  if (verified + running === 0) return [{ says: 'Nothing is being tried yet.', path: '/fixes' }];
  return [
    {
      says: `Nothing new. ${countOf(running, 'fix', 'fixes')} under way, ${verified} verified so far.`,
      path: '/fixes',
    },
  ];
}

function decideLines({ fixes, untouched, questions, certificates }: MondayFacts): MondayLine[] {
  const lines: MondayLine[] = [];
  const failed = fixes.filter(({ state }) => state === 'not-verified' || state === 'harmed').length;
  const late = fixes.filter(({ overdue }) => overdue).length;
  if (failed > 0)
    lines.push({
      says: `${countOf(failed, 'fix', 'fixes')} did not work: drop ${failed === 1 ? 'it' : 'them'}, or try another way.`,
      path: '/fixes',
    });
  if (late > 0) lines.push({ says: `${countOf(late, 'fix is', 'fixes are')} past the day agreed.`, path: '/fixes' });
  if (untouched) {
    const { title, site, costs } = untouched;
    const worth = costs ? `, worth about ${sumOf(costs.money.value, costs.currency)} a month` : '';
    lines.push({
      says: `Nothing is done yet about “${title}”${site === undefined ? '' : ` at ${site}`}${worth}.`,
      path: '/fixes',
    });
  }
  if (questions > 0) lines.push({ says: `${countOf(questions, 'question')} only you can answer.`, path: '/' });
  const { soon, lapsed } = certificates;
  if (soon > 0)
    lines.push({ says: `${countOf(soon, 'certificate lapses', 'certificates lapse')} within 30 days.`, path: '/' });
  if (lapsed > 0) lines.push({ says: `${countOf(lapsed, 'certificate has', 'certificates have')} lapsed.`, path: '/' });
  return lines.length > 0 ? lines : [{ says: 'Nothing.' }];
}

function quoteOf(example: ToldFailure | null): MondayQuote | null {
  if (!example?.quote) return null;
  const { quote, standard, channel, site, day, contact } = example;
  const where = [kindWords[channel] ?? channel, site ? `at ${site.name}` : '', day ? `on ${dayWords(day)}` : ''];
  const who = quote.speaker === 'rep' ? 'The rep' : quote.speaker === 'customer' ? 'The customer' : 'Somebody';
  return {
    about: standard.title,
    before: quote.before,
    words: quote.words,
    after: quote.after,
    from: `${who}, ${where.filter((one) => one !== '').join(' ')}`,
    path: `/contacts/${encodeURIComponent(contact)}`,
  };
}

const kindWords: Readonly<Record<string, string>> = {
  phone: 'in a call',
  visit: 'in a visit',
  chat: 'in a chat',
  email: 'in an e-mail',
  complaint: 'in a complaint',
  shop: 'in a mystery shop',
};

const pathOf = (standard: string): string => `/causes/failures?standard=${encodeURIComponent(standard)}`;
const at = (sites: readonly string[]): string =>
  sites.length === 0 ? '' : sites.length > 2 ? ` at ${sites.length} sites` : ` at ${sites.join(' and ')}`;
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `2 March 2026 to 8 March 2026` */
function weekWords({ from, to }: Week): string {
  return `${dayWords(from)} to ${dayWords(to)}`;
}
