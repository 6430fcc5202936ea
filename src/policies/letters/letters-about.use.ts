// Letters about one document, for its own page.
import type { Work } from '../../platform/db/work.ts';
import { headlineOf, letterState, letterStateWords, type LetterStateName } from './letter.core.ts';
import { lettersAboutDocument } from './letter.store.ts';

export interface LetterAboutDocument {
  readonly id: string;
  readonly number: number;
  readonly part: string | null;
  readonly headline: string;
  readonly state: LetterStateName;
  readonly says: string;
}

/** Newest first; letters are public inside the organisation. */
export async function lettersAbout(
  work: Work,
  kind: 'policy' | 'procedure',
  document: string,
): Promise<LetterAboutDocument[]> {
  return (await lettersAboutDocument(work, kind, document)).flatMap(({ letter, events }) => {
    const state = letterState(events.filter((one) => one.told));
    if (state === null) return [];
    const { id, number, about } = letter;
    const part = about?.part ?? null;
    return {
      id,
      number: number!,
      part,
      headline: headlineOf(letter),
      state: state.name,
      says: letterStateWords[state.name],
    };
  });
}
