// What is told of a page before its code has come, and who sees which kind of page in the menu.
import type { ComponentType } from 'react';
import type { Role } from '../kernel/actor.ts';

export interface PageEntry {
  /** As TanStack Router writes it: `/contacts/$id`. */
  readonly path: string;
  /** The menu's word and the tab's title. */
  readonly label: string;
  /** Who sees it in the menu; the server decides for itself who may read what. */
  readonly who: readonly Role[] | 'everyone';
  /** Where it stands in the menu: `marked` is what people say of marks and who marks; `written` what is in writing and who wrote it; `none` for a page that others open. */
  readonly menu: 'daily' | 'more' | 'marked' | 'written' | 'none';
  /** Whose chief work it is: for them it stands next to Today. */
  readonly firstFor?: readonly Role[];
  /** It tells of the whole organisation: the menu leaves it out for whoever is held to sites. */
  readonly ofWhole?: true;
  readonly load: () => Promise<{ readonly Page: ComponentType }>;
}

/** Whom the menu shows pages of what was marked and why. */
export const thoseWhoRead: readonly Role[] = ['owner', 'district-manager', 'manager', 'trainer', 'reviewer', 'auditor'];

/** Who reads contacts and marks them. */
export const thoseWhoReview: readonly Role[] = ['owner', 'district-manager', 'manager', 'trainer', 'reviewer'];

/** Who writes in the record. */
export const thoseWhoRecord: readonly Role[] = ['owner', 'district-manager', 'hr', 'manager', 'trainer'];
/** Who reads it. */
export const thoseWhoReadTheRecord: readonly Role[] = [...thoseWhoRecord, 'counsel', 'auditor', 'rep'];
