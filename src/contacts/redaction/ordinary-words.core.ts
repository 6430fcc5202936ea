// Ordinary English words that service talk is made of. A word in this list isn't taken for a name unless a capital or
// a statement ("my name is ...") says that it is one; a word that isn't in it isn't a name for that alone.
export const ordinaryWords = `
a about above absolutely access account accounts across actual actually add address afraid after afternoon again against
ago agree ah all almost alone along already also although always am amazing american amount an and angry another answer
any anybody anymore anyone anything anyway anywhere apartment apologies apologize app apparently application apply
appointment appreciate approved are area around arrive as ask asked aside assist assistance assistant at available average away
awesome awful back bad balance bank base based basic basically be beautiful because become been before began begin behind being
believe below best better between big bill billed bit black blue bonus book booked booking both bottom bought break bring broke broken brother
brought brown business busy but buy by bye cable call called caller calls came can cancel cancelled canceled cannot cant can't car card care
case cash catch cause certain certainly chance change changed charge charged charges chat cheap cheaper check checked checking
choice choose city claim class clean clear close closed code cold come comes coming common compare complaint complete computer
concern concerned confirm confirmed confused connect connected contact contract contracts cool copy correct cost costs could couldn't
couple course cover coverage covered credit current currently customer customers cut dad damage data date daughter day days dead deal dealing dear
decide declined deductible deep definitely delay delayed delivery deposit desk did didn't die differ different difficult direct directions
disconnected discount do doctor does doesn't doing don't done door doubt down downtown drive driver driving drop due during each
earlier early easier east easy either else email emails emergency empty end ended enough entire error especially estimate even evening
ever every everybody everyone everything everywhere exact exactly example excellent except excuse excited existing expensive expired extra extremely eye
face fact fair fall family fantastic far fast father fault fee fees feel felt few file fill final finally find fine finish fire fix
flat flight folks follow food foot for forever forget form forward found free fresh friend friends from front full fun funny further
future gave general gentleman get gets getting girl give given glad go god goes going gone good goodbye goodnight got gotta great green ground group
guess guy guys had half hand hang happen happened happens happy hard has hasn't hate have haven't having he he's head hear
heard heat heavy hell hello help helped helpful her here here's hers hey hi high higher him his hold holiday home hope hoping hot
hotel hours house how how's however huge hundred hurry hurt husband i i'd i'll i'm i've idea if immediate important in inc included
incorrect increase indeed info information inquiring inside instead insurance interest interested internet into invoice is isn't issue issues it it'd
it'll item items it's its itself job just keep kept key keys kid kids kind know known label ladies lady large last late later
law lead learn lease least leave left legal less let let's letter level license life light like limit line link list listed listen little
live living local located location lock locked log login long longer look looked looking looks lose loss lost lot lots loud love lovely
low lower luck lucky ma'am maam mad made mail main make makes making man manager many map market match matter may maybe me mean means
meant meet meeting member men mention message met middle might mind mine minimum minute miss missed missing mistake mom moment
monday money month monthly months more morning most mother move moved moving much music must my myself name named near
necessary need needed needs neither never nevertheless new next nice nigh night no nobody none noon nope normal north not note nothing notice now
number numbers odd of off offer offered office often ok okay old on once one ones online only open opened or order ordered other others
otherwise our ours out outside over overdue own owner pack paid paper parking part party pass past patient pay payment payments people per
percent perfect perfectly perhaps period person personal phone phones pick picked place places plan plans play please pleased pleasure plenty plus point
policy poor possible post prefer premium pressure pretty previous price priced prices pricing prior private pro probably problem problems process product
profile program promise promo proof proper protect provide provided pull pulled purchase purpose purse put quality question questions
quick quickly quiet quite quote quoted quotes raise ran rate rates rather reach reached read ready real really reason reasonable receive received
recent record recorded recording red refund refused regarding regards registered regular related release remember remind rent rental renew
renewal repeat replace reply report request required reservation reserve reserved respect response rest restaurant result return returned rid ride
ridiculous right road room round rude run running sad safe said sale same sat saturday save saved saw say saying says scam schedule scheduled
second secure security see seems seen sell send sent separate serious seriously set several shall she she's ship shipped short should
shouldn't show side sign signed silly simple since single sir sister sit site situation size slow small smoke so sold some somebody
somehow someone something sometimes somewhere son soon sooner sorry sort sound sounds south speak special specific spell spelled spoke spouse standard start
started state stated states station statement stay still stolen stop store story straight strange street strong stuck stuff stupid such sucks sudden
suddenly summer sunday super supervisor support supposed sure surprise switch system take taken takes talk talked tax tech tell
temporary term terms terrible test text than thank thanks that that'd that'll that's thats the their them themselves then there there's therefore
these they they're they've thing things think thinking third this those though thought through thursday ticket till time times tired title to today
today's together told tomorrow tonight too took top total totally touch toward town track trade traffic trailer transfer travel trial tried
trip trouble truck true truly trust truth try trying tuesday turn twice two type typical ultra unable under understand understood unit units
unless until up update updated upset urgent us use used user using usual vacation valid value various vehicle very via video view visit voice
voicemail wait waited wall want wanted wants warning was wasn't waste watch way we we'd we'll we're we've weather web website
wednesday week weekend weeks weird welcome well went were weren't west what what's whatever when where where's whether which while
white who who's whole whom whose why wide wife wifi will winter wish with within without woman won't wonder wonderful word words work
worked works world worried worry worse worst worth would wouldn't wow write wrong wrote yard yeah year years yellow yep yes yesterday yet yo
you you'd you'll you're you've young your yours yourself zip friday honey sweetie buddy dude bro mate pal boss chief dear darling
american british english canadian mexican spanish french german italian chinese indian outstanding unacceptable insane crazy
outrageous nonsense fraud robbery theft lawyer attorney police nurse teacher student retired single married divorced homeowner tenant renter
broker agent advisor representative rep operator receptionist technician server host bot robot machine automated virtual
hoping wondering trying sick pregnant homeless curious upset confident frustrated disappointed annoyed locked stuck based afraid
furious thrilled unsure uncertain aware okay'd unhappy sorted done finished set rich broke poor alive bored nervous
reset reserved blocked disabled case-sensitive wrong different invalid weak unknown forgotten hidden blank needed
aarp aaa usa uk us visa mastercard amex discover google facebook paypal amazon apple gmail yahoo outlook
everyone all both either folks lot million sincerely regards respectfully yours cheers ciao congrats congratulations
ya u ur pls plz thx ty tks btw lol omg asap bc cuz gonna wanna gotta kinda lemme im ive ill id dont doesnt didnt wont isnt wasnt youre
youve theyre hes shes whats heres theres lets hai hii hiii helo hellow hola sup gud gm
ma pardon imagine parked bot's movie movies film films song songs pin password passcode username website site policy claim reference flight airport seat luggage bag bags vegan vegetarian
clouds cloudy rains rained raining rainy snowed snowing snowy windy foggy humid chilly sunshine partly venue venues
checkin checkout wi-fi via ok'd yessir nah ooh oops ouch ugh hmm ahh ohh aww sheesh gosh jeez whoa
`;
