// Question 12: trained, practised, fed back for three documented cycles, and still? And then: what did the exam say?
import type { ReadFrom } from '../finding.core.ts';
import { type AskRung, counted, no, noRecord, undated, unnamed, yes } from './reading.core.ts';

export const triedAndStill: AskRung = ({ failure, book, settings }) => {
  const { day, person, standard } = failure;
  const documented = book.has('attempts') || book.has('observations');
  if (!documented) return noRecord('No record of what was tried was brought.', 'personnel');
  if (day === undefined) return noRecord(undated);
  if (person === undefined) return noRecord(unnamed);

  const tried = book
    .attempts(person)
    .filter((row) => row.tried !== 'own-account' && row.on <= day && row.standards.includes(standard.id))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const cycles = book.observations(person, standard.id).filter((row) => row.cycle !== undefined && row.on <= day);
  // A cycle may stand in both records: the larger count is taken, never the sum.
  const count = Math.max(
    new Set(cycles.map((row) => row.cycle)).size,
    tried.filter((row) => row.result === 'not-kept').length,
  );
  const readFrom = [
    ...tried.map((row): ReadFrom => ({ kind: 'attempt', id: row.id, version: row.on })),
    ...cycles.map((row): ReadFrom => ({ kind: 'observation', id: row.id, version: row.on })),
  ];
  if (readFrom.length === 0)
    return noRecord('Nothing is on record as having been tried with the person about this.', 'personnel');
  const trained = tried.some((row) => row.tried === 'training');
  const still = tried.at(-1)?.result === 'not-kept';
  if (count >= settings.thresholds.cycles && trained && still) {
    return yes('personnel', {
      detail: 'fit',
      readFrom,
      sentence: `${counted(count, 'documented cycle')} of training and help, and it is still not kept. What did the exam say at hiring?`,
    });
  }
  return no(
    `${counted(count, 'documented cycle')} of the ${settings.thresholds.cycles} that must be tried, or it was kept afterwards.`,
    readFrom,
  );
};
