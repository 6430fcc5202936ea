// Contacts of a few people at two sites, and what people say of one standard in them: it turns on words that no cue knows.

/** The standard that people marked: its cues hear thanks, which nobody says here. */
export const reviewedStandard = 'close.thanked';

const asked = ['a small unit', 'a locker for boxes', 'a place for the piano', 'a unit by the gate', 'room for a boat'];
const answered = ['We have three of those.', 'The second floor has two.', 'There is one left.', 'That is no trouble.'];
const kind = ['Safe travels home now.', 'Safe travels home to all of you.', 'So, safe travels home.'];
const plain = ['That is all then.', 'Right, that is done.', 'So that is that.'];

const colours = 'red blue green amber ivory teal olive coral plum rust slate'.split(' ');
const things = 'table sofa lamp canoe piano desk shelf trunk mirror cradle ladder kayak easel'.split(' ');

const of = <T>(list: readonly T[], nth: number): T => list[nth % list.length]!;

/** Met in about two of five, in an order that has nothing to do with who served. */
export function isMet(nth: number): boolean {
  return (nth * 7919) % 101 < 42;
}

/** A table of turns, one contact after the other. */
export function contactsCsv(count: number, from = 0): string {
  const lines = ['contact,speaker,text,site,rep'];
  for (let nth = from; nth < from + count; nth++) {
    const about = `${nth % 2 === 0 ? 'red' : 'blue'},Server ${nth % 6}`;
    lines.push(
      `k${nth},rep,"Storage, how may I be of use?",${about}`,
      `k${nth},customer,"I am looking for ${of(asked, nth * 3)}, for a ${of(colours, nth)} ${of(things, nth)}.",${about}`,
      `k${nth},rep,"${of(answered, nth * 5)}",${about}`,
      `k${nth},customer,"Good, I will come by on ${of(['Monday', 'Friday', 'Sunday'], nth)}.",${about}`,
      `k${nth},rep,"${of(isMet(nth) ? kind : plain, nth * 11)}",${about}`,
    );
  }
  return lines.join('\n');
}

/** What people say of them. @param verdict by the contact's number; where left out, what is so */
export function marksCsv(count: number, verdict = (nth: number): boolean => isMet(nth), from = 0): string {
  return [
    'contact,standard,verdict,marker',
    ...Array.from(
      { length: count },
      (_, at) => `k${from + at},${reviewedStandard},${verdict(from + at) ? 'met' : 'missed'},Mira`,
    ),
  ].join('\n');
}
