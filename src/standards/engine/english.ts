// English as the comparison of words needs it: contractions, number words, words that are no names, forms of a word.
// Tables only; nothing here is a list of names of people.

/** Contractions and chat spellings with the words they stand for. Endings with an apostrophe are in `endings`. */
export const spokenAs: Readonly<Record<string, string>> = {
  cannot: 'can not',
  cant: 'can not',
  wont: 'will not',
  dont: 'do not',
  doesnt: 'does not',
  didnt: 'did not',
  isnt: 'is not',
  arent: 'are not',
  wasnt: 'was not',
  werent: 'were not',
  havent: 'have not',
  hasnt: 'has not',
  hadnt: 'had not',
  couldnt: 'could not',
  wouldnt: 'would not',
  shouldnt: 'should not',
  aint: 'is not',
  im: 'i am',
  ive: 'i have',
  youre: 'you are',
  youve: 'you have',
  youll: 'you will',
  theyre: 'they are',
  theyve: 'they have',
  weve: 'we have',
  thats: 'that is',
  whats: 'what is',
  wheres: 'where is',
  hows: 'how is',
  whos: 'who is',
  theres: 'there is',
  heres: 'here is',
  its: 'it is',
  lets: 'let us',
  // The g that many leave off. A list, since Colin and Martin have none to give back.
  lookin: 'looking',
  tryin: 'trying',
  callin: 'calling',
  gettin: 'getting',
  doin: 'doing',
  havin: 'having',
  makin: 'making',
  askin: 'asking',
  thinkin: 'thinking',
  comin: 'coming',
  talkin: 'talking',
  sayin: 'saying',
  goin: 'going',
  workin: 'working',
  payin: 'paying',
  puttin: 'putting',
  storin: 'storing',
  rentin: 'renting',
  takin: 'taking',
  waitin: 'waiting',
  wantin: 'wanting',
  needin: 'needing',
  leavin: 'leaving',
  fixin: 'fixing',
  givin: 'giving',
  tellin: 'telling',
  runnin: 'running',
  livin: 'living',
  sleepin: 'sleeping',
  drivin: 'driving',
  buyin: 'buying',
  sellin: 'selling',
  bookin: 'booking',
  openin: 'opening',
  closin: 'closing',
  keepin: 'keeping',
  bringin: 'bringing',
  holdin: 'holding',
  startin: 'starting',
  stoppin: 'stopping',
  sittin: 'sitting',
  standin: 'standing',
  hopin: 'hoping',
  wonderin: 'wondering',
  movin: 'moving',
  chargin: 'charging',
  plannin: 'planning',
  feelin: 'feeling',
  hirin: 'hiring',
  speakin: 'speaking',
  somethin: 'something',
  nothin: 'nothing',
  anythin: 'anything',
  everythin: 'everything',
  mornin: 'morning',
  evenin: 'evening',
  suttin: 'something',
  // Scots and other Englishes, where one word always says the same.
  didnae: 'did not',
  dinnae: 'do not',
  dinna: 'do not',
  doesnae: 'does not',
  isnae: 'is not',
  wasnae: 'was not',
  arenae: 'are not',
  werenae: 'were not',
  havenae: 'have not',
  hasnae: 'has not',
  hadnae: 'had not',
  cannae: 'can not',
  couldnae: 'could not',
  wouldnae: 'would not',
  shouldnae: 'should not',
  willnae: 'will not',
  winnae: 'will not',
  aye: 'yes',
  finna: 'going to',
  gonna: 'going to',
  wanna: 'want to',
  gotta: 'got to',
  lemme: 'let me',
  gimme: 'give me',
  ok: 'okay',
  alright: 'all right',
  pls: 'please',
  plz: 'please',
  thx: 'thanks',
  bucks: 'dollar',
  buck: 'dollar',
  dollars: 'dollar',
  usd: 'dollar',
  cents: 'cent',
  pounds: 'pound',
  quid: 'pound',
  euros: 'euro',
  ft: 'feet',
  sq: 'square',
  mins: 'minutes',
  hrs: 'hours',
  yr: 'year',
  mo: 'month',
  oclock: 'oclock',
  goodbye: 'good bye',
  goodmorning: 'good morning',
  favour: 'favor',
  colour: 'color',
  apologise: 'apologize',
  apologises: 'apologizes',
  apologised: 'apologized',
  apologising: 'apologizing',
  organisation: 'organization',
  realise: 'realize',
  recognise: 'recognize',
  cheque: 'check',
  u: 'you',
  ur: 'your',
  r: 'are',
  thru: 'through',
  tmrw: 'tomorrow',
  tmr: 'tomorrow',
  thnx: 'thanks',
  thanx: 'thanks',
  tks: 'thanks',
  abt: 'about',
  bc: 'because',
  cuz: 'because',
  coz: 'because',
  wat: 'what',
  ppl: 'people',
  msg: 'message',
  appt: 'appointment',
  acct: 'account',
  kinda: 'kind of',
  sorta: 'sort of',
  dunno: 'do not know',
  outta: 'out of',
  hafta: 'have to',
  tryna: 'trying to',
  yall: 'you all',
  cmon: 'come on',
};

