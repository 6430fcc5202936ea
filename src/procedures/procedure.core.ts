// A procedure: written steps in force from day to day; and duties, the lines of a job description.
import type { Day } from '../kernel/moment.ts';
import type { Clause, DocumentVersion } from '../documents/document.core.ts';

export interface ProcedureVersion extends DocumentVersion {
  /** The task it is for, e.g. `new-enquiry`. */
  readonly task?: string;
  readonly steps: readonly Clause[];
}

/** A duty of a role, with the standards that doing it well would keep. */
export interface Duty {
  readonly id: string;
  readonly role: string;
  readonly task: string;
  readonly standards: readonly string[];
  readonly from: Day;
  readonly to?: Day;
}
