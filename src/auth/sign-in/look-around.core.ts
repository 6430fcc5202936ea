// As whom one may look around the demo.
export const lookedAroundAs = ['owner', 'manager', 'rep'] as const;
export type LookedAroundAs = (typeof lookedAroundAs)[number];
