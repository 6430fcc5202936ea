// Certificates: who was shown able to do which task, when, on which version, until when.
import type { Day } from '../kernel/moment.ts';

export interface Certificate {
  readonly id: string;
  readonly person: string;
  readonly task: string;
  /** The standards that the training covered. */
  readonly standards: readonly string[];
  /** The procedure and version it was given for, where it names one. */
  readonly procedure?: string;
  readonly procedureVersion?: string;
  readonly on: Day;
  readonly expires?: Day;
  /** The day this person last practised or was refreshed, where known. */
  readonly lastPractised?: Day;
}
