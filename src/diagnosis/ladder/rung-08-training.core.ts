// Question 8: was the person not certified for this task and version that day, out of practice, or taught otherwise?
import { addDays, type Day, inForce } from '../../kernel/moment.ts';
import type { Certificate } from '../../training/training.core.ts';
import type { FailedStandard } from '../failure.core.ts';
import type { ReadFrom } from '../finding.core.ts';
import { type Asked, type AskRung, no, noRecord, register, undated, unnamed, yes } from './reading.core.ts';

export const notCertified: AskRung = (asked) => {
  const { failure, book, settings } = asked;
  const { day, person, standard } = failure;
  if (!book.has('certificates'))
    return noRecord('No certificates were brought, so it is not known who was trained in this.', 'training');
  if (day === undefined) return noRecord(undated);
  if (person === undefined) return noRecord(unnamed);

  const about = (book.certificatesAbout(standard.id, standard.task).get(person) ?? []).filter((row) => row.on <= day);
  if (about.length === 0) {
    return yes('training', {
      detail: 'not-certified',
      readFrom: [register('certificates', day)],
      sentence: 'By that day the person held no certificate for this.',
    });
  }
  // The kindest reading: one certificate without a flaw is enough; else the flaw of the newest is told.
  const newestFirst = about.toSorted((a, b) => (a.on < b.on ? 1 : -1));
  const read = newestFirst.map((row) => ({ row, flaw: flawOf(asked, row, day) }));
  const sound = read.find((one) => one.flaw === null);
  if (sound) {
    return no(`The person was certified for this on ${sound.row.on} and in practice.`, [citeCertificate(sound.row)]);
  }
  const { row, flaw } = read[0]!;
  const said: Record<Flaw, string> = {
    lapsed: `The certificate had lapsed on ${row.expires}.`,
    'other-version': 'The certificate was for another version of the procedure than the one in force.',
    'not-covered': 'The certificate was for this task, but its training did not cover this.',
    'out-of-practice': `The person had last practised this on ${lastPractice(row)}, more than ${settings.thresholds.practiceDays} days before.`,
  };
  return yes('training', { detail: flaw as Flaw, readFrom: [citeCertificate(row)], sentence: said[flaw as Flaw] });
};

type Flaw = 'lapsed' | 'other-version' | 'not-covered' | 'out-of-practice';

/** As much of what is asked as a certificate's worth hangs on. */
type AskedOfCertificates = Pick<Asked, 'book' | 'settings'> & {
  readonly failure: { readonly standard: Pick<FailedStandard, 'id' | 'task'> };
};

/** Who held a certificate worth something for this standard that day? Asked of peers, for question 9. */
export function holdersOn(asked: AskedOfCertificates, day: Day): (person: string) => boolean {
  const { standard } = asked.failure;
  const about = asked.book.certificatesAbout(standard.id, standard.task);
  return (person) => about.get(person)?.some((row) => row.on <= day && flawOf(asked, row, day) === null) ?? false;
}

function flawOf({ book, failure, settings }: AskedOfCertificates, row: Certificate, day: Day): Flaw | null {
  if (row.expires !== undefined && row.expires <= day) return 'lapsed';
  if (row.procedure !== undefined && row.procedureVersion !== undefined) {
    const current = book
      .serving(failure.standard.id, failure.standard.task)
      .find(({ document }) => document.id === row.procedure && inForce(document, day));
    if (current && current.document.version !== row.procedureVersion) return 'other-version';
  }
  if (row.standards.length > 0 && !row.standards.includes(failure.standard.id)) return 'not-covered';
  // Practice is only asked of those for whom somebody keeps it.
  if (row.lastPractised !== undefined && lastPractice(row) < addDays(day, -settings.thresholds.practiceDays))
    return 'out-of-practice';
  return null;
}

function lastPractice(row: Certificate): Day {
  return row.lastPractised !== undefined && row.lastPractised > row.on ? row.lastPractised : row.on;
}

function citeCertificate(row: Certificate): ReadFrom {
  return { kind: 'certificate', id: row.id, version: row.on };
}
