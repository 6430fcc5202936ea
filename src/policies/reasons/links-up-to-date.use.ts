// What was said in the app of clauses' links stays when their file comes again: it is written into every version with the same words.
import { beforeVersionChanges } from '../../documents/touch-version.use.ts';
import type { Work } from '../../platform/db/work.ts';
import type { PolicyVersion } from '../policy.core.ts';
import * as store from './clause-reasons.store.ts';
import { wordsDigest } from './standing-reasons.core.ts';

/**
 * Writes what was last said of each clause's links into these versions, where its words are the same.
 * @param fresh they were written by the same work, so there is no state before to keep
 */
export async function bringLinksUpToDate(
  work: Work,
  versions: readonly PolicyVersion[],
  fresh: boolean,
): Promise<void> {
  if (versions.length === 0) return;
  const said = await store.linksSaid(work, [...new Set(versions.map((one) => one.id))]);
  if (said.length === 0) return;
  const last = new Map(said.map((one) => [keyOf(one.policy, one.clause, one.wordsDigest), one]));
  for (const { id: policy, version, clauses } of versions) {
    const changes = clauses.flatMap((clause) => {
      const links = last.get(keyOf(policy, clause.id, wordsDigest(clause.text)));
      return !links || sameLinks(links, clause) ? [] : [{ clause: clause.id, links }];
    });
    if (changes.length === 0) continue;
    if (!fresh) await beforeVersionChanges(work, 'policy', policy, version, JSON.stringify(changes));
    for (const { clause, links } of changes) await store.writeLinks(work, { policy, version, clause }, links);
  }
}

type Links = Pick<store.SaidLinks, 'serves' | 'obstructs'>;

function sameLinks(a: Links, b: Links): boolean {
  return JSON.stringify([a.serves, a.obstructs]) === JSON.stringify([b.serves, b.obstructs]);
}

function keyOf(...parts: readonly string[]): string {
  return parts.join('\n');
}
