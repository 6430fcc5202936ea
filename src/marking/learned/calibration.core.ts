// From a sum to a chance that comes true as often as it says: a straight line in log-odds (Platt) where few contacts tell, steps
// (isotonic) where many do.

export type Calibration =
  | { readonly kind: 'platt'; readonly slope: number; readonly shift: number }
  /** Sums in order, and the chance at each; between them straight lines. */
  | { readonly kind: 'isotonic'; readonly sums: readonly number[]; readonly chances: readonly number[] };

/** From so many contacts on, steps are surer than a line. */
export const enoughForSteps = 200;

/** The chance that a sum stands for, above 0 and below 1. */
export function chanceOf(calibration: Calibration, sum: number): number {
  if (calibration.kind === 'platt') return 1 / (1 + Math.exp(-(calibration.slope * sum + calibration.shift)));
  const { sums, chances } = calibration;
  let low = 0;
  let high = sums.length - 1;
  if (sum <= sums[low]!) return chances[low]!;
  if (sum >= sums[high]!) return chances[high]!;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (sums[middle]! <= sum) low = middle;
    else high = middle;
  }
  const part = (sum - sums[low]!) / (sums[high]! - sums[low]!);
  return chances[low]! + part * (chances[high]! - chances[low]!);
}

/** @param sums of contacts that the weights were not learned from @param yes 1 or 0 for each */
export function calibrated(sums: ArrayLike<number>, yes: ArrayLike<number>): Calibration {
  return sums.length >= enoughForSteps ? isotonic(sums, yes) : platt(sums, yes);
}

/** Two numbers by Newton's method, targets drawn in a little (J. Platt 1999; H.-T. Lin et al. 2007, Machine Learning 68:267). */
function platt(sums: ArrayLike<number>, yes: ArrayLike<number>): Calibration {
  let positives = 0;
  for (let at = 0; at < yes.length; at++) positives += yes[at]!;
  const [high, low] = [(positives + 1) / (positives + 2), 1 / (yes.length - positives + 2)];
  let slope = 1;
  let shift = 0;
  for (let round = 0; round < 30; round++) {
    // A pretended case keeps the slope from running off where the two sides don't overlap.
    let [gs, gh, ss, sh, hh] = [(slope - 1) * 0.1, 0, 0.1, 0, 1e-6];
    for (let at = 0; at < sums.length; at++) {
      const p = 1 / (1 + Math.exp(-(slope * sums[at]! + shift)));
      const error = p - (yes[at]! > 0 ? high : low);
      const w = Math.max(1e-9, p * (1 - p));
      gs += error * sums[at]!;
      gh += error;
      ss += w * sums[at]! * sums[at]!;
      sh += w * sums[at]!;
      hh += w;
    }
    const det = ss * hh - sh * sh;
    const stepSlope = (hh * gs - sh * gh) / det;
    const stepShift = (ss * gh - sh * gs) / det;
    const tame = Math.min(1, 2 / Math.max(1e-9, Math.abs(stepSlope), Math.abs(stepShift)));
    slope -= tame * stepSlope;
    shift -= tame * stepShift;
    if (Math.abs(stepSlope) + Math.abs(stepShift) < 1e-7) break;
  }
  // A sum that says the contrary of what it should says nothing.
  return { kind: 'platt', slope: Math.max(0.01, slope), shift };
}

/** Pool adjacent violators; a step's ends drawn in by half a case each way, so that no chance is 0 or 1. */
function isotonic(sums: ArrayLike<number>, yes: ArrayLike<number>): Calibration {
  const order = Array.from({ length: sums.length }, (_, at) => at).toSorted((a, b) => sums[a]! - sums[b]!);
  const steps: { sum: number; weight: number; positives: number }[] = [];
  for (const at of order) {
    let step = { sum: sums[at]!, weight: 1, positives: yes[at]! };
    for (
      let last = steps.at(-1);
      last && (last.positives * step.weight >= step.positives * last.weight || last.sum === step.sum);
      last = steps.at(-1)
    ) {
      steps.pop();
      const weight = last.weight + step.weight;
      step = {
        sum: (last.sum * last.weight + step.sum * step.weight) / weight,
        weight,
        positives: last.positives + step.positives,
      };
    }
    steps.push(step);
  }
  // What is drawn in may fall by a hair where a small step follows a large one: never below what came before.
  let least = 0;
  const chances = steps.map((one) => (least = Math.max(least, (one.positives + 0.5) / (one.weight + 1))));
  return { kind: 'isotonic', sums: steps.map((one) => one.sum), chances };
}
