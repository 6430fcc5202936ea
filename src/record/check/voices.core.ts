// What people said, against the documents and the letters that it is about.
import type { BroughtNote } from '../../documents/reading/brought-note.core.ts';
import type { Sourced } from '../../kernel/sourced.ts';
import type { BroughtAnswer, BroughtLetter } from '../../policies/letters/brought-letter.core.ts';
import type { BroughtReasons } from '../../policies/reasons/brought-reasons.core.ts';
import type { Known } from '../known.core.ts';
import { checkEach, versionProblem, type Checked } from './documents.core.ts';

/** Letters about documents that are on record, or about none. */
export function checkLetters(rows: readonly Sourced<BroughtLetter>[], known: Known): Checked<BroughtLetter> {
  return checkEach(rows, ({ about, document }) => {
    if (about === undefined && document === undefined) return null;
    if (about === undefined || document === undefined) {
      const [field, other] = about === undefined ? ['about', 'document'] : ['document', 'about'];
      const expected = about === undefined ? 'policy or procedure' : 'the id of the document';
      return { field, expected, remedy: `Fill it in, or clear "${other}".` };
    }
    return versionProblem(known, about, document, undefined, ['document', '']);
  });
}

/** Answers that come after their letter, with the letter beside them; a refusal says why. */
export function checkAnswers(
  rows: readonly Sourced<BroughtAnswer>[],
  letters: readonly Sourced<BroughtLetter>[],
): Checked<BroughtAnswer> {
  const sent = new Map(letters.map(({ row }) => [row.id, row.on]));
  return checkEach(rows, ({ letter, on, act, says }) => {
    const since = sent.get(letter);
    if (since === undefined)
      return {
        field: 'letter',
        expected: 'the id of a letter that is brought with it',
        remedy: 'Bring letters and their answers together, or correct the id.',
      };
    if (on < since)
      return { field: 'on', expected: 'a day on or after that of its letter', remedy: 'Correct one of the two days.' };
    if (act === 'refused' && says === undefined)
      return { field: 'says', expected: 'why it was refused', remedy: 'Fill in the reason that was given.' };
    return null;
  });
}

export function checkReasons(rows: readonly Sourced<BroughtReasons>[], known: Known): Checked<BroughtReasons> {
  return checkEach(rows, ({ policy, version, reasons }) => {
    if (Object.keys(reasons).length === 0)
      return { field: 'purpose', expected: 'at least one thing said of the clause', remedy: 'Fill one in.' };
    if (reasons.factor?.reason === '')
      return { field: 'factor-reason', expected: 'why, in a sentence', remedy: 'Fill it in, or clear "factor".' };
    return versionProblem(known, 'policy', policy, version, ['policy', 'version']);
  });
}

export function checkReaderNotes(rows: readonly Sourced<BroughtNote>[], known: Known): Checked<BroughtNote> {
  return checkEach(rows, ({ kind, document, version }) =>
    versionProblem(known, kind, document, version, ['document', 'version']),
  );
}
