// Markers of six Englishes, in grammar and words, that don't change what was said. Few speakers use them all at once; where
// a verdict holds under all of them it holds under some. Written from descriptions of each variety, not from the packs.
import type { Rule } from './rewrites.ts';

const verbs =
  'be|ask|book|buy|call|check|come|do|eat|find|get|give|go|have|help|leave|let|look|make|move|need|pay|put|see|send|start|stay|take|tell|try|use|visit|want|watch|work';
const negative = "(don't|doesn't|didn't|can't|won't|haven't|ain't|never)";

export const dialects: Readonly<Record<string, readonly Rule[]>> = {
  // Copula left out, habitual be, ain't, negative concord, finna, done for what is over, levelled verbs.
  'African American English': [
    [`(?:going to|about to)(?= (?:${verbs})\\b)`, ['gon', 'finna', 'gonna']],
    ["(?:isn't|aren't|haven't|hasn't|am not|is not|are not)", "ain't"],
    ['(?:usually|always|often) (?:is|are)', 'be'],
    ['(you|they|we) (?:are|were) (?=[a-z]+ing\\b)', '$1 '],
    ["(you|they|we)'re (?=[a-z]+ing\\b|so\\b|very\\b|not\\b)", '$1 '],
    ["(he|she|it)'s (?=[a-z]+ing\\b|so\\b|very\\b)", '$1 '],
    ['(I|you|we|they) have already', '$1 done already'],
    ["(I)'ve already", '$1 done already'],
    [`${negative} ([a-z]+) anything`, '$1 $2 nothing'],
    [`${negative} ([a-z]+) any`, '$1 $2 no'],
    ["doesn't", "don't"],
    ['(?:you guys|you all)', "y'all"],
    ['something', "somethin'"],
    ['(look|try|call|get|do|have|mak|ask|think|com|talk|say)ing', "$1in'"],
    ['(?:really|very) (good|nice|bad|busy|late|slow|expensive|cheap)', 'hella $1'],
  ].map(pair),
  // Second person y'all, fixing to, double modals, a- less forms, ain't, done, right and mighty for very, them for those.
  Southern: [
    ['(?:you guys|you all)', "y'all"],
    ['do you (have|offer|sell|take|do|know of)', "do y'all $1"],
    ['are you (open|closed|guys)', "are y'all $1"],
    [`(?:going to|about to)(?= (?:${verbs})\\b)`, "fixin' to"],
    ['might be able to', 'might could'],
    ["(?:isn't|aren't|am not|is not|are not)", "ain't"],
    ["(?:I have|I've) (already|just)", 'I done'],
    ['very (good|nice|busy|kind|helpful)', 'mighty $1'],
    ['over there', 'over yonder'],
    ['those (?=[a-z]+s\\b)', 'them '],
    ['(look|try|call|get|do|have|mak|ask|think|com|talk|say)ing', "$1in'"],
    ['I think', 'I reckon'],
    ["doesn't", "don't"],
    ['(?:mom|mother)', 'mama'],
  ].map(pair),
  // Enclitic -nae, aye, wee, ken, youse, outwith, needing with a participle.
  Scottish: [
    ["don't", 'dinnae'],
    ["can't", 'cannae'],
    ['cannot', 'cannae'],
    ["didn't", 'didnae'],
    ["isn't", 'isnae'],
    ["wouldn't", 'wouldnae'],
    ["doesn't", 'doesnae'],
    ["couldn't", 'couldnae'],
    ["wasn't", 'wasnae'],
    ["haven't", 'havenae'],
    ['a little bit', 'a wee bit'],
    ['a little', 'a wee bit'],
    ['small', 'wee'],
    ['(?:yes|yeah)', 'aye'],
    ['(?:you guys|you all)', 'youse'],
    ['I know', 'I ken'],
    ['outside of', 'outwith'],
    ['need to be ([a-z]+ed)', 'need $1'],
    ['needs to be ([a-z]+ed)', 'needs $1'],
    ['my (mum|mother|husband|wife|car|phone)', 'ma $1'],
    ['(?:no problem)', 'nae bother'],
    ['girl', 'lassie'],
  ].map(pair),
  // Present continuous of states, kindly, only and itself for stress, the needful, good name, revert, question without inversion.
  'Indian English': [
    ['I want to', 'I am wanting to'],
    ['I need (?=a|an|the|to)', 'I am needing '],
    ['I have (?=a|an|the|two|three)', 'I am having '],
    ['do you have', 'are you having'],
    ['please (help|tell|give|send|check|confirm|let|provide|wait|hold|note|share)', 'kindly $1'],
    ['(?:get back to you|reply to you)', 'revert to you'],
    ['(?:get back to me)', 'revert to me'],
    ['what is your name', 'what is your good name'],
    ["what's your name", 'what is your good name'],
    ['may I have your name', 'may I have your good name'],
    ['today(?=[.,!?]|$)', 'today itself'],
    ['now(?=[.,!?]|$)', 'now only'],
    ['discuss', 'discuss about'],
    ["(?:isn't it|right)\\?", "isn't it?"],
    ['out of town', 'out of station'],
    ['tell me', 'tell to me'],
    ['move (it|this|that) forward', 'prepone $1'],
    ['as soon as possible', 'at the earliest'],
    ['please take care of (?:it|this|that)', 'please do the needful'],
  ].map(pair),
  // The after perfect, ye and youse, them for those, seen for saw, a thousand thanks, grand, wee.
  Irish: [
    ["(?:I have|I've) just ([a-z]+)ed", "I'm after $1ing"],
    ["(?:we have|we've) just ([a-z]+)ed", "we're after $1ing"],
    ['(?:you guys|you all)', ['ye', 'youse']],
    ['those (?=[a-z]+s\\b)', 'them '],
    ['I saw', 'I seen'],
    ['I did it', 'I done it'],
    ['am I not', "amn't I"],
    ['(?:thank you so much|thanks so much|thank you very much)', ['thanks a million', 'thanks very much indeed']],
    ["(?:that is fine|that's fine)", "that's grand"],
    ['that works(?=[.,!?]|$)', "that's grand"],
    ['a little bit', 'a wee bit'],
    ['a little', 'a wee bit'],
    ['small', 'wee'],
    ['(?:mom|mum|mother)', 'mam'],
    ["(?:isn't it)\\?", 'so it is?'],
    ['very (good|nice|busy|late|slow)', 'fierce $1'],
  ].map(pair),
  // One tag for all questions, was for were, bare for very.
  'Multicultural London English': [
    ["(?:isn't it|isn't that right|right|aren't you|don't you|doesn't it)\\?", 'innit?'],
    ['(?:you guys|you all)', 'you lot'],
    ['(?:really|very) (good|nice|bad|busy|late|slow|expensive|cheap)', 'bare $1'],
    ['we were', 'we was'],
    ['you were', 'you was'],
    ['they were', 'they was'],
    ["(?:isn't|aren't|haven't|hasn't)", "ain't"],
    [`${negative} ([a-z]+) anything`, '$1 $2 nothing'],
    ["doesn't", "don't"],
    ['something', 'suttin'],
  ].map(pair),
};

function pair(one: readonly [string, string | readonly string[]] | readonly (string | readonly string[])[]): Rule {
  return one as Rule;
}
