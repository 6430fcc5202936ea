// A finding told in a terminal, as a person would tell it. Words of a contact can't move the cursor.
import { wrapped } from '../kernel/wrap.ts';
import type { ReadFrom, Rung } from './finding.core.ts';
import type { Explanation } from './explanation.core.ts';
import { standingMeans } from './ladder/standing.core.ts';

const channels: Readonly<Record<Explanation['channel'], string>> = {
  phone: 'a call',
  visit: 'a visit',
  chat: 'a chat',
  email: 'an e-mail',
  complaint: 'a complaint',
  shop: 'a mystery shop',
};
const answers: Readonly<Record<Rung['answer'], string>> = { yes: 'Yes.', no: 'No.', 'no-record': 'No record.' };

/** The whole story, in lines of at most `width` characters. */
export function explanationText(told: Explanation, width = 100): string {
  return [
    'WHAT HAPPENED',
    ...whatHappened(told, width),
    '',
    'WHAT SHOULD HAVE BEEN',
    ...indented(told.standard.kind === 'atrocity' ? `Not this: ${told.standard.says}` : told.standard.says, width, 2),
    ...(told.standard.instead === undefined ? [] : indented(`Instead: ${told.standard.instead}`, width, 2)),
    '',
    'WHY: TWELVE QUESTIONS, THE PLACE BEFORE THE PERSON',
    ...twelveQuestions(told, width),
    '',
    'WHAT IT POINTS TO',
    ...whatItPointsTo(told, width),
    '',
    'WHAT WOULD SETTLE IT',
    ...(told.wouldSettle.length === 0
      ? ['  Every question that somebody could answer has its record.']
      : told.wouldSettle.flatMap((one) => indented(`- ${one.asks}`, width, 2))),
  ]
    .map((line) => line.trimEnd())
    .join('\n');
}

function whatHappened(told: Explanation, width: number): string[] {
  const kind = told.kind === null ? '' : ` (${told.kind.replaceAll('-', ' ')})`;
  const when = told.day === null ? ', day not known' : ` on ${told.day}`;
  const where = told.site === null ? '' : ` at ${told.site}`;
  const looked =
    told.searched === null
      ? []
      : [`  Looked for in turns ${told.searched.fromTurn + 1} to ${told.searched.toTurn + 1}, and not found.`];
  const timed = told.fromTimes ? ['  Seen from its times or rings, not from its words.'] : [];
  return [
    ...indented(`In ${channels[told.channel]}${kind}${when}${where}:`, width, 2),
    ...told.said.flatMap((turn) => indented(`${turn.speaker}: ${turn.text}`, width, 4)),
    ...looked,
    ...timed,
  ];
}

/** Each question with its answer; where nothing was brought, the questions alone, since twelve times "no record" says no more. */
function twelveQuestions(told: Explanation, width: number): string[] {
  if (told.recordBrought || told.rungs.some((rung) => rung.answer !== 'no-record'))
    return told.rungs.flatMap((rung) => oneQuestion(rung, width));
  return [
    ...told.rungs.flatMap((rung) => indented(`${String(rung.rung).padStart(2)}. ${rung.asks}`, width, 2)),
    ...indented(
      'None of them has an answer yet: no record was brought, and no words in this contact answer one. `customary init` writes an example of each record.',
      width,
      2,
    ),
  ];
}

function oneQuestion(rung: Explanation['rungs'][number], width: number): string[] {
  const factors = Object.entries(rung.factors).map(([cause, factor]) => `${cause} ×${factor}`);
  const words = rung.fromWords ? ' (from the words of the contact alone)' : '';
  const from = [...rung.readFrom.map(cited), ...(factors.length > 0 ? [factors.join(', ')] : [])];
  return [
    ...indented(`${String(rung.rung).padStart(2)}. ${rung.asks}`, width, 2),
    ...indented(`${answers[rung.answer]}${words} ${rung.sentence}`, width, 6),
    ...(from.length > 0 ? indented(`[${from.slice(0, 6).join('; ')}]`, width, 6) : []),
  ];
}

/** A citation as it is printed: kind, id, version and part. */
export function cited({ kind, id, version, part, evidence }: ReadFrom): string {
  if (kind === 'register') return `${id.replaceAll('-', ' ')} on record as of ${version ?? 'that day'}`;
  if (kind === 'words') return `words: ${id.replaceAll('-', ' ')}${evidence ? `, turn ${evidence.turn + 1}` : ''}`;
  if (kind === 'own-answer') return `own answer of ${version ?? 'an unknown day'}`;
  if (kind === 'marks') return `marks of ${id}`;
  return [
    `${kind.replaceAll('-', ' ')} ${id}`,
    ...(version === undefined ? [] : [`version ${version}`]),
    ...(part === undefined ? [] : [part]),
  ].join(', ');
}

function whatItPointsTo(told: Explanation, width: number): string[] {
  const leading = told.causes.filter((one) => one.leads);
  const rest = told.causes.filter((one) => !one.leads);
  const one = ({ cause, odds }: { cause: string; odds: number }) => `${cause} ${inTen(odds)}`;
  if (leading.length === 0 && told.rungs.every((rung) => rung.answer === 'no-record'))
    return ['  Nothing points anywhere yet.'];
  const first =
    leading.length === 0
      ? 'No answer points to a cause. What the answers have cleared leaves:'
      : `${leading.map(one).join(', ')}; beside it:`;
  const levels = [...new Set(told.rungs.flatMap((rung) => (rung.answer === 'yes' && rung.level ? [rung.level] : [])))];
  return [
    ...indented(`${first} ${rest.map(one).join(', ')}.`, width, 2),
    ...(levels.length > 0 ? [`  Management at the level of: ${levels.join(', ')}.`] : []),
    ...indented(`Standing: ${told.finding.standing} (${standingMeans[told.finding.standing]}).`, width, 2),
  ];
}

/** Odds in words that people use: `about 6 in 10`. */
export function inTen(odds: number): string {
  if (odds < 0.05) return 'less than 1 in 20';
  if (odds > 0.95) return 'more than 19 in 20';
  return `about ${Math.max(1, Math.round(odds * 10))} in 10`;
}

function indented(text: string, width: number, indent: number): string[] {
  // Control and format characters could move the cursor or turn the text around.
  const inert = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');
  return wrapped(inert, width, indent);
}
