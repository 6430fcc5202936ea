// Question 6: were time, tools or staffing short at that minute? Outages and the shift plan against the contacts in progress.
import type { ReadFrom } from '../finding.core.ts';
import { type AskRung, counted, no, noRecord, yes } from './reading.core.ts';

/** What a single person on shift says of a queue that no source of contacts counts, e.g. people at the desk. */
const aloneWords: ReadonlySet<string> = new Set(['alone', 'short-staffed']);

export const shortOfMeans: AskRung = ({ failure, book }) => {
  const { site, startedAt } = failure;
  if (!book.has('shifts') && !book.has('outages')) {
    return noRecord(
      'No shift plan and no log of outages were brought, so it is not known whether people or tools were short.',
      'management',
    );
  }
  if (startedAt === undefined)
    return noRecord('It is not known at what time this contact was, so no shift plan can be asked.');
  if (site === undefined)
    return noRecord('It is not known at which site this contact was, so no shift plan can be asked.');

  const outages = book.outagesAt(site, startedAt);
  if (outages.length > 0) {
    return yes('management', {
      detail: 'outage',
      level: 'site',
      readFrom: outages.map((row): ReadFrom => ({ kind: 'outage', id: row.id })),
      sentence: `Something needed for the work was down at that moment: ${outages[0]!.what}.`,
    });
  }
  const { thatDay, atMoment } = book.shiftsAround(site, startedAt);
  if (thatDay.length === 0) return noRecord('The shift plan says nothing of this site on that day.', 'management');
  if (atMoment.length === 0)
    return noRecord('The shift plan has nobody at this site at that moment, though somebody served.', 'management');
  const busy = failure.contactsThen ?? 1;
  const people = new Set(atMoment.map((row) => row.person)).size;
  const readFrom = atMoment.map((row): ReadFrom => ({ kind: 'shift', id: `${row.site} ${row.from}`, version: row.to }));
  if (busy > people) {
    return yes('management', {
      detail: 'load',
      level: 'site',
      readFrom,
      sentence: `${counted(busy, 'contact')} were in progress at that moment, with ${counted(people, 'person', 'people')} on shift.`,
    });
  }
  const words = failure.heard.filter((one) => aloneWords.has(one.name));
  if (people === 1 && words.length > 0) {
    return yes('management', {
      detail: 'load',
      level: 'site',
      readFrom: [...readFrom, ...words.map(({ name, evidence }): ReadFrom => ({ kind: 'words', id: name, evidence }))],
      sentence: 'One person was on shift at that moment, and said so.',
    });
  }
  return no(
    `${counted(people, 'person was', 'people were')} on shift for ${counted(busy, 'contact')}, and no outage is on record.`,
    readFrom,
  );
};
