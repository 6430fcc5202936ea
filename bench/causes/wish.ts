// What is asked of an organisation made of rows, and what it comes with.
import type { MarkRows } from '../../src/diagnosis/model/mark-rows.core.ts';

export interface PlantedRows {
  readonly rows: MarkRows;
  /** Chance of failing of each row as things stood. */
  readonly chance: Float64Array;
  /** What each of the six players adds to the log odds of each row above its reference: five causes, then the excuses. */
  readonly parts: readonly Float64Array[];
}

export interface Wish {
  /** All failing that a cause explains is policy's, and it is planted surely. */
  readonly onlyPolicy?: boolean;
  /** The sites with the policy also have worse people and a price rise, and the worst were trained first. */
  readonly confounded?: boolean;
  /** Effects are the same for every standard. */
  readonly alike?: boolean;
  /** Multiplies how many contacts there are. */
  readonly size?: number;
}
