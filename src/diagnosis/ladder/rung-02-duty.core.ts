// Question 2: was it nobody's duty, or another's? Read from job descriptions in force that day and the person's post.
import type { ReadFrom } from '../finding.core.ts';
import { type AskRung, no, noRecord, register, roleOf, undated, yes, postGap } from './reading.core.ts';

export const nobodysDuty: AskRung = (asked) => {
  const { failure, book } = asked;
  const { day, standard } = failure;
  if (!book.has('duties'))
    return noRecord('No job descriptions were brought, so it is not known whose duty this was.', 'procedure');
  if (day === undefined) return noRecord(undated);
  const duties = book.duties(standard.id, standard.task, day);
  if (duties.length === 0) {
    return yes('procedure', {
      detail: 'role-gap',
      readFrom: [register('duties', day)],
      sentence: 'No job description in force that day gave this to anybody.',
    });
  }
  const role = roleOf(asked, day);
  if (role === undefined) {
    return noRecord(
      'It was in a job description, but it is not known in which role the person served that day.',
      postGap(failure),
    );
  }
  const own = duties.filter((duty) => duty.role === role);
  const cited = (own.length > 0 ? own : duties).map((duty): ReadFrom => ({
    kind: 'duty',
    id: duty.id,
    version: duty.from,
  }));
  if (own.length > 0) return no('It was in the job description of the role that the person had that day.', cited);
  return yes('management', {
    detail: 'wrong-assignment',
    level: 'site',
    readFrom: cited,
    sentence: 'That day it was the duty of another role than the one the person had.',
  });
};
