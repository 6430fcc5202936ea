// A procedure: written steps in force from day to day; and duties, the lines of a job description.
import type { Day } from '../kernel/moment.ts';
import type { Clause, DocumentVersion } from '../documents/document.core.ts';

/** Helps a customer through a process; does a task; responds to a request, an act or a behaviour, which is its trigger. */
export const procedureSorts = ['help', 'task', 'response'] as const;
export type ProcedureSort = (typeof procedureSorts)[number];

/** One step. Its standards stand in `serves`. */
export interface Step extends Clause {
  /** Who does it, where it is not whoever runs the procedure. */
  readonly actor?: string;
  /** Words to use. */
  readonly say?: string;
  /** How far one may go without asking. */
  readonly limit?: string;
  /** What can go wrong, and what to do then. */
  readonly goesWrong?: string;
}

export interface ProcedureVersion extends DocumentVersion {
  /** The task it is for, e.g. `new-enquiry`. */
  readonly task?: string;
  readonly sort?: ProcedureSort;
  /** What makes one take it up, in the words that people use. */
  readonly trigger?: string;
  readonly steps: readonly Step[];
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
