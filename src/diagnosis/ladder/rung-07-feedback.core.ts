// Question 7: was there no specific feedback of late, or did a target or a bare reprimand make the wrong act the sensible
// one? Always a finding of management, with the level that could have changed it.
import { addDays, type Day } from '../../kernel/moment.ts';
import type { Observation } from '../../management/management.core.ts';
import type { ManagementLevel, ReadFrom } from '../finding.core.ts';
import {
  type Asked,
  type AskRung,
  no,
  noRecord,
  type Reading,
  roleOf,
  scopeOf,
  undated,
  unnamed,
  yes,
} from './reading.core.ts';

export const noFeedback: AskRung = (asked) => {
  const { failure, book } = asked;
  const { day, person } = failure;
  if (!book.has('observations') && !book.has('targets')) {
    return noRecord(
      'No observations and no targets were brought, so it is not known what managers asked for and noticed.',
      'management',
    );
  }
  if (day === undefined) return noRecord(undated);
  const target = targetAgainst(asked, day);
  if (target) return target;
  if (!book.has('observations')) return noRecord('No record of observations or coaching was brought.', 'management');
  if (person === undefined) return noRecord(unnamed);
  if ((book.firstObservation as Day) > day) {
    return noRecord(
      `The record of observations only begins on ${book.firstObservation}, after this contact.`,
      'management',
    );
  }
  return feedback(asked, person, day);
};

function targetAgainst(asked: Asked, day: Day): Reading | undefined {
  const role = roleOf(asked, day);
  const against = asked.book
    .targetsAgainst(asked.failure.standard.id, day)
    .find((row) => scopeOf(row, role, asked.failure.site) === 'in');
  if (!against) return undefined;
  return yes('management', {
    detail: 'target',
    // A target for everybody was set above the site, whoever wrote it down.
    level: against.setBy ?? (against.sites.length === 1 ? 'site' : 'owner'),
    readFrom: [{ kind: 'target', id: against.id, version: against.from }],
    sentence: `A target in force that day made it sensible to miss this: "${against.says}".`,
  });
}

function feedback(asked: Asked, person: string, day: Day): Reading {
  const { book, failure, settings } = asked;
  const { feedbackDays, settlingDays } = settings.thresholds;
  const first = addDays(day, -feedbackDays);
  const lately = book.observations(person, failure.standard.id).filter((row) => row.on >= first && row.on <= day);
  const helping = lately.filter((row) => row.act !== 'reprimand');
  const level = levelOver(roleOf(asked, day));
  const since = book.post(person, day, failure.site)?.from;
  if (lately.length === 0 && since !== undefined && since > addDays(day, -settlingDays)) {
    return noRecord(`The person had only had this post since ${since}: training comes before feedback.`);
  }
  if (helping.length === 0) {
    const reprimanded = lately.length > 0;
    return yes('management', {
      detail: reprimanded ? 'reprimand-only' : 'no-feedback',
      level,
      readFrom: reprimanded ? lately.map(citeAct) : [{ kind: 'register', id: 'observations', version: day }],
      sentence: reprimanded
        ? `In the ${feedbackDays} days before, the person was reprimanded for this and helped with it by nobody.`
        : `In the ${feedbackDays} days before, nobody is on record as having said anything to the person about this.`,
    });
  }
  if (!book.has('targets')) {
    return noRecord(
      'There was specific feedback, but no targets were brought, so it is not known whether one worked against it.',
      'management',
    );
  }
  const last = helping
    .map((row) => row.on)
    .toSorted()
    .at(-1);
  return no(
    `There was specific feedback on this, last on ${last}, and no target in force worked against it.`,
    helping.map(citeAct),
  );
}

function citeAct(row: Observation): ReadFrom {
  return { kind: 'observation', id: row.id, version: row.on };
}

/** Whose feedback it was: a rep's comes from the site, a manager's from the district, a district manager's from the owner. */
function levelOver(role: string | undefined): ManagementLevel {
  if (role === undefined) return 'site';
  if (/district|regional|area/i.test(role)) return 'owner';
  return /manager|supervisor/i.test(role) ? 'district' : 'site';
}
