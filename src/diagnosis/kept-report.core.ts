// A report of an organisation as it is kept: one of each sort, written over by the next.
import type { Moment } from '../kernel/moment.ts';

export interface Kept<Report> {
  /** A digest of all that it was worked out from: where it is still the same, the report stands. */
  readonly readFrom: string;
  readonly madeAt: Moment;
  readonly report: Report;
}
