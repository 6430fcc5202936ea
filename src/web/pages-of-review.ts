// Pages of reviews: what people say of contacts beside what a machine said, and what comes of it.
import type { PageEntry } from './page-entry.ts';

/** In the menu's order. */
export const pagesOfReview: readonly PageEntry[] = [];
