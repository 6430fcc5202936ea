// Words as a record: where nothing else was brought, the contact itself speaks. Each kind of words answers one question,
// as possible at most, and only for failures that it can be about. The names are those of packs/words.yaml.
import type { Cause, ManagementLevel } from '../finding.core.ts';
import type { Failure, Heard } from '../failure.core.ts';
import type { WordSettings } from '../ladder-settings.core.ts';
import type { Asked, Reading } from './reading.core.ts';

interface WordsAnswer {
  readonly rung: number;
  readonly cause: Cause;
  readonly detail: string;
  readonly level?: ManagementLevel;
  readonly sentence: string;
}

export const wordsAnswer: Readonly<Record<string, WordsAnswer>> = {
  'no-procedure': {
    rung: 1,
    cause: 'procedure',
    detail: 'missing',
    sentence: 'The words say that there is nothing written to go by.',
  },
  'ask-colleague': {
    rung: 1,
    cause: 'procedure',
    detail: 'oral-tradition',
    sentence: 'The words send for a colleague who knows: it seems to be kept in heads, not in writing.',
  },
  'not-my-job': {
    rung: 2,
    cause: 'procedure',
    detail: 'role-gap',
    sentence: "The words say that it is not this person's job.",
  },
  'policy-cited': { rung: 3, cause: 'policy', detail: 'cited', sentence: 'The words cite a policy.' },
  'needs-approval': {
    rung: 4,
    cause: 'policy',
    detail: 'limit',
    sentence: 'The words say that somebody else must agree first.',
  },
  'conflicting-instructions': {
    rung: 5,
    cause: 'procedure',
    detail: 'contradictory',
    sentence: 'The words say that instructions contradict each other.',
  },
  alone: {
    rung: 6,
    cause: 'management',
    detail: 'load',
    level: 'site',
    sentence: 'The words say that there are too few people.',
  },
  'short-staffed': {
    rung: 6,
    cause: 'management',
    detail: 'load',
    level: 'site',
    sentence: 'The words say that people are missing today.',
  },
  'system-down': {
    rung: 6,
    cause: 'management',
    detail: 'outage',
    level: 'site',
    sentence: 'The words say that a tool does not work.',
  },
  'nobody-told-me': {
    rung: 7,
    cause: 'management',
    detail: 'no-feedback',
    level: 'site',
    sentence: 'The words say that nobody had told them.',
  },
  'target-pressure': {
    rung: 7,
    cause: 'management',
    detail: 'target',
    level: 'site',
    sentence: 'The words speak of a target that must be met.',
  },
  'new-here': { rung: 8, cause: 'training', detail: 'new', sentence: 'The words say that the person is new.' },
  'not-trained': {
    rung: 8,
    cause: 'training',
    detail: 'not-certified',
    sentence: 'The words say that the person was never shown how.',
  },
  'chose-not-to': {
    rung: 11,
    cause: 'personnel',
    detail: 'conduct',
    sentence: 'The words say that it will not be done.',
  },
};

/** Rungs that ask for the words themselves: there they answer yes even beside a recorded no. */
const asksForWords: ReadonlySet<number> = new Set([3]);

/**
 * The yes that the words of this contact give to a question, or undefined: where nothing answers it in the words, or a
 * dated record has already answered it.
 */
export function readWords({ failure, settings }: Asked, rung: number, recorded: Reading): Reading | undefined {
  if (recorded.answer === 'yes' || (recorded.answer === 'no' && !asksForWords.has(rung))) return undefined;
  const heard = failure.heard.filter(
    (one) => wordsAnswer[one.name]?.rung === rung && isAbout(failure.mark, one, settings.words),
  );
  const first = heard[0];
  if (!first) return undefined;
  const { cause, detail, level, sentence } = wordsAnswer[first.name] as WordsAnswer;
  const contradicted = recorded.answer === 'no' ? ` The record says otherwise: ${recorded.sentence}` : '';
  return {
    answer: 'yes',
    pointsTo: [cause],
    detail,
    ...(level ? { level } : {}),
    readFrom: [
      ...heard.map((one: Heard) => ({ kind: 'words', id: one.name, evidence: one.evidence })),
      ...recorded.readFrom,
    ],
    sentence: sentence + contradicted,
    ...(recorded.gap ? { gap: recorded.gap } : {}),
  };
}

/**
 * May these words explain this mark? "I'm new here" holds for the whole contact. "That's our policy" is about one matter,
 * and speaks of a failure only from where it stands: near a piece of its evidence, or, where something was never said,
 * inside the few turns in which it should have been. A mark from rings or times alone stands in no turn at all.
 */
function isAbout(mark: Failure['mark'], { name, evidence: { turn } }: Heard, words: WordSettings): boolean {
  if (words.situation.has(name)) return true;
  if (mark.evidence.length > 0) return mark.evidence.some((one) => Math.abs(one.turn - turn) <= words.nearTurns);
  if (mark.searched === undefined) return false;
  const { fromTurn, toTurn } = mark.searched;
  return toTurn - fromTurn + 1 <= words.narrowTurns && fromTurn <= turn && turn <= toTurn;
}
