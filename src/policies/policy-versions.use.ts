// One policy's versions, the one that is asked for, and a clause of it.
import { isToCome } from '../documents/document.core.ts';
import { Fault } from '../kernel/fault.ts';
import { type Day, inForce } from '../kernel/moment.ts';
import type { Work } from '../platform/db/work.ts';
import { readPolicies } from './policies.use.ts';
import type { PolicyVersion } from './policy.core.ts';

/** All versions of one policy. @throws Fault `policy-missing` also where it is not theirs to see */
export async function policyVersions(work: Work, policy: string): Promise<PolicyVersion[]> {
  const found = await readPolicies(work, policy);
  if (found.length > 0) return found;
  throw new Fault('policy-missing', 'missing', 'No policy goes by this id. Take one from the list of policies.');
}

/** The version asked for; else the one in force, else the next, else the last. @throws Fault `policy-missing` */
export function versionAsked(versions: readonly PolicyVersion[], today: Day, asked?: string): PolicyVersion {
  const found =
    asked === undefined
      ? (versions.find((one) => inForce(one, today)) ?? versions.find((one) => isToCome(one, today)) ?? versions.at(-1))
      : versions.find((one) => one.version === asked);
  if (found) return found;
  throw new Fault('policy-missing', 'missing', 'The policy has no such version. Take one from its page.');
}

/** @throws Fault `clause-missing` */
export function clauseOf(policy: PolicyVersion, id: string): PolicyVersion['clauses'][number] {
  const clause = policy.clauses.find((one) => one.id === id);
  if (clause) return clause;
  throw new Fault('clause-missing', 'missing', 'This version has no such clause. Take one from the policy’s page.');
}
