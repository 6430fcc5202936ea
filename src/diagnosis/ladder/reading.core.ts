// What a rung is asked with and what it answers: the form that all twelve share.
import type { Day } from '../../kernel/moment.ts';
import type { DocumentVersion } from '../../documents/document.core.ts';
import type { Linked, RecordBook, Written } from '../book.core.ts';
import type { Cause, ManagementLevel, ReadFrom, RungAnswer } from '../finding.core.ts';
import type { Failure } from '../failure.core.ts';
import type { LadderSettings } from '../ladder-settings.core.ts';
import type { Peers } from '../peers.core.ts';

export interface Asked {
  readonly failure: Failure;
  readonly book: RecordBook;
  readonly peers: Peers;
  readonly settings: LadderSettings;
}

/** One rung's answer from the dated records, before words, factors and the rules between rungs. */
export interface Reading {
  readonly answer: RungAnswer;
  /** Causes that a yes points to, the nearest first. */
  readonly pointsTo: readonly Cause[];
  readonly detail?: string;
  readonly level?: ManagementLevel;
  readonly readFrom: readonly ReadFrom[];
  readonly sentence: string;
  /** The area that should have kept a record and didn't. */
  readonly gap?: Cause;
}

/** A rung: one question, answered from the records as of the moment of the contact. */
export type AskRung = (asked: Asked) => Reading;

interface YesParts {
  readonly detail: string;
  readonly level?: ManagementLevel;
  readonly readFrom: readonly ReadFrom[];
  readonly sentence: string;
}

export function yes(pointsTo: Cause | readonly Cause[], parts: YesParts): Reading {
  return { answer: 'yes', pointsTo: typeof pointsTo === 'string' ? [pointsTo] : pointsTo, ...parts };
}

export function no(sentence: string, readFrom: readonly ReadFrom[]): Reading {
  return { answer: 'no', pointsTo: [], readFrom, sentence };
}

/** Nobody kept it. With `gap`, the area that should have; without, the contact itself says too little to ask. */
export function noRecord(sentence: string, gap?: Cause | null): Reading {
  return { answer: 'no-record', pointsTo: [], readFrom: [], sentence, ...(gap ? { gap } : {}) };
}

/** The answer of every dated question about a contact that carries no day. */
export const undated = 'It is not known on which day this contact was, so no dated record can be asked.';
export const unnamed = 'It is not known who served, so no record of theirs can be asked.';

/** A register that was looked through as of a day: what a "nothing there" is read from. */
export function register(name: string, day: Day): ReadFrom {
  return { kind: 'register', id: name, version: day };
}

/** The citation of a document, one for each part that speaks of the standard. */
export function cite(linked: Linked): ReadFrom[] {
  const { document, parts } = linked;
  const base = { kind: document.kind, id: document.id, version: document.version };
  return parts.length === 0 ? [base] : parts.map((part) => ({ ...base, part: part.id }));
}

/** A document as a sentence names it: its title and version. */
export function named(document: Written): string {
  return `"${document.title}", version ${document.version}`;
}

export type Scope = 'in' | 'out' | 'unknown';

/**
 * Is a document, target or duty meant for somebody in this role at this site? Where it is kept to some roles or sites and
 * the contact's own is not known, that is unknown: neither in nor out.
 */
export function scopeOf(
  row: Pick<DocumentVersion, 'roles' | 'sites'>,
  role: string | undefined,
  site: string | undefined,
): Scope {
  const roles = within(row.roles, role);
  const sites = within(row.sites, site);
  if (roles === 'out' || sites === 'out') return 'out';
  return roles === 'unknown' || sites === 'unknown' ? 'unknown' : 'in';
}

function within(allowed: readonly string[], own: string | undefined): Scope {
  if (allowed.length === 0) return 'in';
  if (own === undefined) return 'unknown';
  return allowed.includes(own) ? 'in' : 'out';
}

/** The role in which the person served that day, where the posts say. */
export function roleOf({ failure, book }: Asked, day: Day): string | undefined {
  return book.post(failure.person, day, failure.site)?.role;
}

/** `1 step`, `3 steps`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The gap behind a role that isn't known: a post that nobody recorded, unless the contact itself doesn't say who served. */
export function postGap(failure: Failure): Cause | null {
  return failure.person === undefined ? null : 'management';
}
