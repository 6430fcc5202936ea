// What is said of procedures on screen, and who is shown what.
import type { Role } from '../../kernel/actor.ts';
import type { ProcedureSort } from '../procedure.core.ts';

export const sortWords: Readonly<Record<ProcedureSort, { readonly short: string; readonly says: string }>> = {
  help: { short: 'Helps a customer', says: 'Helps a customer through a process' },
  task: { short: 'A task', says: 'Does a task' },
  response: { short: 'An answer', says: 'Responds to a request, an act or a behaviour' },
};

/** Who sees what confuses and what nobody found; the server decides. */
export const improvers: readonly Role[] = ['owner', 'district-manager', 'manager', 'trainer', 'auditor'];
/** Who may begin a new one. */
export const writers: readonly Role[] = ['owner', 'district-manager', 'manager', 'trainer'];
