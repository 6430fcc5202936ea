import { expect, it } from 'vitest';
import { everyRole, type Role } from '../kernel/actor.ts';
import { assertMayImportRecord, mayImportRecord } from './record.access.ts';

const actor = (...roles: Role[]) => ({ orgId: 'harbor', id: 'p-1', roles });

it('lets owners, district managers and HR bring records in, and nobody else', () => {
  expect(everyRole.filter((role) => mayImportRecord(actor(role)))).toEqual(['owner', 'district-manager', 'hr']);
  expect(mayImportRecord(actor())).toBe(false);
});

it('says whom to ask', () => {
  expect(() => assertMayImportRecord(actor('rep'))).toThrow(/Ask one of them/);
});
