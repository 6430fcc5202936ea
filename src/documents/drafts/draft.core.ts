// A document while it is written: its head, its introduction and its parts (clauses of a policy, steps of a procedure), each
// part under an id that stays its own whatever becomes of its words or its place.
import type { DocumentKind } from '../document.core.ts';
import { addDays, type Day } from '../../kernel/moment.ts';

/** What a field of a part or of the head holds; empty or absent: not filled in. */
export type FieldValue = string | readonly string[] | { readonly [name: string]: string };
export type Fields = Readonly<Record<string, FieldValue>>;

export interface DraftPart {
  readonly id: string;
  /** Markdown. */
  readonly text: string;
  readonly serves: readonly string[];
  readonly obstructs: readonly string[];
  readonly fields: Fields;
}

export interface DraftContent {
  readonly title: string;
  /** Markdown. */
  readonly intro: string;
  /** A person's id, or a role; empty: nobody yet. */
  readonly owner: string;
  /** The day from which it holds, `YYYY-MM-DD`; empty: not said yet. */
  readonly from: string;
  readonly reviewMonths: number;
  /** Roles and sites it is for; empty means everybody, everywhere. */
  readonly roles: readonly string[];
  readonly sites: readonly string[];
  readonly fields: Fields;
  readonly parts: readonly DraftPart[];
}

/** A draft with what is known of it beside its content. */
export interface Draft {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly document: string;
  readonly basedOn: string | null;
  readonly revision: number;
  readonly content: DraftContent;
  readonly letters: readonly string[];
  readonly askedRevision: number | null;
  readonly material: boolean | null;
  readonly materialWhy: string | null;
  readonly accepted: readonly string[];
  readonly ended: 'published' | 'dropped' | null;
}

export const usualReviewMonths = 12;

/** A document with nothing in it but what is given. */
export function contentWith(given: Partial<DraftContent> & { readonly title: string }): DraftContent {
  return {
    intro: '',
    owner: '',
    from: '',
    reviewMonths: usualReviewMonths,
    roles: [],
    sites: [],
    fields: {},
    parts: [],
    ...given,
  };
}

/** An id made from words, for a document or a part: small letters, digits and hyphens. Empty where the words have none. */
export function idFrom(words: string): string {
  return words
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}

/** The id as it is, or with the first number after it that none of those taken has. */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}

/** The id of a new part: the next number that no part has or, as far as is known, had. */
export function nextPartId(parts: readonly { readonly id: string }[]): string {
  const numbers = parts.map((part) => (/^\d+$/.test(part.id) ? Number(part.id) : 0));
  return String(Math.max(0, ...numbers) + 1);
}

/** The number of the version that comes next: a whole one for a material change, a part of the last for an editorial one. */
export function nextVersion(versions: readonly string[], last: string | null, material: boolean): string {
  const wholes = versions.map((one) => Number(/^v?(\d{1,9})/.exec(one)?.[1] ?? 0));
  const whole = Math.max(0, ...wholes);
  const taken = new Set(versions);
  if (material || last === null) return freeNumber(whole + 1, (number) => String(number), taken);
  const [, base, minor] = /^(.*?)(?:\.(\d{1,9}))?$/.exec(last)!;
  return freeNumber(Number(minor ?? 0) + 1, (number) => `${base}.${number}`, taken);
}

function freeNumber(from: number, text: (number: number) => string, taken: ReadonlySet<string>): string {
  let number = from;
  while (taken.has(text(number))) number += 1;
  return text(number);
}

/** The day so many months after a day; the last of the month where that month is shorter. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const total = year * 12 + (month - 1) + months;
  const first = `${String(Math.floor(total / 12)).padStart(4, '0')}-${String((total % 12) + 1).padStart(2, '0')}-01`;
  const nextFirst = addDays(first, 31).slice(0, 8) + '01';
  const wanted = addDays(first, date - 1);
  return wanted < nextFirst ? wanted : addDays(nextFirst, -1);
}

/** The text of a field, or the texts of its list one a line; empty where it holds something else. */
export function textOf(value: FieldValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.join('\n') : '';
}

/** The program itself, where it begins the draft that an adopted letter asks for: it writes no word of its own. */
export const beganForLetters = 'letters';
