// What the shell is told when a command ends. Documented in docs/guide/commands.md.
import type { Fault, FaultKind } from '../kernel/fault.ts';

export const exitCode = {
  done: 0,
  broken: 1,
  notUnderstood: 2,
  notReady: 3,
  missing: 4,
  conflict: 5,
  checkFailed: 6,
  unavailable: 69,
} as const;

const byKind: Record<FaultKind, number> = {
  malformed: exitCode.notUnderstood,
  'signed-out': exitCode.conflict,
  forbidden: exitCode.conflict,
  missing: exitCode.missing,
  conflict: exitCode.conflict,
  unready: exitCode.notReady,
  'too-many': exitCode.unavailable,
  unavailable: exitCode.unavailable,
};

/**
 * Of a command that was asked something: 3 where nothing can be said before more is brought, 0 where there is an answer. That
 * nothing failed is an answer.
 */
export function codeOfAnswer(report: { readonly kind: string; readonly why?: string }): number {
  return report.kind === 'nothing' && report.why !== 'no-failures' ? exitCode.notReady : exitCode.done;
}

/** The exit code of an expected failure, by its kind. */
export function exitCodeOf(fault: Fault): number {
  return byKind[fault.kind];
}
