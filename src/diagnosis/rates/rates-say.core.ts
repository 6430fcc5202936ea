// What can and can't be said of a list of rates, in plain sentences.
import { fewestReviews, type GroupRate, type Split } from './rates.core.ts';

/** At least one sentence, whatever there is. */
export function ratesSay(by: Split, rows: readonly GroupRate[]): string[] {
  if (rows.length === 0)
    return [
      'No standard has been met or missed yet: nothing was marked, or none of those in use came up. Bring contacts: customary diagnose FOLDER',
    ];
  const says: string[] = [];
  const corrected = rows.filter((row) => row.claim === 'corrected').length;
  const few = rows.filter((row) => row.claim === 'too-few-reviews').length;
  const withoutChance = rows.reduce((sum, row) => sum + row.reviews.withoutChance, 0);
  if (corrected === 0) says.push('Marked by machine, not yet checked: these are the machine’s rates, not the truth.');
  else
    says.push(
      `${corrected} of ${rows.length} rows are corrected by people’s marks; "these" is how it went in these contacts, "process" how it goes, of which they are a sample. The others are the machine’s alone.`,
    );
  const ofSome = rows.filter(
    ({ corrected: row, met, failed, unsure }) => row !== undefined && row.of < met + failed + unsure,
  ).length;
  if (ofSome > 0)
    says.push(
      `In ${ofSome} the corrected rate is of the contacts that a plan could have drawn for review, which aren’t all: of the others nobody knows.`,
    );
  if (few > 0)
    says.push(`${few} have reviews, but fewer than ${fewestReviews} with a logged chance: too few to correct by.`);
  if (withoutChance > 0)
    says.push(
      `${withoutChance} people’s marks say no chance of being drawn and enter no rate: whoever picked them may have picked the worst.`,
    );
  const begun = rows.reduce((sum, row) => sum + row.reviews.begun, 0);
  if (begun > 0)
    says.push(
      `${begun === 1 ? 'One review is' : `${begun} reviews are`} of a draw that has only begun over many contacts: counted once there are more of it. Until then rates are told from the other draws.`,
    );
  const older = rows.reduce((sum, row) => sum + row.reviews.olderWording, 0);
  if (older > 0)
    says.push(
      `${older === 1 ? 'One review was' : `${older} reviews were`} made by an older wording of the standard and ${older === 1 ? 'enters' : 'enter'} no rate of what it says now.`,
    );
  const groups = new Set(rows.map((row) => row.group));
  if (by !== 'standard' && groups.size < 3 && !groups.has('unknown'))
    says.push(
      `There ${groups.size === 1 ? `is one ${by}` : `are two ${by === 'person' ? 'people' : `${by}s`}`} only: too few to draw one's rate towards the others'.`,
    );
  if (by !== 'standard' && groups.size === 1 && groups.has('unknown'))
    return [
      `No contact says its ${by === 'person' ? 'rep' : by}, so nothing can be told by ${by}: bring contacts that do.`,
    ];
  const alike = new Set(rows.flatMap((row) => (row.alike ? [row.standard] : []))).size;
  const all = new Set(rows.map((row) => row.standard)).size;
  if (alike > 0)
    says.push(
      `In ${alike} of ${all} standards ${by === 'person' ? 'people' : `${by}s`} can't be told apart: they differ no more than chance makes them${by === 'person' ? ', so one figure stands for all' : ''}.`,
    );
  if (by === 'person')
    says.push(
      'Rates by person are drawn towards everybody’s, stand in order of id, and are there to help: not to rank, and not to part with anybody.',
    );
  return says;
}
