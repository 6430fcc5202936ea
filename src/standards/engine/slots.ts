// Slots: what <money>, <rep> and the others match, written in the phrase language over kinds of words (`#number`).
// A name goes by its place in the sentence and by what it isn't, never by a list of names.
import type { OrganisationWords, PhraseNode } from '../pack.core.ts';
import { parsePhrase } from '../language/phrase.ts';

const patterns: Readonly<Record<string, readonly string[]>> = {
  number: ['#number', '#number-value'],
  money: [
    // Figures said one by one ("two zero zero dollars") are one sum from the first; so is "two fifty", 250 or 2.50.
    '#amount #amount? #amount? #amount? (dollar|pound|euro)',
    '#amount (dollar|pound|euro) and? #amount cent?',
    '(dollar|pound|euro) #amount',
    '#amount (to|or|through) #amount #amount? (dollar|pound|euro)',
    '#amount cent',
    '#money',
    '#amount #amount? #amount? #amount? (a|an|per|each|every) (month|week|day|night|year|hour|quarter)',
    '#amount #amount? #amount? #amount? (monthly|weekly|yearly|annually|plus tax|plus insurance|and change)',
  ],
  date: [
    '#date',
    '#weekday',
    '#month (the? #ordinal)?',
    '#month #day-number',
    '#day-number (st|nd|rd|th)? of? #month',
    'may (the? #ordinal|#day-number)',
    '(on|by|until|before|from|after|of|since|through) the #ordinal',
    'the? #ordinal (day|week|business day)? of (#month|may|the month|next month|this month|each month|every month)',
    'today',
    'tonight',
    'tomorrow',
    'day after tomorrow',
    '(a|one|two|three|#number) (day|days|week|weeks|month|months) from (today|tomorrow|now|#weekday)',
    '(this|next|coming) (week|weekend|month|year|morning|afternoon|evening)',
    '(beginning|middle|end) of (the|this|next|each|every) (week|month|year)',
  ],
  time: [
    '#time (am|pm)?',
    '#hour (am|pm|oclock)',
    '#digits-3 (am|pm)',
    '#hour (ten|fifteen|twenty|thirty|forty|fifty|10|15|20|25|30|35|40|45|50|55) (am|pm)',
    '#hour (thirty|fifteen|forty five|30|15|45) (am|pm)?',
    '(noon|midday|midnight)',
    '(half|quarter|five|ten|twenty|twenty five) (past|after) #hour',
    'quarter (to|of|till|til) #hour',
    '(five|ten|twenty|twenty five) (minutes|till|til) (to|of|past|after)? #hour',
    'half #hour (am|pm|oclock|in the)',
    '(at|until|till|til|before|after|around) #hour (in the (morning|afternoon|evening)|at night|sharp|today|tomorrow|tonight|#weekday|and|or|if|so|then|please|okay|$)',
    'by #hour (in the (morning|afternoon|evening)|today|tomorrow|tonight|#weekday)',
    '(here|there|in|back|done|ready|out|you|it|open|close|closed|home) by #hour',
    '(from|between|open|hours are|there|weekdays|#weekday) #hour (am|pm)? (to|and|till|til|until|through) #hour (am|pm)?',
    '#hour (am|pm)? (to|till|til|until|through) #hour (am|pm|oclock|in the|at night|on weekdays|every day|daily|#weekday)',
  ],
  size: [
    '#number (foot|feet)? by (#number|tens|fives|fifteens|twenties|thirties) (foot|feet)? (by #number (foot|feet)?)?',
    '#number (square|cubic) (foot|feet|meter|metre|meters|metres|yards)',
    '#number (foot|feet|meter|metre|meters|metres|inch|inches)',
    '#size',
  ],
  phone: [
    '#phone',
    '#long-number',
    '#digits-3 #digits-3 #digits-4',
    '#digits-3 #digits-4',
    '#digit #digit #digit #digit #digit #digit #digit',
  ],
  email: ['#email'],
  address: ['#location'],
  id: ['#identity'],
  card: ['#card'],
  name: ['#name'],
  customer: ['#name'],
};

// Where the organisation's own words are unknown: one to four words where a business is named in an opening.
const namedAfter =
  '(calling|called|contacting|choosing|reached|visiting|welcome to) #content #any-content? #any-content? #any-content?';
