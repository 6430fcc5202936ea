// What the model of all failures reads: one row per applicable mark in columns, with what each contact was exposed to.
// Whoever makes such rows (the record, or a planted organisation) promises that every column has `size` entries.
import type { Cause, ManagementLevel } from '../finding.core.ts';

/** A level per row: an index into `names`, or -1 where it isn't known. */
export interface Levels {
  readonly names: readonly string[];
  readonly of: Int32Array;
}

/** Something dated that a cause brings about, and how much of it stood at the moment of each row. */
export interface Exposure {
  /** e.g. `procedure.missing`, `policy.in-conflict`, `training.lapsed`, `management.unobserved`. */
  readonly id: string;
  readonly cause: Cause;
  /** For management: who answers for it. */
  readonly level?: ManagementLevel;
  /** As a reader would say it, e.g. `nothing in writing`. */
  readonly says: string;
  /** 0 or 1, or an amount in `unit`; NaN where no record says. */
  readonly values: Float64Array;
  readonly unit?: string;
  /** `absent`: 0, for yes and no. A number: a stated target, or the 10th percentile fixed before the fit. */
  readonly reference: 'absent' | number;
  /** What it varies by at the finest; a site-level slope has no more degrees of freedom than sites. */
  readonly variesBy: 'site' | 'person' | 'row';
}

/** Something that is said to excuse a failure: has the same right to be heard. Its reference is its average. */
export interface Excuse {
  readonly id: string;
  readonly says: string;
  readonly values: Float64Array;
  /** A negative control: the moon and the voodoo coin can explain nothing unless the data are confounded. */
  readonly control?: true;
  readonly variesBy: 'site' | 'person' | 'row';
}

export interface MarkRows {
  readonly size: number;
  /** 1 failed, 0 met; marks that are not applicable or unsure are no rows. */
  readonly failed: Uint8Array;
  /** How many marks a row stands for, where only a part of the kept ones was taken; absent means 1 each. */
  readonly weight?: Float64Array;
  readonly standard: Levels;
  readonly site: Levels;
  readonly person: Levels;
  readonly contact: Levels;
  /** Calendar days `YYYY-MM-DD` at the site. */
  readonly day: Levels;
  readonly month: Levels;
  /** Kind of contact, e.g. `enquiry`. */
  readonly kind: Levels;
  readonly marker: Levels;
  readonly exposures: readonly Exposure[];
  readonly excuses: readonly Excuse[];
}
