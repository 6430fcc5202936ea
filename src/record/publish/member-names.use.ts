// Names of those who write and approve documents, for those who do so too: whom to ask stands beside what they did.
import { readEveryMember } from '../../auth/members/every-member.use.ts';
import { mayReadDraftsOf } from '../../documents/documents.access.ts';
import type { Work } from '../../platform/db/work.ts';

/** By id; none for whoever doesn't see drafts, and only as far as the database shows members to who asks. */
export async function memberNames(work: Work, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0 || !mayReadDraftsOf(work.actor)) return new Map();
  const wanted = new Set(ids);
  const members = await readEveryMember(work);
  return new Map(members.filter((one) => wanted.has(one.id)).map((one) => [one.id, one.name]));
}
