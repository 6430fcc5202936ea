// How documents are told on pages.
import type { DocumentKind } from '../document.core.ts';
import { headFields } from '../drafts/part-fields.core.ts';

export function addressOf({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `/documents/${kind}/${encodeURIComponent(id)}`;
}

/** A choice's label; any other value as it is. */
export function headWord(kind: DocumentKind, name: string, value: string): string {
  return (
    headFields[kind].find((spec) => spec.name === name)?.choices?.find((one) => one.value === value)?.label ?? value
  );
}

export const saidWords = {
  approve: 'Approved',
  object: 'Objected',
  'counsel-clear': 'Counsel: nothing against it',
  'counsel-object': 'Counsel objected',
  sign: 'Signed',
} as const;
