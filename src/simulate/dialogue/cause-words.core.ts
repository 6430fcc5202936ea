// What a cause makes people say ("I'm new here", "that's our policy"), put where it belongs: beside the standard it is
// about, but never where it would turn a bare refusal into one with a reason.
import type { Line, Stage } from './stage.core.ts';

const refusal = 'atrocity.bare-refusal';

/** Adds each planned word of a cause to a line of whoever serves. */
export function addCauseWords(stage: Stage): void {
  for (const { what, standard } of stage.contact.words) {
    const line = placeFor(stage, what, standard);
    if (line) line.text = `${line.text} ${stage.words('rep', `words.${what}`)}`;
  }
}

function placeFor(stage: Stage, what: string, standard: string | undefined): Line | undefined {
  const lines = stage.lines.filter((line) => line.speaker === 'rep');
  // The first and the last things said belong to greeting and goodbye.
  const free = lines.slice(1, -2).filter((line) => line.open);
  const refused = stage.missed(refusal) ? lines.findIndex((line) => line.about.includes(refusal)) : -1;
  const apart = free.filter((line) => refused < 0 || Math.abs(lines.indexOf(line) - refused) > 1);
  if (standard === refusal && refused >= 0) return what === 'policy-cited' ? lines[refused] : stage.chance.of(apart);
  const about = apart.findLast((line) => standard !== undefined && line.about.includes(standard));
  return about ?? (apart.length > 0 ? stage.chance.of(apart) : undefined);
}
