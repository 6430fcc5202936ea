// Whether letters were written lately that a step against a person might answer. It says yes or no, never which letter.
import { addDays } from '../../kernel/moment.ts';
import type { Work } from '../../platform/db/work.ts';
import { hasLettersSince } from './letter.store.ts';

/** Days after a letter in which nobody decides alone against who wrote it. */
export const watched = 180;

/** The person wrote one, or somebody shielded wrote one at one of their sites, or of no site at all. */
export async function hasLettersLately(work: Work, person: string, sites: readonly string[]): Promise<boolean> {
  return hasLettersSince(work, addDays(work.now.slice(0, 10), -watched), person, sites);
}
