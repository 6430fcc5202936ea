// Rewrites that leave what was said as it was: other pronouns, forms of address, places, spellings, words and grammar of another
// English. Each is a list of rules applied one after the other; what no rule touches stays as it is, byte for byte.

/** A pattern over a turn's text, without case, and what takes its place; the first letter keeps its case. */
export type Rule = readonly [pattern: string, written: string | readonly string[]];

/** The text after every rule. `nth` chooses among what a rule may write. */
export function rewritten(text: string, rules: readonly Rule[], nth = 0): string {
  let next = text;
  for (const [pattern, written] of rules)
    next = next.replace(compiled(pattern), (...found: unknown[]) =>
      put(found, typeof written === 'string' ? written : written[nth % written.length]!),
    );
  return next;
}

const patterns = new Map<string, RegExp>();

function compiled(pattern: string): RegExp {
  let one = patterns.get(pattern);
  if (!one) patterns.set(pattern, (one = new RegExp(`(?<![\\w'’])(?:${pattern})(?![\\w'’])`, 'gi')));
  one.lastIndex = 0;
  return one;
}

function put(found: readonly unknown[], written: string): string {
  const whole = String(found[0]);
  const text = written.replaceAll(/\$(\d)/g, (_, group: string) => {
    const part = found[Number(group)];
    return typeof part === 'string' ? part : '';
  });
  const isCapital = /^[A-Z]/.test(whole) && !/^I\b/.test(whole);
  return isCapital ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;
}

const each = (pairs: string): Rule[] =>
  pairs
    .split(',')
    .map((pair) => pair.trim().split('='))
    .map(([from, to]) => [from!, to!] as const);

// A sign keeps a pronoun that was just written from being read again.
const mark = '\u0001';

/** He for she and she for he, with what goes with them. */
export const otherPronoun: readonly Rule[] = [
  ['he', `s${mark}he`],
  ['she', 'he'],
  [`s${mark}he`, 'she'],
  ["he's", `s${mark}he's`],
  ["she's", "he's"],
  [`s${mark}he's`, "she's"],
  ["he'll", `s${mark}he'll`],
  ["she'll", "he'll"],
  [`s${mark}he'll`, "she'll"],
  ['him', `h${mark}er`],
  ['his', `h${mark}ers`],
  ['her(?= (?:a|about|and|at|for|in|is|of|on|that|the|to|up|was|when|with|who)\\b)', 'him'],
  ['her(?=[.,!?;]|$)', 'him'],
  ['her', 'his'],
  ['hers', 'his'],
  [`h${mark}er`, 'her'],
  [`h${mark}ers(?= [a-z])`, 'her'],
  [`h${mark}ers`, 'hers'],
  ['himself', `her${mark}self`],
  ['herself', 'himself'],
  [`her${mark}self`, 'herself'],
  ...bothWays('husband', 'wife'),
  ...bothWays('boyfriend', 'girlfriend'),
  ...bothWays('son', 'daughter'),
  ...bothWays('brother', 'sister'),
  ...bothWays('father', 'mother'),
  ...bothWays('dad', 'mom'),
];

/** They for he and she. */
export const theyPronoun: readonly Rule[] = [
  ["(?:he|she)'s (been|got|had|just|already|never)", "they've $1"],
  ["(?:he|she)'s", "they're"],
  ["(?:he|she)'(ll|d)", "they'$1"],
  ['(?:he|she) is', 'they are'],
  ['(?:he|she) was', 'they were'],
  ['(?:he|she) has', 'they have'],
  ["(?:he|she) (?:doesn't)", "they don't"],
  ["(?:he|she) wasn't", "they weren't"],
  ['(?:he|she) does', 'they do'],
  ['(is|was) (?:he|she)', '$1 they'],
  ['does (?:he|she)', 'do they'],
  [
    '(?:he|she) (want|need|live|work|like|love|get|think|know|come|look|play|make|take|seem|keep|feel|act|sound|become|say|use|end|find|give|turn|tell|wait|move|drive|start|ask|call)s',
    'they $1',
  ],
  ['(?:he|she) goes', 'they go'],
  ['(?:he|she)', 'they'],
  ['him', 'them'],
  ['(?:himself|herself)', 'themself'],
  ['her(?= (?:a|about|and|at|for|in|is|of|on|that|the|to|up|was|when|with|who)\\b)', 'them'],
  ['her(?=[.,!?;]|$)', 'them'],
  ['(?:his|her)(?= [a-z])', 'their'],
  ['(?:his|hers)', 'theirs'],
  ['(?:husband|wife|boyfriend|girlfriend)', 'partner'],
  ['(?:son|daughter)', 'child'],
  ['(?:brother|sister)', 'sibling'],
  ['(?:father|mother|dad|mom|mum)', 'parent'],
];

