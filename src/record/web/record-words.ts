// What the tables of the record are called on pages, what each is for, and how a row's days are said.
import { day } from '../../web/kit/words.ts';
import type { EntryKind } from '../entries/entry.core.ts';

export interface KindWords {
  readonly one: string;
  readonly many: string;
  /** Why it is worth writing down. */
  readonly says: string;
}

export const kindWords: Readonly<Record<EntryKind, KindWords>> = {
  people: {
    one: 'Person',
    many: 'People',
    says: 'Who works for you. Contacts and every other row name them by an id.',
  },
  posts: { one: 'Post', many: 'Posts', says: 'Who works where, in which role, under whom, from when to when.' },
  sites: { one: 'Site', many: 'Sites', says: 'Where you serve customers, and by which clock.' },
  'site-months': {
    one: 'Month of a site',
    many: 'Months of sites',
    says: 'What a site could let, at which price, and what it produced.',
  },
  shifts: { one: 'Shift', many: 'Shifts', says: 'Who was there, and so how many there were to serve.' },
  'authority-limits': {
    one: 'Limit of authority',
    many: 'Limits of authority',
    says: 'What a role may do without asking.',
  },
  policies: { one: 'Policy', many: 'Policies', says: 'A rule, clause by clause, and the days it was in force.' },
  procedures: { one: 'Procedure', many: 'Procedures', says: 'How a task is done, step by step, and the days it held.' },
  duties: { one: 'Duty', many: 'Duties', says: 'What belongs to the job of a role.' },
  acknowledgements: {
    one: 'Acknowledgement',
    many: 'Acknowledgements',
    says: 'Who read which version, and whether they understood it.',
  },
  certificates: { one: 'Certificate', many: 'Certificates', says: 'Who was shown able to do what, and until when.' },
  observations: {
    one: 'Observation or coaching',
    many: 'Observations and coaching',
    says: 'Whom a manager encouraged, helped, guided or watched, and about what.',
  },
  targets: { one: 'Target', many: 'Targets', says: 'What people are asked or paid for, and whom it is for.' },
  approvals: { one: 'Sign-off', many: 'Sign-offs', says: 'What somebody waited for, and when they were answered.' },
  outages: { one: 'Outage', many: 'Outages', says: 'What failed, where, and for how long.' },
  attempts: {
    one: 'What was tried',
    many: 'What was tried',
    says: 'What was tried with somebody before anyone decides anything, and what was seen after.',
  },
  outcomes: {
    one: 'Outcome of a contact',
    many: 'Outcomes of contacts',
    says: 'What came of it, and what it was worth.',
  },
};

/** In the order in which people look for them. */
export const kindGroups: readonly { readonly title: string; readonly kinds: readonly EntryKind[] }[] = [
  { title: 'What was done with people', kinds: ['observations', 'certificates', 'approvals', 'attempts'] },
  {
    title: 'What is in writing',
    kinds: ['policies', 'procedures', 'acknowledgements', 'duties', 'targets', 'authority-limits'],
  },
  { title: 'Who works where', kinds: ['people', 'posts', 'shifts', 'sites'] },
  { title: 'What happened', kinds: ['outcomes', 'outages', 'site-months'] },
];

/** Kinds that hold from a day to a day; the others were done on one. */
const lasting: readonly EntryKind[] = [
  'posts',
  'authority-limits',
  'policies',
  'procedures',
  'duties',
  'certificates',
  'targets',
];

/** Of one day the later stands, and the one before for none. */
const versions: readonly EntryKind[] = ['policies', 'procedures'];

/** `from 3 March 2026`, `3 March 2026 to 1 May 2026`, `3 March 2026`; empty for what has no day. */
export function whenOf({
  kind,
  from,
  to,
}: {
  readonly kind: EntryKind;
  readonly from: string | null;
  readonly to: string | null;
}): string {
  if (from === null) return '';
  if (to !== null && to <= from && versions.includes(kind)) return `replaced on its first day, ${day(from)}`;
  if (to !== null) return `${day(from)} to ${day(to)}`;
  return lasting.includes(kind) ? `from ${day(from)}` : day(from);
}

/** A column's name as a label: `last-practised` becomes `Last practised`. */
export function columnWord(name: string): string {
  const words = columnWords[name] ?? name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const columnWords: Readonly<Record<string, string>> = {
  on: 'day',
  by: 'by whom',
  to: 'until',
  person: 'who',
  site: 'where',
  supervisor: 'answers to',
  says: 'what it asks',
  against: 'makes sensible to miss',
  cycle: 'round of help',
  sort: 'kind',
};

/** The address of a row. */
export function addressOf({ kind, key }: { readonly kind: EntryKind; readonly key: string }): string {
  return `/record/${kind}/${encodeURIComponent(key)}`;
}

/** A cell as text: days are written out, lists joined, names set in place of ids. */
export function cellWord(
  name: string,
  cell: string | number | boolean | readonly string[] | undefined,
  names: Readonly<Record<string, string>>,
): string {
  if (cell === undefined || cell === '') return 'not said';
  if (typeof cell === 'object') return cell.map((one) => names[one] ?? one).join(', ') || 'none';
  const text = String(cell);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return day(text);
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return `${day(text)}, ${text.slice(11, 16)} UTC`;
  return ['person', 'by', 'supervisor', 'site', 'owner'].includes(name) ? (names[text] ?? text) : text;
}
