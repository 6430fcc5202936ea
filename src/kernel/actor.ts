// Who does something, in which organisation.
export interface Actor {
  readonly orgId: string;
  /** The person's id, or the name of a part of the program, e.g. `cli`. Never a name of a person. */
  readonly id: string;
  readonly roles: readonly Role[];
  /** The sites that they are held to; absent for all. */
  readonly sites?: readonly string[];
  /** They may read what their roles let them, and change nothing. */
  readonly readsOnly?: true;
}

/** Every role that there is; a person may have several. */
export const everyRole = [
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
] as const;

export type Role = (typeof everyRole)[number];
