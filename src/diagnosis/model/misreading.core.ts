// Does a marker misread the way that some people speak? Where a second marker looked at the same people, their failing by it
// should be what the model of all marks expects of them.
import type { CausesWarning } from './causes-report.core.ts';
import type { MarkRows } from './mark-rows.core.ts';

/** Marks of a person by the rarer marker, below which they say nothing of that person. */
const fewestChecked = 12;
/** Standard deviations of the sum of squares beyond its mean: about one false warning in a thousand. */
const far = 4;

/**
 * Pearson's sum of squares over people, of failures by a rarer marker against those expected of them by all marks; its mean is
 * the number of people, its variance twice that, where nobody is misread.
 * @param linear log odds of each row as fitted, marker's own effect included
 */
export function misread({ failed, marker, person, size }: MarkRows, linear: Float64Array): CausesWarning[] {
  const rows = new Int32Array(marker.names.length);
  for (const one of marker.of) if (one >= 0) rows[one]!++;
  const commonest = rows.indexOf(Math.max(...rows));
  return marker.names.flatMap((name, which): CausesWarning[] => {
    if (which === commonest || rows[which]! < fewestChecked) return [];
    const count = new Float64Array(person.names.length);
    const off = new Float64Array(person.names.length);
    const spread = new Float64Array(person.names.length);
    for (let row = 0; row < size; row++) {
      const who = person.of[row]!;
      if (marker.of[row] !== which || who < 0) continue;
      const chance = 1 / (1 + Math.exp(-linear[row]!));
      count[who]!++;
      off[who]! += failed[row]! - chance;
      spread[who]! += chance * (1 - chance);
    }
    let people = 0;
    let sum = 0;
    count.forEach((marks, who) => {
      if (marks < fewestChecked || spread[who]! <= 0) return;
      people++;
      sum += off[who]! ** 2 / spread[who]!;
    });
    if (people < 2 || sum < people + far * Math.sqrt(2 * people)) return [];
    return [
      {
        kind: 'marker',
        about: [name],
        says: `For some people, marks by ${name} differ from the other marks of the same people by more than chance: one of the two misreads how they speak. Look into their marks before anything is put down to people.`,
      },
    ];
  });
}