function bothWays(one: string, other: string): Rule[] {
  return [
    [one, `${mark}${other}`],
    [other, one],
    [`${mark}${other}`, other],
  ];
}

/** British spelling for American and the other way round would undo each other, so each is a list. */
const britishFor =
  'color=colour,colors=colours,favorite=favourite,favor=favour,honor=honour,honored=honoured,labor=labour,neighbor=neighbour,neighborhood=neighbourhood,behavior=behaviour,flavor=flavour,humor=humour,rumor=rumour,apologize=apologise,apologized=apologised,organize=organise,organized=organised,realize=realise,realized=realised,recognize=recognise,recognized=recognised,authorize=authorise,authorized=authorised,finalize=finalise,prioritize=prioritise,specialize=specialise,customize=customise,minimize=minimise,summarize=summarise,utilize=utilise,center=centre,centers=centres,theater=theatre,theaters=theatres,meter=metre,meters=metres,liter=litre,canceled=cancelled,canceling=cancelling,traveling=travelling,traveled=travelled,traveler=traveller,labeled=labelled,modeling=modelling,inquiry=enquiry,inquiries=enquiries,inquire=enquire,inquiring=enquiring,gray=grey,jewelry=jewellery,fulfill=fulfil,enroll=enrol,enrollment=enrolment,catalog=catalogue,dialog=dialogue,program=programme,programs=programmes,license=licence,defense=defence,learned=learnt,spelled=spelt,while=whilst,among=amongst,airplane=aeroplane,mom=mum,pajamas=pyjamas,tire=tyre,tires=tyres,installment=instalment,skillful=skilful,judgment=judgement,aging=ageing';

/** American spellings as Britain, India and most others write them. */
export const britishSpelling: readonly Rule[] = each(britishFor);
/** The other way round. */
export const americanSpelling: readonly Rule[] = britishSpelling
  .filter(([from]) => !from.includes('(') && from !== 'while' && from !== 'program')
  .map(([from, to]) => [String(to), from]);

/** Things that Britain calls by another word. */
export const britishWords: readonly Rule[] = each(
  'apartment=flat,apartments=flats,elevator=lift,vacation=holiday,cell phone=mobile,cellphone=mobile,cell=mobile,gas station=petrol station,parking lot=car park,zip code=postcode,truck=lorry,movie=film,movies=films,movie theater=cinema,soccer=football,downtown=city centre,two weeks=a fortnight,restroom=toilet,bathroom=toilet,checking account=current account,ATM=cash machine,attorney=solicitor,resume=CV,garbage=rubbish,sidewalk=pavement,round trip=return journey,cab=taxi,stores=shops,mailed=posted,awesome=brilliant,real estate agent=estate agent,guys=folks',
);

/** Prices in another currency, written as there. */
export const currencies: readonly Rule[] = [
  [
    '([\\d,]+(?:\\.\\d+)?) (?:dollars|pounds|bucks)',
    ['$1 rupees', '$1 pounds', '$1 euros', '$1 rand', '$1 naira', '$1 pesos'],
  ],
  [
    '(hundred|thousand|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|five|ten) (?:dollars|pounds|bucks)',
    ['$1 rupees', '$1 pounds', '$1 euros', '$1 rand', '$1 naira', '$1 pesos'],
  ],
];
