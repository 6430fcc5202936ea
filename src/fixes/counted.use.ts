// What fixes and plans are worked out from: marks counted a day at a site, with what people said of the same contacts beside the machine's.
import type { CountedStandard } from '../marking/daily-count.core.ts';
import { readDailyCounts } from '../marking/daily-counts.use.ts';
import type { Work } from '../platform/db/work.ts';
import { readAgreed } from '../review/review-marks.use.ts';

/**
 * People's part tells whether the machine errs otherwise since a fix than before it. So only what was drawn counts: reviews that somebody
 * picked, disputed marks and calibrations would make the machine look worse than it is; nor what was said by another wording.
 */
export async function readCounted(
  work: Work,
  standards: readonly string[],
): Promise<ReadonlyMap<string, CountedStandard>> {
  const agreed = await readAgreed(work, { standards });
  const drawn = agreed.filter((one) => one.inRates === 'drawn' || one.inRates === 'begun');
  return readDailyCounts(
    work,
    standards,
    drawn.map(({ standard, contactId, verdict }) => ({ standard, contact: contactId, verdict })),
  );
}
