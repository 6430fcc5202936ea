// Who wrote down what was said. A format or a person tells it; else typed channels are a person's, and a long spoken
// transcript without one stop or capital is a recogniser's. Where nothing tells, it stays unknown.
import type { Channel, HeardBy } from '../standards/encounter.core.ts';

// Below this many words a person in a hurry may have left out every stop too.
const enoughWords = 120;
const anyStop = /[.,!?;:]/;
// Placeholders of whoever redacted it before ([PERSON_NAME]) are no writing of theirs.
const placeholder = /\[[^\]]{1,40}\]|<[A-Z_ 0-9]{2,40}>/g;

/**
 * Who wrote the words of a contact down: what was `told` (by a person, a column, a format), else what the channel or the
 * writing itself shows.
 */
export function heardByOf(told: HeardBy | undefined, channel: Channel, texts: readonly string[]): HeardBy | undefined {
  if (told !== undefined) return told;
  if (channel === 'chat' || channel === 'email' || channel === 'complaint') return 'person';
  return (channel === 'phone' || channel === 'visit') && readsAsRecognised(texts) ? 'recogniser' : undefined;
}

/** No sentence stop in the whole of it, and all its letters of one case. */
function readsAsRecognised(texts: readonly string[]): boolean {
  let words = 0;
  let small = false;
  let capital = false;
  for (const text of texts) {
    const own = text.includes('[') || text.includes('<') ? text.replace(placeholder, '') : text;
    if (anyStop.test(own)) return false;
    small ||= /\p{Ll}/u.test(own);
    capital ||= /\p{Lu}/u.test(own);
    if (small && capital) return false;
    for (let at = 0; at >= 0; at = own.indexOf(' ', at + 1)) words += 1;
  }
  return words >= enoughWords;
}
