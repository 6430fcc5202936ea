// Why a clause stands, as a file of the record tells it.
import type { ClauseReasons } from './clause-reasons.core.ts';

export interface BroughtReasons {
  readonly policy: string;
  readonly version: string;
  readonly clause: string;
  readonly reasons: ClauseReasons;
}
