// Question 3: did a policy in force demand the failure? (Words that cite a policy are heard in words.core.ts.)
import { inForce } from '../../kernel/moment.ts';
import {
  type AskRung,
  cite,
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

export const policyDemanded: AskRung = (asked) => {
  const { failure, book } = asked;
  const { day, standard } = failure;
  if (!book.has('policies'))
    return noRecord('No policies were brought, so it is not known whether one stood in the way.', 'policy');
  if (day === undefined) return noRecord(undated);
  const role = roleOf(asked, day);
  const against = book
    .obstructing(standard.id)
    .filter(({ document }) => document.kind === 'policy' && inForce(document, day))
    .map((linked) => ({ linked, scope: scopeOf(linked.document, role, failure.site) }));
  const binding = against.filter((one) => one.scope === 'in').map((one) => one.linked);
  if (binding.length > 0) {
    const { document } = binding[0]!;
    const law =
      document.legalBasis === undefined ? 'It names no law that demands it.' : 'It names a law that demands it.';
    return yes('policy', {
      detail: 'demanded',
      readFrom: binding.flatMap(cite),
      sentence: `A clause in force that day stood in the way: ${named(document)}. ${law}`,
    });
  }
  if (against.some((one) => one.scope === 'unknown')) {
    return noRecord(
      'A clause stood in the way for some roles or sites, and it is not known whether this was one of them.',
      postGap(failure),
    );
  }
  return no('No policy in force that day stood in the way of this.', [register('policies', day)]);
};
