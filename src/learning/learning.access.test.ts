import { expect, it } from 'vitest';
import { everyRole, type Role } from '../kernel/actor.ts';
import { assertMayReadDissatisfied, assertMayTeach } from './learning.access.ts';

const allowed = (assert: (actor: { orgId: string; id: string; roles: Role[] }) => void): Role[] =>
  everyRole.filter((role) => {
    try {
      assert({ orgId: 'o', id: 'p', roles: [role] });
      return true;
    } catch {
      return false;
    }
  });

it('owners and managers may teach', () => {
  expect(allowed(assertMayTeach)).toEqual(['owner', 'district-manager', 'manager']);
});

it('those who manage, train or review may read what is found; a rep, a shopper or hr may not', () => {
  expect(allowed(assertMayReadDissatisfied)).toEqual([
    'owner',
    'district-manager',
    'manager',
    'trainer',
    'reviewer',
    'auditor',
  ]);
});
