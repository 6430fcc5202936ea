// What redaction knows of single words: which are digits, which fill pauses, which are ordinary words. There is no
// list of persons' names here and none may be added: a rare name must be hidden as surely as a common one.
import { ordinaryWords } from './ordinary-words.core.ts';
import { vocabulary } from './vocabulary.core.ts';

/** Bits of what a word can be; a word may be several things at once ("one" is a digit and an ordinary word). */
export const is = {
  digit: 1,
  teen: 2,
  tens: 4,
  repeat: 8,
  scale: 16,
  zeroLetter: 32,
  filler: 64,
  ordinary: 128,
  quantity: 256,
  street: 512,
  weakStreet: 1024,
  organisation: 2048,
  honorific: 4096,
  month: 8192,
  particle: 16384,
  ordinal: 32768,
  vocabulary: 65536,
  /** Stands before an answer: "it's", "sure, that would be". */
  leadIn: 131072,
} as const;

const lexicon = new Map<string, number>();
const values = new Map<string, string>();

function add(flag: number, words: string): void {
  for (const word of words.split(/\s+/)) if (word) lexicon.set(word, (lexicon.get(word) ?? 0) | flag);
}

function count(flag: number, words: string, first: number, step: number): void {
  words.split(' ').forEach((word, at) => values.set(word, String(first + at * step)));
  add(flag | is.ordinary, words);
}

count(is.digit, 'zero one two three four five six seven eight nine', 0, 1);
count(is.teen, 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen', 10, 1);
count(is.tens, 'twenty thirty forty fifty sixty seventy eighty ninety', 20, 10);
for (const word of ['nought', 'naught', 'oh', 'o']) values.set(word, '0');
values.set('niner', '9');
values.set('fourty', '40');
add(is.digit | is.ordinary, 'nought naught niner');
add(is.tens | is.ordinary, 'fourty');
add(is.zeroLetter | is.ordinary, 'oh o');
add(is.repeat | is.ordinary, 'double triple treble');
add(is.scale | is.ordinary, 'hundred thousand');
add(
  is.filler | is.leadIn | is.ordinary,
  `uh um er erm ah hm hmm mm mhm mmhmm uhhuh huh okay ok k alright right yes yeah yep yup and then dash hyphen space so
  well next that's`,
);
add(
  is.leadIn | is.ordinary,
  `like it's its it is thats that would be let me see got you please go ahead the sure my number's number code i have was
  born on in says say goes here's here this ready thanks thank one card no of course absolutely certainly they're there
  first second yours mine under just think believe right now hold for sec second moment`,
);
add(
  is.quantity | is.ordinary,
  `dollar dollars buck bucks cent cents pound pounds quid euro euros percent by x times feet foot ft inch inches square
  sq month months day days week weeks year years hour hours minute minutes second seconds am pm o'clock degrees mile miles
  km item items unit units people persons boxes box rooms room pieces beds bedrooms stars nights k mph gb mb`,
);
add(
  is.street,
  'street st avenue ave av road rd drive lane ln boulevard blvd parkway pkwy highway hwy turnpike crescent terrace',
);
add(
  is.weakStreet,
  'dr court ct circle cir place pl way square close row trail loop path hill grove gardens mews alley',
);
add(
  is.organisation | is.ordinary,
  `storage insurance bank company inc llc ltd corp corporation services service office support department dept desk center
  centre airlines airways hotel group team agency clinic hospital school university store shop solutions systems motors
  auto rentals rental properties management billing sales reception associates partners union trust
  house guesthouse guest lodge inn restaurant museum college church theatre theater cinema bar cafe pub club gallery palace
  cleaners bakery gym salon studio garage pharmacy library airport healthcare health medical dental software technologies telecom wireless energy electric gas water council city county`,
);
add(is.honorific | is.ordinary, 'mr mrs ms miss mx dr doctor mister missus madam prof professor rev reverend');
add(
  is.month | is.ordinary,
  `january february march april may june july august september october november december jan feb mar apr jun jul aug sep
  sept oct nov dec`,
);
add(is.particle, 'de van von la le del della bin ibn al el di da der den ter ten dos du mac san st abu y');
add(
  is.ordinal | is.ordinary,
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
  sixteenth seventeenth eighteenth nineteenth twentieth thirtieth`,
);
add(is.ordinary, ordinaryWords);
add(is.vocabulary, vocabulary);

/** A set of words from one string of them, spaces or lines between. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** Endings that ordinary words have and names seldom do; only asked of words of six letters or more. */
const ordinaryEnding =
  /(?:ing|ings|tion|tions|ness|ously|ly|ous|able|ible|ful|less|ment|ments|ated|ised|ized|rned|lled|nted|cted|ity|ism|ive|ical|ingly)$/;

/** A word of the lexicon as it may be written: in small letters and with a capital. */
export interface KnownWord {
  readonly text: string;
  readonly capital: boolean;
  readonly flags: number;
}

// Most words of any text are in the lexicon; one look here instead of lowering and flagging each makes reading twice as
// fast. Words of contacts are never added: nothing said in a contact outlives its call.
const written = new Map<string, KnownWord>();
for (const [text, flags] of lexicon) {
  written.set(text, { text, capital: false, flags });
  const capital = text[0]!.toUpperCase() + text.slice(1);
  if (capital !== text) written.set(capital, { text, capital: true, flags });
}

/** The word as written, if the lexicon has it. */
export function knownWord(raw: string): KnownWord | undefined {
  return written.get(raw);
}

/** The bits of a word given in lower case; words we don't know get those that their ending tells. */
export function flagsOf(word: string): number {
  const known = lexicon.get(word);
  if (known !== undefined) return known;
  if (word.endsWith("'s"))
    return (lexicon.get(word.slice(0, -2)) ?? 0) & (is.ordinary | is.organisation | is.vocabulary);
  if (/n't$|'(?:ll|re|ve|d|m)$/.test(word)) return is.ordinary;
  return word.length >= 6 && ordinaryEnding.test(word) ? is.vocabulary : 0;
}

/** The digits a number word stands for, or undefined. */
export function digitsOf(word: string): string | undefined {
  return values.get(word);
}
