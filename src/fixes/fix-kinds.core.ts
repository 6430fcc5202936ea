// What can be done about a pattern, by its cause: each kind of fix carries out one of the five remedies.
import type { Cause } from '../diagnosis/finding.core.ts';

interface KindOfFix {
  readonly cause: Cause;
  /** As a reader sees it. */
  readonly says: string;
}

export const fixKinds = {
  letter: { cause: 'policy', says: 'a letter about a rule' },
  'changed-rule': { cause: 'policy', says: 'a rule changed or dropped' },
  'raised-limit': { cause: 'policy', says: 'a limit of authority raised' },
  'written-procedure': { cause: 'procedure', says: 'a written procedure' },
  'read-procedure': { cause: 'procedure', says: 'a procedure read and answered by those who serve' },
  'job-description': { cause: 'procedure', says: 'a duty written into a job description' },
  training: { cause: 'training', says: 'training and certification' },
  refresher: { cause: 'training', says: 'a refresher or a drill' },
  coaching: { cause: 'management', says: 'coaching: observe, and talk it over' },
  staffing: { cause: 'management', says: 'people where the customers are' },
  'changed-target': { cause: 'management', says: 'a target changed or dropped' },
  'removed-obstacle': { cause: 'management', says: 'an obstacle removed: tools, sign-offs, repairs' },
  'own-account': { cause: 'personnel', says: "the person's own account, heard with a second reviewer" },
  'another-role': { cause: 'personnel', says: 'another role' },
} as const satisfies Readonly<Record<string, KindOfFix>>;

export type FixKind = keyof typeof fixKinds;

export const fixKindNames = Object.keys(fixKinds) as readonly FixKind[] as readonly [FixKind, ...FixKind[]];

/** Kinds of fix for a cause, the usual one first. */
export function kindsFor(cause: Cause): FixKind[] {
  return fixKindNames.filter((kind) => fixKinds[kind].cause === cause);
}

/**
 * Does the kind of fix fit the cause? Conduct is never mended by training alone, a rule never by coaching; what was found
 * to be one cause and is met by another's remedy is refused, with the kinds that fit.
 */
export function fits(kind: FixKind, cause: Cause): boolean {
  return fixKinds[kind].cause === cause;
}
