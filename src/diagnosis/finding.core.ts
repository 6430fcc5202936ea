// A finding: one failure's ladder, with the odds over the five causes and how far it may be acted on.
import type { Evidence } from '../standards/standard.core.ts';

export const causes = ['policy', 'procedure', 'training', 'management', 'personnel'] as const;
export type Cause = (typeof causes)[number];
export type Odds = Readonly<Record<Cause, number>>;

export type RungAnswer = 'yes' | 'no' | 'no-record';
export type Standing = 'possible' | 'probable' | 'strong' | 'confirmed';
export type ManagementLevel = 'site' | 'district' | 'owner';

/** What an answer was read from: a dated record and its version, another mark, or the contact's own words. */
export interface ReadFrom {
  /** e.g. `procedure`, `policy`, `certificate`, `observation`, `duty`, `mark`, `words`, `own-answer`. */
  readonly kind: string;
  readonly id: string;
  readonly version?: string;
  /** Part of it, e.g. a clause or step. */
  readonly part?: string;
  /** Where the words stand, for `words`. */
  readonly evidence?: Evidence;
}

/** One question of the twelve, answered as of the moment of the contact. */
export interface Rung {
  readonly rung: number;
  readonly answer: RungAnswer;
  /** The cause it points to; only where the answer is yes. */
  readonly pointsTo?: Cause;
  /** A finer name, e.g. `missing`, `stale`, `limit`, `load`, `role-gap`. */
  readonly detail?: string;
  readonly level?: ManagementLevel;
  /** True where only the contact's words answered; such an answer is possible at most. */
  readonly fromWords: boolean;
  readonly readFrom: readonly ReadFrom[];
  /** One plain sentence, no names: what was found, or what was looked for and isn't there. */
  readonly sentence: string;
  /** What the odds of each cause were multiplied by. */
  readonly factors: Partial<Record<Cause, number>>;
}

export interface Finding {
  readonly id: string;
  readonly mark: string;
  readonly contact: string;
  readonly standard: string;
  readonly odds: Odds;
  readonly standing: Standing;
  readonly rungs: readonly Rung[];
  /** Causes that a yes points to, strongest odds first; several may stand. */
  readonly leading: readonly Cause[];
  /** Areas that should have kept a record and did not: the cause area and the rung. */
  readonly gaps: readonly { readonly area: Cause; readonly rung: number }[];
}
