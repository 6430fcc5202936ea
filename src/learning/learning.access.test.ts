import { expect, it } from 'vitest';
import type { Role } from '../kernel/actor.ts';
import { assertMayReadDissatisfied, assertMayTeach } from './learning.access.ts';

const roles: Role[] = [
  'owner',
  'district-manager',
  'manager',
  'rep',
  'trainer',
  'reviewer',
  'shopper',
  'counsel',
  'hr',
  'auditor',
];
const allowed = (assert: (actor: { orgId: string; id: string; roles: Role[] }) => void): Role[] =>
  roles.filter((role) => {
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
