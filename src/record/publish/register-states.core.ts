// How a document stands on a day.
export const registerStates = ['in-force', 'suspended', 'to-come', 'ended', 'draft'] as const;
export type RegisterState = (typeof registerStates)[number];
