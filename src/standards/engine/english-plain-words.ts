// English words that are no names and no businesses, however they are capitalised.

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
  'side since sort spoken start sure ten three today total town under until value wonderful word world ' +
  'normally usually typically generally basically honestly obviously apparently technically mostly sometimes whatever whenever however anyways ' +
  'hopefully unfortunately luckily sadly essentially eventually occasionally depends cool fantastic brilliant fabulous superb terrific amazing marvellous splendid'
).split(' ');