/** What an ending after an apostrophe stands for. `'s` is taken as "is": "what's" = "what is", and a possessive is the same on both sides. */
export const endings: Readonly<Record<string, string>> = {
  s: 'is',
  d: 'would',
  ll: 'will',
  re: 'are',
  ve: 'have',
  m: 'am',
};

/** Sounds of hesitation, never a word of a phrase. */
export const hesitations: readonly string[] = [
  'um',
  'uh',
  'uhm',
  'umm',
  'uhh',
  'er',
  'erm',
  'hm',
  'hmm',
  'mm',
  'ah',
  'eh',
];

/** Asides of two words that may stand inside a phrase. */
export const asides: readonly (readonly [string, string])[] = [
  ['you', 'know'],
  ['i', 'mean'],
];

export const units = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
export const teens = [
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
export const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
export const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
];
export const months = [
  'january',
  'february',
  'march',
  'april',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** A number after one of these names something and is no sum: "unit 105", "room 12". */
export const labelWords = (
  'unit room suite apartment apt space building bldg floor gate door locker aisle lane row exit route highway extension ' +
  'ext flight page item version step option chapter line bay dock level'
).split(' ');
/** A number after one of these that can be a year is one: "in 2019". */
export const yearWords = ['in', 'since', 'year', 'of', 'until', 'before', 'after', 'from', 'during', 'spring', 'fall'];
export const lengthWords = ['feet', 'foot', 'inch', 'inches', 'meter', 'meters', 'metre', 'metres'];

/** Grammar words and words of courtesy and time: neither a business nor a person begins with one. */
export const functionWords = (
  'a an the this that these those my your our their his her its it i you we they he she me us them him who whom what which when where why how ' +
  'is am are was were be been being do does did done have has had will would can could shall should may might must not no yes yeah yep okay ' +
  'and or but if so because about for from to of in on at by with without into over under up down out off again then than as while until since ' +
  'here there now today tonight tomorrow yesterday back ahead anyway just only also too very really quite please thank thanks thankyou sorry ' +
  'hello hi hey good morning afternoon evening day night welcome bye goodbye all right well sure great perfect awesome let regarding concerning ' +
  'calling call called calls speaking speak ready hold holding one moment second some any every each other another much many more most less few ' +
  'help helping helps earlier later early soon still already yet ever never always sir maam madam everyone everybody everything something ' +
  'anything nothing someone somebody anyone nobody like know think want need get got give go going see look looking come make take try ' +
  'interested wondering asking sending sent reached contacting choosing joining waiting holding visiting stopping'
).split(' ');

/** Further everyday words that are no name of a person after "this is" or "my name is". */
export const everydayWords = (
  'able absolutely actually afraid agent answer appointment area available bad best better big billing bit box boxes building business busy ' +
  'cancel car card case certainly change charge cheap check claim clear close closed coming company complaint completely confirm contact correct ' +
  'cost credit crazy currently customer customers date deal definitely department different difficult discount disgusting done easy email emergency ' +
  'enough exactly excellent expensive extra fair fault feedback final fine first following free full funny furniture general glad gone half happy hard ' +
  'home horrible hour hours house huge idea important information insurance interesting issue job kind large last late least left little long lot lower ' +
  'manager matter mean message minute minutes mistake moment month monthly months move moving name new next nice nowhere number office old online open ' +
  'order outrageous outside part pay payment people person phone place plan possible premium pretty price problem probably public quick quickly quote ' +
  'rate rates reason record recorded refund rent reservation ridiculous room rude sales same say says service shop short silly simple simply size small ' +
  'space special staff standard storage store storing stuff supervisor support system team terrible thing things third thousand time times totally true ' +
  'two type unacceptable unbelievable unfair unit units unless urgent using usual usually vehicle visit wait way week weekend weeks what why work ' +
  'working worse worst wrong year years yours zero afternoon another anything both bring call care delivery different direct done down either end even ' +
  'fact far fast fee feel few find good great guess help hope hundred into item keep late less line list live local look main maybe men might most near ' +
  'needed nobody normal nothing okay once only ours out own paid past per perhaps policy put question quote real recorded regular said second send set ' +
  'side since sort spoken start sure ten three today total town under until value wonderful word world'
).split(' ');
