// Who has read a version, and who has not yet, site by site. Those who have are counted, what they answered is not told by name.
import { type AnswerGiven, answerTo, isFor, type Place, type ReadableVersion } from './to-read.core.ts';

export interface Serving extends Place {
  readonly person: string;
}

export interface SiteReaders {
  readonly site: string;
  readonly asked: number;
  readonly read: number;
  /** People of the record, by id. */
  readonly notYet: readonly string[];
}

/** Everybody asked once, wherever they serve, and how many of them have answered. */
export function peopleOf(sites: readonly SiteReaders[], serving: readonly Serving[], version: ReadableVersion) {
  const asked = new Set(serving.filter((one) => isFor(version, [one])).map((one) => one.person));
  const notYet = new Set(sites.flatMap((one) => one.notYet));
  return { asked: asked.size, read: asked.size - notYet.size };
}

/** Whom the version is for, of those who serve today, by site; a person of two sites is asked at both. */
export function readersOf(
  version: ReadableVersion,
  serving: readonly Serving[],
  given: readonly (AnswerGiven & { readonly person: string })[],
): SiteReaders[] {
  const answers = Map.groupBy(given, (one) => one.person);
  const asked = serving.filter((one) => isFor(version, [one]));
  return [...Map.groupBy(asked, (one) => one.site)]
    .map(([site, there]) => {
      const people = [...new Set(there.map((one) => one.person))].toSorted();
      const notYet = people.filter((person) => answerTo(version, answers.get(person) ?? []) === null);
      return { site, asked: people.length, read: people.length - notYet.length, notYet };
    })
    .toSorted((a, b) => (a.site < b.site ? -1 : a.site > b.site ? 1 : 0));
}
