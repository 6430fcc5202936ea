// How documents are told on pages.
import type { WholeDocumentOnWire } from '../../record/publish/documents.shape.ts';
import { day } from '../../web/kit/words.ts';
import type { DocumentKind } from '../document.core.ts';
import { headFields } from '../drafts/part-fields.core.ts';

type State = WholeDocumentOnWire['state'];

export const stateWords: Readonly<Record<State, string>> = {
  'in-force': 'In force',
  suspended: 'Not re-justified: suspended pending decision',
  'to-come': 'To come',
  ended: 'Ended',
  draft: 'Being written',
};

/** Short, for lists. */
export const shortStates: Readonly<Record<State, string>> = { ...stateWords, suspended: 'Suspended' };

export function addressOf({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `/documents/${kind}/${encodeURIComponent(id)}`;
}

/** `since 3 May 2026`, `from 3 May 2027`, `until 2 May 2026`. */
export function whenOf(from: string | null, to: string | null, state: State): string {
  if (from === null) return '';
  if (state === 'to-come') return `from ${day(from)}`;
  if (to !== null && to <= from) return `before it held for a day: replaced on ${day(from)}`;
  if (state === 'ended' && to !== null) return `${day(from)} until ${day(to)}`;
  return `since ${day(from)}`;
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
