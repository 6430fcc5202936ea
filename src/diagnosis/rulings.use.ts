// What people ruled of failures after a machine marked them: disputes that were upheld, and reviewers who looked. A person's word
// stands above any machine's; where several people looked, their agreed one.
import { overturnedIn } from '../marking/overturned/overturned.use.ts';
import type { Work } from '../platform/db/work.ts';
import { followedInstructions } from '../review/disputes/disputes.use.ts';
import { readVerdicts } from '../review/review-marks.use.ts';
import type { Rulings } from './to-failures.core.ts';

/** @param contacts in the versions that are looked at: what was said of another version says nothing of this one */
export async function rulingsOn(
  work: Work,
  contacts: readonly { readonly id: string; readonly version: number }[],
): Promise<Rulings> {
  const ids = contacts.map((one) => one.id);
  const versions = new Map(contacts.map((one) => [one.id, one.version]));
  const none = new Set((await overturnedIn(work, ids)).map(placeOf));
  const followed = new Map((await followedInstructions(work, ids)).map((one) => [placeOf(one), one]));
  const agreed = new Map(
    (await readVerdicts(work, { contacts: ids }))
      .filter((one) => versions.get(one.contactId) === one.contactVersion)
      .map(({ contactId, standard, verdict, by }) => [
        placeOf({ contact: contactId, standard }),
        { verdict, people: by === 'one' ? 1 : 2 },
      ]),
  );
  return {
    stands: (contact, standard) => {
      const place = placeOf({ contact, standard });
      const verdict = agreed.get(place)?.verdict;
      return !none.has(place) && verdict !== 'met' && verdict !== 'not-applicable';
    },
    agreeing: (contact, standard) => {
      const said = agreed.get(placeOf({ contact, standard }));
      return said?.verdict === 'failed' ? said.people : 0;
    },
    followed: (contact, standard) => followed.get(placeOf({ contact, standard })),
  };
}

function placeOf({ contact, standard }: { readonly contact: string; readonly standard: string }): string {
  return `${contact}\n${standard}`;
}
