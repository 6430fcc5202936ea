// Question 1: was nothing written for this? A procedure's step, a policy's clause or a whole procedure for the task
// counts, if it was in force that day and meant for this role and site; so does one that says the opposite (questions 3
// and 5 ask about that).
import { inForce } from '../../kernel/moment.ts';
import {
  type AskRung,
  cite,
  counted,
  named,
  no,
  noRecord,
  register,
  roleOf,
  scopeOf,
  undated,
  yes,
  postGap,
} from './reading.core.ts';

export const nothingWritten: AskRung = (asked) => {
  const { failure, book } = asked;
  const { day, standard } = failure;
  if (!book.has('procedures') && !book.has('policies')) {
    return noRecord('No procedures were brought, so it is not known whether this was in writing.', 'procedure');
  }
  if (day === undefined) return noRecord(undated);
  const role = roleOf(asked, day);
  const then = book.serving(standard.id, standard.task).filter(({ document }) => inForce(document, day));
  const scopes = then.map((linked) => ({ linked, scope: scopeOf(linked.document, role, failure.site) }));
  const meant = scopes.filter((one) => one.scope === 'in').map((one) => one.linked);
  if (meant.length > 0) {
    const first = meant[0]!.document;
    const more = meant.length > 1 ? `, and in ${counted(meant.length - 1, 'other document')}` : '';
    return no(`It was in writing that day in ${named(first)}${more}.`, meant.flatMap(cite));
  }
  const opposite = book
    .obstructing(standard.id)
    .filter(({ document }) => inForce(document, day) && scopeOf(document, role, failure.site) === 'in');
  if (opposite.length > 0) {
    return no(
      `Something was in writing that day, and it says the opposite: ${named(opposite[0]!.document)}.`,
      opposite.flatMap(cite),
    );
  }
  if (!book.has('procedures')) {
    return noRecord('Only policies were brought, and none speaks of this; no procedures were brought.', 'procedure');
  }
  if (scopes.some((one) => one.scope === 'unknown')) {
    return noRecord(
      'It was in writing for some roles or sites, and it is not known whether this was one of them.',
      postGap(failure),
    );
  }
  const count = book.inForceCount('procedure', day);
  const elsewhere = scopes.length > 0 ? ' What is written about it is for other roles or sites.' : '';
  return yes('procedure', {
    detail: scopes.length > 0 ? 'out-of-scope' : 'missing',
    readFrom: [register('procedures', day), ...scopes.flatMap((one) => cite(one.linked))],
    sentence: `${counted(count, 'procedure')} ${count === 1 ? 'was' : 'were'} in force that day, and none covered this.${elsewhere}`,
  });
};
