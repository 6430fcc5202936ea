// A policy: clauses in force from day to day.
import type { Clause, DocumentVersion } from '../documents/document.core.ts';

export type PolicyClass = 'customer-service' | 'house-rules' | 'exempt';

export interface PolicyVersion extends DocumentVersion {
  readonly class: PolicyClass;
  /** The law that demands it, or absent: none. */
  readonly legalBasis?: string;
  readonly clauses: readonly Clause[];
}
