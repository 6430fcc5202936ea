// The words of a turn as the learned marker reads them: each a hash with its place. Who speaks and of whom must not weigh, so
// pronouns, forms of address and the spellings and small words of other Englishes are read alike or not at all.
import { hashOfName } from '../../kernel/hash32.ts';

export interface WordAt {
  readonly hash: number;
  /** UTF-16 offsets into the turn's text. */
  readonly from: number;
  readonly to: number;
}

/** A placeholder counts as what it stands for, never as which: `[NAME 2]` is a name. */
const pieces = /\[([A-Z]+)(?: \d+)?\]|[\p{L}\p{N}]+(?:['’][\p{L}]+)*['’]?|[?]/gu;

/** Left out: whoever is meant by them, what was said of them is the same. */
const unread = new Set(
  `i he she they him her them his hers their theirs himself herself themselves themself thae thon
  sir maam ma'am madam mister miss mr mrs ms mx dr misses guys lads folks dude mate love dear hon honey pal bro
  gonna gon finna going fixin fixing just like really very well so then uh um er eh oh ah yo lah leh lor
  right mighty hella dead proper wee little a an the of to is are was were be been being am do does did done have has had`
    .split(/\s+/)
    .filter((one) => one !== ''),
);

/** Words that differ by where somebody grew up, and one of them to read all by. */
const alike: ReadonlyMap<string, string> = new Map(
  [
    ["you y'all yall youse yous ye yinz", 'you'],
    ['yes yeah yep yup aye yah ya uh-huh', 'yes'],
    ['no nope nah naw nae', 'no'],
    ["isn't aren't ain't isnae arenae isnt aint innit amn't", "isn't"],
    ["don't doesn't didn't dinnae doesnae didnae dont doesnt didnt", "don't"],
    ["can't cannot cannae cant", "can't"],
    ["won't willnae winnae wont", "won't"],
    ["wouldn't wouldnae wouldnt", "wouldn't"],
    ["couldn't couldnae couldnt", "couldn't"],
    ["haven't hasn't havenae hasnae havent hasnt", "haven't"],
    ["wasn't weren't wasnae wasnt", "wasn't"],
    ['something somethin summat', 'something'],
    ['nothing nothin nowt', 'anything'],
    ['anything owt', 'anything'],
    ['know ken', 'know'],
    ['think reckon', 'think'],
    ['mother mom mum mama mam', 'mother'],
    ['might could can', 'can'],
    ['truck lorry', 'truck'],
    ['elevator lift', 'elevator'],
    ['apartment flat', 'apartment'],
    ['check cheque', 'check'],
    ['dollars dollar bucks pounds pound quid rupees rupee euros euro', 'dollars'],
    ['center centre', 'center'],
    ['schedule diary', 'schedule'],
    ['mail post', 'mail'],
    ['parking carpark', 'parking'],
    ['outside outwith', 'outside'],
    ["those them them's", 'those'],
  ].flatMap(([all, one]) => all!.split(' ').map((word) => [word, one!] as const)),
);

/** The words of one text, in order. Case goes; every number is the same number. */
export function wordsAt(text: string): WordAt[] {
  const found: WordAt[] = [];
  for (const match of text.matchAll(pieces)) {
    const word = match[1] === undefined ? readAs(match[0]) : `[${match[1]}]`;
    if (word === null) continue;
    found.push({ hash: hashOfName(word), from: match.index, to: match.index + match[0].length });
  }
  return found;
}

/** How a word is read; null where it isn't. */
export function readAs(said: string): string | null {
  const word = said.toLowerCase().replaceAll('’', "'");
  if (/^\p{N}/u.test(word)) return '0';
  // Somebody's, and what is left out at the end: "lookin'" is "looking".
  const whole = word.replace(/in'$/, 'ing').replace(/'(?:s|re|m|ve|d|ll)?$/, '');
  if (unread.has(whole) || unread.has(word)) return null;
  return alike.get(whole) ?? american(whole);
}

function american(word: string): string {
  if (word.length < 5) return word;
  return word
    .replace(/our(s|ed|ing|ite|ites|ful|able)?$/, 'or$1')
    .replace(/is(e|es|ed|ing|ation|ations)$/, 'iz$1')
    .replace(/ll(ed|ing|er|ers)$/, 'l$1');
}
