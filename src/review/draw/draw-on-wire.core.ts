// A draw as it is told: how many, of what, from which seed and frame.
import type { DrawSettings } from '../plan.core.ts';

export interface DrawKept {
  readonly id: string;
  readonly planId: string;
  readonly drawnAt: Date;
  readonly week: string;
  readonly frameSize: number;
  readonly asked: number;
  readonly drawn: number;
  readonly targeted: number;
  readonly seed: string;
  readonly frameDigest: string;
  readonly settings: DrawSettings;
}

/** A draw as the API tells it. */
export function drawOnWire(row: DrawKept) {
  const { id, week, asked, drawn, targeted, seed, frameDigest, settings } = row;
  return {
    id,
    plan: row.planId,
    drawnAt: row.drawnAt.toISOString(),
    week,
    frame: row.frameSize,
    asked,
    drawn,
    targeted,
    seed,
    frameDigest,
    atRandom: settings.atRandom,
    strata: settings.strata.map((one) => ({ ...one })),
  };
}
