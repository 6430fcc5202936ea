// A published table of ratings that agreement figures are held against.
import type { Ratings } from './krippendorff.core.ts';

/** Krippendorff 2011, section C to E: four observers, twelve units, answers missing; here a unit a line. */
export const fourByTwelve: Ratings = [
  [1, 1, null, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [null, 5, 5, 5],
  [null, null, 1, 1],
  [null, null, 3, null],
];
