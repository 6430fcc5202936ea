// An adopted letter goes on: a new version of the rule is begun that cites it, and a fix is proposed by which the contacts will say
// whether it helped. Each letter once; what can't be begun is said on the letter.
import { Fault } from '../../kernel/fault.ts';
import type { Work } from '../../platform/db/work.ts';
import {
  followLetter,
  lettersToFollow,
  type AdoptedLetter,
  type Followed,
} from '../../policies/letters/follow-letters.use.ts';
import { beginDraftFrom } from '../../record/publish/begin-from.use.ts';
import { proposeFix, type Proposal } from '../propose-fix.use.ts';

/** @param work of the program itself. Returns how many letters went on. */
export async function followAdopted(work: Work): Promise<number> {
  const adopted = await lettersToFollow(work);
  for (const one of adopted) await followLetter(work, one.letter.id, await goOn(work, one));
  return adopted.length;
}

async function goOn(work: Work, adopted: AdoptedLetter): Promise<Followed> {
  const { about, id } = adopted.letter;
  const said: string[] = [];
  const begun = async (begin: (inner: Work) => Promise<string>): Promise<string | undefined> => {
    try {
      // Undone by itself where it is refused: the letter's own row stays.
      return await work.tx.transaction(async (tx) => begin({ ...work, tx }));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      said.push(error.message);
      return undefined;
    }
  };
  const document = about
    ? await begun(async (inner) => {
        await beginDraftFrom(inner, about.kind, about.document, { letters: [id] });
        return `${about.kind}/${about.document}`;
      })
    : undefined;
  const proposal = proposalOf(adopted);
  const fix = proposal ? await begun(async (inner) => (await proposeFix(inner, proposal)).id) : undefined;
  if (!proposal) said.push('No fix was proposed, since the letter cites no contact by which its effect could be told.');
  return {
    ...(document === undefined ? {} : { document }),
    ...(fix === undefined ? {} : { fix }),
    says: said.join(' '),
  };
}

/** Of the standard that it cites most often; null where it cites none. */
function proposalOf({ letter, state, cites }: AdoptedLetter): Proposal | null {
  const counts = Map.groupBy(cites, (one) => one.standard);
  const [standard] = [...counts].toSorted((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))[0] ?? [];
  if (standard === undefined) return null;
  const cause = letter.about?.kind === 'procedure' ? 'procedure' : 'policy';
  return {
    standard,
    cause,
    kind: cause === 'procedure' ? 'written-procedure' : 'changed-rule',
    says: `What letter ${letter.number} asks for, ${state.name === 'in-part' ? 'in part' : 'put into the rule'}`,
    ...(letter.site === null ? {} : { site: letter.site, sites: [letter.site] }),
    ...(state.level === 'document' ? {} : { owner: state.level }),
  };
}
