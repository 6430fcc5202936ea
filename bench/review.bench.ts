// People and machines marking together: do intervals of agreement and of corrected rates hold, is nothing lost or crossed when many review
// at once, and are only such learned markers let in as are better.
import type { BenchResult } from './bench.ts';
import { agreementMeasures } from './review/agreement.ts';
import { correctedMeasures } from './review/corrected.ts';
import { learnedMeasures } from './review/learned.ts';
import { throughputMeasures } from './review/throughput.ts';

export const name = 'review';

const parts = [agreementMeasures, correctedMeasures, learnedMeasures, throughputMeasures];

/** `CUSTOMARY_BENCH_PART=agreement` runs that part alone. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const only = process.env['CUSTOMARY_BENCH_PART'];
  const measures = [];
  const left_out = [];
  for (const part of parts) {
    if (only !== undefined && !part.name.startsWith(only)) continue;
    const found = await part({ quick });
    measures.push(...found.measures);
    left_out.push(...found.left_out);
  }
  return { measures, left_out };
}
