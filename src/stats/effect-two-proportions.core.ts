// The plain case: one rate before, one after, nobody else to compare with. Evidence that two proportions differ, to be
// looked at whenever one likes.

/** One block: so many failed of so many, in each of two groups. */
export interface TwoGroups {
  readonly failedA: number;
  readonly markedA: number;
  readonly failedB: number;
  readonly markedB: number;
}

/**
 * ln of the e-value after each block that both groups have one rate: product of Bern(y; own group's guess) over Bern(y; both
 * guesses' mean weighted by the block's sizes), guesses being Beta posterior means from earlier blocks alone.
 * Source: Turner, Ly and Grünwald 2024, "Generic e-variables for exact sequential k-sample tests that allow for optional
 * stopping", Journal of Statistical Planning and Inference 230:106116 (arXiv 2106.02693, section 3). Exact under any rate.
 * @param prior successes and failures pretended before the first block, in each group; a half of each where left out
 *   (theirs is .18, which waits longer for the changes of a service: 545 blocks instead of 462 for 10 to 5 %)
 */
export function twoProportions(blocks: readonly TwoGroups[], prior = 0.5): Float64Array {
  const told = new Float64Array(blocks.length);
  let log = 0;
  let [failedA, markedA, failedB, markedB] = [0, 0, 0, 0];
  for (const [at, block] of blocks.entries()) {
    const a = (failedA + prior) / (markedA + 2 * prior);
    const b = (failedB + prior) / (markedB + 2 * prior);
    const both = (block.markedA * a + block.markedB * b) / (block.markedA + block.markedB);
    log +=
      block.failedA * Math.log(a / both) +
      (block.markedA - block.failedA) * Math.log((1 - a) / (1 - both)) +
      block.failedB * Math.log(b / both) +
      (block.markedB - block.failedB) * Math.log((1 - b) / (1 - both));
    told[at] = log;
    failedA += block.failedA;
    markedA += block.markedA;
    failedB += block.failedB;
    markedB += block.markedB;
  }
  return told;
}
