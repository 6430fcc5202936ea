// What people and the machine said of the same contacts: reviews made here, and marks that were brought from elsewhere.
import { readMarksBeside } from '../../marking/marks-beside.use.ts';
import { readMarkedTwice } from '../../marking/past-marks.use.ts';
import type { Counting } from '../../review/draws-that-count.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { readAgreed } from '../../review/review-marks.use.ts';
import type { Split, Twice } from './rates.core.ts';

/**
 * Reviews count by the one verdict that people agreed on, with the chance with which any plan drew it: those that were disputed, picked
 * or made in a calibration come without one, and enter no rate; nor do those of draws that have only begun, or of an older wording. Where a contact has both, the review made here stands. Left out are
 * contacts of which the machine says that the standard doesn't apply: the rate is of those of which it says something.
 * @param standard this one alone
 */
export async function readSaidTwice(work: Work, split: Split, counting: Counting, standard?: string): Promise<Twice[]> {
  const agreed = await readAgreed(work, standard === undefined ? {} : { standards: [standard] }, counting);
  const { places, said } = await readMarksBeside(
    work,
    agreed.map((one) => one.contactId),
    standard,
  );
  const reviewed = new Set<string>();
  const here = agreed.flatMap(({ contactId, contactVersion, standard: of, verdict, probability, inRates }): Twice[] => {
    const place = places.get(contactId);
    const [machine] = said.get(`${contactId} ${of}`) ?? [];
    if (!place || place.version !== contactVersion || !machine) return [];
    reviewed.add(`${contactId} ${of}`);
    const group = split === 'standard' ? '' : place[split];
    return [
      {
        standard: of,
        group,
        human: verdict,
        machine: machine.verdict,
        probability,
        framed: probability !== null,
        ...(inRates === 'begun' || inRates === 'older-wording' ? { notYet: inRates } : {}),
      },
    ];
  });
  const before = (await readMarkedTwice(work, standard))
    .filter(
      (one) => (standard === undefined || one.standard === standard) && !reviewed.has(`${one.contact} ${one.standard}`),
    )
    .map(({ standard: of, human, machine, probability, ...place }) => ({
      standard: of,
      human,
      machine,
      probability,
      group: split === 'standard' ? '' : place[split],
    }));
  return [...here, ...before];
}
