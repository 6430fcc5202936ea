// What was said in the app of clauses' links stays when their file comes again: it is written into every version with the same words.
import type { Work } from '../../platform/db/work.ts';
import type { PolicyVersion } from '../policy.core.ts';
import * as store from './clause-reasons.store.ts';
import { wordsDigest } from './standing-reasons.core.ts';

/** Writes what was last said of each clause's links into these versions, where its words are the same. */
export async function bringLinksUpToDate(work: Work, versions: readonly PolicyVersion[]): Promise<void> {
  if (versions.length === 0) return;
  const said = await store.linksSaid(work, [...new Set(versions.map((one) => one.id))]);
  if (said.length === 0) return;
  const last = new Map(said.map((one) => [keyOf(one.policy, one.clause, one.wordsDigest), one]));
  for (const { id: policy, version, clauses } of versions)
    for (const clause of clauses) {
      const links = last.get(keyOf(policy, clause.id, wordsDigest(clause.text)));
      if (!links || sameLinks(links, clause)) continue;
      await store.writeLinks(work, { policy, version, clause: clause.id }, links);
    }
}

type Links = Pick<store.SaidLinks, 'serves' | 'obstructs'>;

function sameLinks(a: Links, b: Links): boolean {
  return JSON.stringify([a.serves, a.obstructs]) === JSON.stringify([b.serves, b.obstructs]);
}

function keyOf(...parts: readonly string[]): string {
  return parts.join('\n');
}
