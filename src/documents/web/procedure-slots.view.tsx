// What a procedure's page shows beside its text: under its head, and under each of its parts.
import type { ReactNode } from 'react';

export interface SlotAt {
  readonly id: string;
  readonly version: string;
}

/** Under the document's head. */
export function DocumentSlot(_at: SlotAt): ReactNode {
  return null;
}

/** Under one part. */
export function PartSlot(_at: SlotAt & { readonly part: string }): ReactNode {
  return null;
}
