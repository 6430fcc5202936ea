// Linking a clause to the standards that it serves or stands in the way of, in the app: the ladder's third question reads it.
import { randomBytes } from 'node:crypto';
import { Fault } from '../../kernel/fault.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { clauseOf, policyVersions, versionAsked } from '../policy-versions.use.ts';
import { assertMayAnswerForClause } from './clause-reasons.access.ts';
import * as store from './clause-reasons.store.ts';
import { bringLinksUpToDate } from './links-up-to-date.use.ts';
import { wordsDigest } from './standing-reasons.core.ts';

type Links = Pick<store.SaidLinks, 'serves' | 'obstructs'>;

/**
 * It holds for every version in which the clause has these words.
 * @param known ids of all standards that there are
 * @throws Fault `policy-missing`, `clause-missing`, `clause-answer-forbidden`, `clause-standard-unknown`, `clause-link-both`
 */
export async function linkClause(
  work: Work,
  at: { readonly policy: string; readonly version: string; readonly clause: string },
  links: Links,
  known: ReadonlySet<string>,
): Promise<void> {
  const versions = await policyVersions(work, at.policy);
  const whole = versionAsked(versions, work.now.slice(0, 10), at.version);
  assertMayAnswerForClause(work.actor, whole.owner);
  const clause = clauseOf(whole, at.clause);
  const said = { serves: [...new Set(links.serves)], obstructs: [...new Set(links.obstructs)] };
  assertSound(said, known);
  const row = { ...at, version: whole.version, wordsDigest: wordsDigest(clause.text), ...said };
  await store.addLinks(work, { id: randomBytes(12).toString('hex'), ...row });
  await bringLinksUpToDate(work, versions, false);
  await append(work, {
    kind: 'clause.linked',
    subjects: [`${whole.id}/${whole.version}/${clause.id}`],
    digestOf: JSON.stringify(said),
  });
}

/** A draft that is published has the last word over what was said of its clauses' links before. */
export async function keepPublishedLinks(
  work: Work,
  policy: string,
  version: string,
  clauses: readonly ({ readonly id: string; readonly text: string } & Partial<Links>)[],
): Promise<void> {
  const before = await store.linksSaid(work, [policy]);
  for (const { id: clause, text, serves, obstructs } of clauses) {
    const digest = wordsDigest(text);
    const last = before.findLast((one) => one.clause === clause && one.wordsDigest === digest);
    if (!last || serves === undefined || obstructs === undefined) continue;
    const links = { serves: [...serves], obstructs: [...obstructs] };
    if (JSON.stringify([last.serves, last.obstructs]) === JSON.stringify([links.serves, links.obstructs])) continue;
    const at = { policy, version, clause };
    await store.addLinks(work, { id: randomBytes(12).toString('hex'), ...at, wordsDigest: digest, ...links });
    await store.writeLinks(work, at, links);
  }
}

function assertSound({ serves, obstructs }: Links, known: ReadonlySet<string>): void {
  const strange = [...serves, ...obstructs].find((one) => !known.has(one));
  if (strange !== undefined)
    throw new Fault(
      'clause-standard-unknown',
      'malformed',
      'No standard goes by this id. Take one from the list of standards.',
      [{ pointer: serves.includes(strange) ? '/serves' : '/obstructs', detail: strange }],
    );
  const both = serves.find((one) => obstructs.includes(one));
  if (both !== undefined)
    throw new Fault(
      'clause-link-both',
      'malformed',
      'A clause can’t serve a standard and stand in its way at once. Take it out of one of the two.',
      [{ pointer: '/obstructs', detail: both }],
    );
}
