// A version looked at again and left as it is: with the reason, and the day of the next look.
import { Fault } from '../../kernel/fault.ts';
import { inForce, isDay, type Day } from '../../kernel/moment.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import type { DocumentKind } from '../document.core.ts';
import { mayPublish } from '../documents.access.ts';
import { readVersions } from '../documents.use.ts';
import { addMonths } from '../drafts/draft.core.ts';
import { reviewsOf, writeReview } from '../versions/version-text.store.ts';

/** No review is put off for longer. */
const longestMonths = 120;

/** Whether somebody may say that a document still stands: who publishes it, or who owns it. */
export function mayReview(
  { actor }: Work,
  version: { readonly owner?: string | undefined; readonly sites: readonly string[] },
): boolean {
  return (
    mayPublish(actor, version.sites) ||
    (actor.person !== undefined && actor.person === version.owner && actor.readsOnly !== true)
  );
}

/**
 * Says that the version in force still stands, and why. Where it was suspended it holds again from today.
 * @throws Fault `document-missing`, `document-publish-forbidden`, `document-why-missing`, `review-day-malformed`
 */
export async function reJustify(work: Work, kind: DocumentKind, id: string, why: string, nextDue: Day): Promise<void> {
  const today = work.now.slice(0, 10);
  const version = (await readVersions(work, kind))
    .map((one) => one.row)
    .find((row) => row.id === id && inForce(row, today));
  if (!version)
    throw new Fault(
      'document-missing',
      'missing',
      'No version of such a document stands today, so there is nothing to look at again.',
    );
  if (!mayReview(work, version))
    throw new Fault(
      'document-publish-forbidden',
      'forbidden',
      'Its owner, an owner of the organisation, a district manager or HR says that a document still stands. Ask one of them.',
    );
  if (why.trim() === '')
    throw new Fault('document-why-missing', 'malformed', 'Say why it still stands: whoever reads it later will ask.', [
      { pointer: '/why', detail: 'Expected a reason.' },
    ]);
  if (!isDay(nextDue) || nextDue <= today || nextDue > addMonths(today, longestMonths))
    throw new Fault(
      'review-day-malformed',
      'malformed',
      'Say when it is looked at next: a day after today, within ten years.',
      [{ pointer: '/nextDue', detail: 'Expected a day after today, as year-month-day.' }],
    );
  const before = (await reviewsOf(work, kind, id)).filter((one) => one.version === version.version);
  const review = { kind, id, version: version.version, on: today, nextDue, why: why.trim() };
  await writeReview(work, review, before.length + 1);
  await append(work, {
    kind: 'document.re-justified',
    subjects: [`${kind}/${id}/${version.version}`, nextDue],
    digestOf: JSON.stringify(review),
  });
}
