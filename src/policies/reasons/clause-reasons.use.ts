// Saying why a clause stands: a dated act with a name to it, kept beside the clause, so that neither a file that comes again nor a new
// version with the same words loses it.
import { randomBytes } from 'node:crypto';
import { Fault } from '../../kernel/fault.ts';
import type { Day } from '../../kernel/moment.ts';
import { inForce } from '../../kernel/moment.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { readPolicies } from '../policies.use.ts';
import { clauseOf, policyVersions, versionAsked } from '../policy-versions.use.ts';
import type { PolicyVersion } from '../policy.core.ts';
import { assertMayAnswerForClause, mayAnswerForClause } from './clause-reasons.access.ts';
import {
  type ClauseReasons,
  doubtOf,
  type Doubt,
  owesReasons,
  sameReasons,
  type StandingReasons,
  trimmed,
} from './clause-reasons.core.ts';
import * as store from './clause-reasons.store.ts';
import { keepPublishedLinks } from './link-clause.use.ts';
import { standingOf, wordsDigest } from './standing-reasons.core.ts';

/** A clause with its standing. */
export interface AnsweredClause {
  readonly id: string;
  readonly text: string;
  readonly serves: readonly string[];
  readonly obstructs: readonly string[];
  readonly standing: StandingReasons;
  readonly doubt: Doubt;
}

/** A version of a policy, each of its clauses with why it stands. */
export interface AnsweredPolicy {
  readonly policy: PolicyVersion;
  readonly owes: boolean;
  readonly mayAnswer: boolean;
  readonly clauses: readonly AnsweredClause[];
}

/** @throws Fault `policy-missing` also where it is not theirs to see */
export async function readClauseReasons(work: Work, policy: string, version?: string): Promise<AnsweredPolicy> {
  return answered(
    work,
    versionAsked(await policyVersions(work, policy), work.now.slice(0, 10), version),
    await store.reasonsSaid(work, policy),
  );
}

/** Every policy in force that day. */
export async function readAnsweredPolicies(work: Work, day: Day): Promise<AnsweredPolicy[]> {
  const said = Map.groupBy(await store.reasonsSaid(work), (one) => one.policy);
  return (await readPolicies(work))
    .filter((one) => inForce(one, day))
    .map((one) => answered(work, one, said.get(one.id) ?? []));
}

function answered(
  work: Work,
  policy: PolicyVersion,
  said: Awaited<ReturnType<typeof store.reasonsSaid>>,
): AnsweredPolicy {
  return {
    policy,
    owes: owesReasons(policy.class),
    mayAnswer: mayAnswerForClause(work.actor, policy.owner),
    clauses: policy.clauses.map((clause) => {
      const standing = standingOf(clause, said);
      return { ...clause, standing, doubt: doubtOf(policy.class, standing, policy.legalBasis) };
    }),
  };
}

/**
 * Says why a clause of a version stands; the same said again is nothing new.
 * @throws Fault `policy-missing`, `clause-missing`, `clause-answer-forbidden`, `clause-reason-empty`, `factor-without-reason`
 */
export async function sayClauseReasons(
  work: Work,
  at: { readonly policy: string; readonly version: string; readonly clause: string },
  given: ClauseReasons,
): Promise<void> {
  const whole = versionAsked(await policyVersions(work, at.policy), work.now.slice(0, 10), at.version);
  assertMayAnswerForClause(work.actor, whole.owner);
  const clause = clauseOf(whole, at.clause);
  const reasons = trimmed(given);
  assertSays(reasons);
  await keep(work, whole.id, whole.version, [{ ...clause, reasons }]);
}

/** A clause as it was published, with what its draft said of it. */
export type PublishedClause = ClauseReasons & {
  readonly id: string;
  readonly text: string;
  readonly serves?: readonly string[];
  readonly obstructs?: readonly string[];
};

/**
 * What a published draft says for its clauses: only what differs from what holds already. Whoever publishes was asked before.
 * @param clauses of that version, as it was published
 */
export async function keepClauseReasons(
  work: Work,
  {
    policy,
    version,
    clauses,
  }: {
    readonly policy: string;
    readonly version: string;
    readonly clauses: readonly PublishedClause[];
  },
): Promise<void> {
  await keepPublishedLinks(work, policy, version, clauses);
  const given = clauses.map((clause) => ({ id: clause.id, text: clause.text, reasons: trimmed(clause) }));
  await keep(
    work,
    policy,
    version,
    given.filter((one) => Object.keys(one.reasons).length > 0),
  );
}

async function keep(
  work: Work,
  policy: string,
  version: string,
  clauses: readonly { readonly id: string; readonly text: string; readonly reasons: ClauseReasons }[],
): Promise<void> {
  const said = await store.reasonsSaid(work, policy);
  const fresh = clauses.filter((one) => {
    const held = standingOf(one, said);
    return held.state !== 'said' || !sameReasons(held.reasons, one.reasons);
  });
  if (fresh.length === 0) return;
  await store.addReasons(
    work,
    fresh.map(({ id: clause, text, reasons }) => ({
      id: newId(),
      policy,
      version,
      clause,
      wordsDigest: wordsDigest(text),
      reasons,
    })),
  );
  await append(work, {
    kind: 'clause.answered-for',
    subjects: fresh.map((one) => `${policy}/${version}/${one.id}`),
    digestOf: JSON.stringify(fresh.map((one) => one.reasons)),
  });
}

function assertSays(reasons: ClauseReasons): void {
  if (Object.keys(reasons).length === 0)
    throw new Fault('clause-reason-empty', 'malformed', 'Say at least one thing of the clause.');
  if (reasons.factor && reasons.factor.reason === '')
    throw new Fault('factor-without-reason', 'malformed', 'Say why, in a sentence.', [
      { pointer: '/factor/reason', detail: 'expected a sentence' },
    ]);
}

const newId = (): string => randomBytes(12).toString('hex');
