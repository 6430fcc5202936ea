// Question 4: was the right act beyond the person's authority, or waiting on someone? Both may be so at once.
import type { Cause, ReadFrom } from '../finding.core.ts';
import { type AskRung, no, noRecord, register, roleOf, undated, yes, postGap } from './reading.core.ts';

export const beyondAuthority: AskRung = (asked) => {
  const { failure, book } = asked;
  const { day, standard, person, startedAt } = failure;
  const nothingBrought =
    'No limits of authority were brought, so it is not known whether the person was free to do this.';
  if (!book.has('authorityLimits') && !book.has('approvals')) return noRecord(nothingBrought, 'policy');
  if (day === undefined) return noRecord(undated);

  const limits = book.authorityLimits(standard.id, day);
  const role = roleOf(asked, day);
  const own = limits.filter((row) => row.role === role);
  const waiting =
    person !== undefined && startedAt !== undefined ? book.waitingFor(person, standard.id, startedAt) : [];
  if (own.length > 0 || waiting.length > 0) {
    const pointsTo: Cause[] = [
      ...(own.length > 0 ? ['policy' as const] : []),
      ...(waiting.length > 0 ? ['management' as const] : []),
    ];
    const said = [
      ...(own.length > 0 ? ["The right act was beyond what the person's role may do on its own authority."] : []),
      ...(waiting.length > 0 ? ['A sign-off that the person had asked for had not been answered yet.'] : []),
    ];
    return yes(pointsTo, {
      detail: own.length > 0 ? 'limit' : 'slow',
      ...(waiting.length > 0 ? { level: 'site' as const } : {}),
      readFrom: [
        ...own.map((row): ReadFrom => ({ kind: 'authority-limit', id: row.id, version: row.from })),
        ...waiting.map((row): ReadFrom => ({ kind: 'approval', id: row.id })),
      ],
      sentence: said.join(' '),
    });
  }
  if (!book.has('authorityLimits')) return noRecord(nothingBrought, 'policy');
  if (limits.length > 0 && role === undefined) {
    return noRecord(
      'Some roles may not do this on their own, and it is not known in which role the person served.',
      postGap(failure),
    );
  }
  if (startedAt === undefined && person !== undefined && book.mayWait(person, standard.id, day)) {
    return noRecord(
      'It is not known at what time this contact was, so it is not known whether a sign-off was waited for.',
    );
  }
  return no("It was within the person's own authority, and nothing they waited for is on record.", [
    register('authority-limits', day),
  ]);
};
