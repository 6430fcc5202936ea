// What a machine says before anybody does: a menu of keys to press stands in many transcripts under the rep's label, and is nobody's.
import type { Speaker } from '../standards/encounter.core.ts';

const key = '(?:\\d|\\[[a-z_ ]+\\d*\\]|zero|one|two|three|four|five|six|seven|eight|nine|star|pound)';
const menu = new RegExp(
  `\\b(?:press|dial) (?:or say |the (?:number )?)?${key}|\\bplease enter your\\b[^.?!]* (?:now|followed by)\\b|\\bpara (?:español|\\[[a-z_ ]+\\d*\\])`,
  'i',
);

/** The speakers, with the rep's turns up to the last that reads out a menu, before the customer says a word, as nobody's. */
export function withoutMenus(turns: readonly { readonly text: string }[], speakers: readonly Speaker[]): Speaker[] {
  const first = speakers.indexOf('customer');
  const opening = turns.slice(0, first < 0 ? turns.length : first);
  const last = opening.findLastIndex(({ text }, at) => speakers[at] === 'rep' && menu.test(text));
  // Somebody must be left who serves.
  if (!speakers.some((speaker, at) => speaker === 'rep' && at > last)) return [...speakers];
  return speakers.map((speaker, at) => (at <= last ? 'other' : speaker));
}
