// Ids of members and of what they are given: chance, since nothing about a person may be read from them.
import { randomBytes } from 'node:crypto';

export function newMemberId(): string {
  return `m${randomBytes(8).toString('hex')}`;
}

export function newGrantId(): string {
  return `g${randomBytes(8).toString('hex')}`;
}