const guessedBusiness = [
  `${namedAfter}`,
  '(this is|my name is|i am) #name-like #name-like? (with|from|at|over at|here at|calling from) #content #any-content? #any-content? #any-content?',
  '#content #any-content? #any-content? #any-content? (this is|my name is) #name-like',
  '#content #any-content #any-content? #any-content? #name-like speaking',
  '^ (good (morning|afternoon|evening)|hello|hi|thank you for calling|thanks for calling)? #content #any-content #any-content? #any-content? how (can|may) i (help|assist|direct)',
];

export interface SlotUse {
  /** The slot is the whole phrase, so nothing around it says that it is a name. */
  readonly alone: boolean;
  /** The words before it, spelled out, where they are few enough. */
  readonly before: readonly string[];
  /** The words behind it. */
  readonly behind: readonly string[];
}

/** What a slot matches. Null where the organisation gave no words for it and nothing else could stand for them. */
export function slotNode(slot: string, use: SlotUse, words: OrganisationWords): PhraseNode {
  switch (slot) {
    case 'rep':
      return pattern(use.alone ? ['#name'] : namePatterns(use));
    case 'business':
      return words.business.length > 0
        ? own(words.business, '#organization')
        : pattern([
            '#organization #organization?',
            ...(use.alone ? guessedBusiness : ['#content #any-content? #any-content? #any-content?']),
          ]);
    case 'site':
      return own(words.sites, '#location');
    case 'product':
      return own(words.products, '#product');
    default:
      return pattern(patterns[slot]!);
  }
}

/** A slot that only the organisation's own words can fill, and there are none: not finding it says nothing. */
export function isWordless(slot: string, words: OrganisationWords): boolean {
  return (slot === 'site' && words.sites.length === 0) || (slot === 'product' && words.products.length === 0);
}

/** A guess at the business counts only where contacts open. */
export function isGuessed(slot: string, words: OrganisationWords): boolean {
  return slot === 'business' && words.business.length === 0;
}

/** Do some of the words before or behind a name say that it is one, and others not? */
export function tellsNames(texts: readonly string[], behind: boolean): boolean {
  const telling = texts.filter((text) => (behind ? /^speaking\b/i : /\b(name('s| is|s)|this is)$/i).test(text));
  return telling.length > 0 && telling.length < texts.length;
}

// A name that is also a word ("Will", "Grace", "Sterling") is one where the words around leave little else it could be: after
// "my name is", and in "this is ... with", "this is ... how may I", "... speaking". A modal verb never follows "I am".
function namePatterns({ before, behind }: SlotUse): string[] {
  const plain = '#name-like #name-like?';
  const every = (texts: readonly string[], test: RegExp): boolean =>
    texts.length > 0 && texts.every((text) => test.test(text));
  if (every(before, /\bname('s| is|s)$/)) return [plain, '(#nameable|#content) #name-like?'];
  if (every(behind, /^speaking\b/)) return [plain, '(#nameable|#content)'];
  const thisIs = every(before, /\bthis is$/);
  if (thisIs && every(behind, /^with\b/)) return [plain, '(#nameable|#content)'];
  if (thisIs && every(behind, /^(with|from|at|of|speaking|calling)\b/)) return [plain, '#nameable'];
  if (thisIs && behind.length === 0)
    return [plain, '#nameable (with|from|speaking|calling)', '(#nameable|#content) (how (can|may) i|speaking|with)'];
  return every(before, /\b(i'm|i am|speaking (with|to)|talking to)$/) ? [plain, '(will|may)'] : [plain];
}

function own(texts: readonly string[], wordClass: string): PhraseNode {
  const options: PhraseNode[] = texts.map((text) => ({ kind: 'word', text }));
  return { kind: 'either', options: [...options, ...pattern([wordClass]).options] };
}

function pattern(phrases: readonly string[]): { kind: 'either'; options: readonly PhraseNode[] } {
  return { kind: 'either', options: phrases.map(parsed) };
}

// Slots stand in many phrases: each of their patterns is read once.
const known = new Map<string, PhraseNode>();

function parsed(text: string): PhraseNode {
  let node = known.get(text);
  if (node === undefined) known.set(text, (node = parsePhrase(text, true).node));
  return node;
}
