// Question 11: did the person know how, was free to, and repeatedly choose not to? Read from the person's own account,
// several times over; one choice on record, or words in one contact, is never enough.
import type { ReadFrom } from '../finding.core.ts';
import { type AskRung, counted, no, noRecord, register, undated, unnamed, yes } from './reading.core.ts';

export const choseNotTo: AskRung = ({ failure, book, settings }) => {
  const { day, person, standard } = failure;
  if (!book.has('attempts'))
    return noRecord('No own accounts were brought: nobody is on record as having asked the person.', 'personnel');
  if (day === undefined) return noRecord(undated);
  if (person === undefined) return noRecord(unnamed);
  const accounts = book
    .attempts(person)
    .filter((row) => row.tried === 'own-account' && row.on <= day && row.standards.includes(standard.id));
  if (accounts.length === 0) return noRecord('Nobody is on record as having asked the person why.', 'personnel');
  const chosen = accounts.filter((row) => row.account === 'chose-not-to');
  const cited = accounts.map((row): ReadFrom => ({ kind: 'own-account', id: row.id, version: row.on }));
  if (chosen.length >= settings.thresholds.repeats) {
    return yes('personnel', {
      detail: 'conduct',
      readFrom: cited,
      sentence: `By their own account, ${counted(chosen.length, 'time')}, the person knew how and chose not to. Training alone is not the fix.`,
    });
  }
  return no('By their own account the person did not repeatedly choose not to.', [...cited, register('attempts', day)]);
};
