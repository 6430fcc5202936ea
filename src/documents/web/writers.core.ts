// Whom pages offer to write documents; the server decides for itself.
import type { Role } from '../../kernel/actor.ts';

export const thoseWhoWriteDocuments: readonly Role[] = [
  'owner',
  'district-manager',
  'hr',
  'manager',
  'trainer',
  'counsel',
];
