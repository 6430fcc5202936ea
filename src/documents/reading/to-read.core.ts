// Which versions somebody still has to read: those meant for them, in force or soon to be, that neither they nor the record has an answer
// of. Only a material change asks again: an answer to any version since the last material change holds for all of them.
import { type Day, inForce } from '../../kernel/moment.ts';
import type { AcknowledgementAnswer, DocumentKind } from '../document.core.ts';

export interface ReadableVersion {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly owner?: string;
  readonly from: Day;
  readonly to?: Day;
  readonly roles: readonly string[];
  readonly sites: readonly string[];
  /** The day by which somebody had to look at it again. */
  readonly reviewDue?: Day;
  /** The version of the last material change; its own where it is one. */
  readonly materialSince: string;
}

/** Somebody's answer to a version. */
export interface AnswerGiven {
  readonly kind: DocumentKind;
  readonly document: string;
  readonly version: string;
  readonly on: Day;
  readonly answer: AcknowledgementAnswer;
  /** When the version came into force. */
  readonly from: Day;
  readonly materialSince: string;
}

/** Where somebody serves. */
export interface Place {
  readonly role: string;
  readonly site: string;
}

/** `new`: never read; `changed`: an earlier version was; `not-understood`: they said so, and may answer again. */
export type ToReadState = 'new' | 'changed' | 'not-understood';

export interface ToRead {
  readonly version: ReadableVersion;
  readonly state: ToReadState;
  /** The version that was read last, and when; null where none was. */
  readonly last: Pick<AnswerGiven, 'version' | 'on'> | null;
}

/** Versions that begin so many days from now are told of already. */
export const daysAhead = 14;

/** Is the version meant for somebody who serves in these places? Empty roles or sites are everybody, everywhere. */
export function isFor({ roles, sites }: Pick<ReadableVersion, 'roles' | 'sites'>, places: readonly Place[]): boolean {
  return places.some(
    ({ role, site }) => (roles.length === 0 || roles.includes(role)) && (sites.length === 0 || sites.includes(site)),
  );
}

/** What one has said of a version, or of one that differs from it in nothing material; the last of it. */
export function answerTo(version: ReadableVersion, given: readonly AnswerGiven[]): AnswerGiven | null {
  return latest(
    given.filter(
      (one) => one.kind === version.kind && one.document === version.id && one.materialSince === version.materialSince,
    ),
  );
}

/** The version that was read last before, whatever changed since; not the version itself. */
export function lastRead(version: ReadableVersion, given: readonly AnswerGiven[]): AnswerGiven | null {
  return latest(
    given.filter(
      (one) =>
        one.kind === version.kind &&
        one.document === version.id &&
        one.materialSince !== version.materialSince &&
        one.answer !== 'not-understood' &&
        isBefore(one, version),
    ),
  );
}

/** What is still to be read, what holds already first, then by the day from which it holds. */
export function toRead(
  versions: readonly ReadableVersion[],
  places: readonly Place[],
  given: readonly AnswerGiven[],
  today: Day,
): ToRead[] {
  return versions
    .filter((one) => isFor(one, places))
    .flatMap((version): ToRead[] => {
      const answer = answerTo(version, given);
      if (answer && answer.answer !== 'not-understood') return [];
      const last = lastRead(version, given);
      const state = answer ? 'not-understood' : last ? 'changed' : 'new';
      return [{ version, state, last: last && { version: last.version, on: last.on } }];
    })
    .toSorted(
      (a, b) =>
        Number(inForce(b.version, today)) - Number(inForce(a.version, today)) ||
        compare(b.version.from, a.version.from) ||
        compare(a.version.id, b.version.id),
    );
}

/** Of several on one day the one of the later version: the same day's answer to the same version is one row. */
function latest(given: readonly AnswerGiven[]): AnswerGiven | null {
  return (
    given.toSorted((a, b) => compare(a.on, b.on) || compare(a.from, b.from) || byNumber(a.version, b.version)).at(-1) ??
    null
  );
}

/** Of two that began on one day the one with the lower number came first. */
function isBefore(
  one: Pick<ReadableVersion, 'from' | 'version'>,
  other: Pick<ReadableVersion, 'from' | 'version'>,
): boolean {
  return one.from < other.from || (one.from === other.from && byNumber(one.version, other.version) < 0);
}

/** `9` before `10`, `2.9` before `2.10`. */
function byNumber(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
