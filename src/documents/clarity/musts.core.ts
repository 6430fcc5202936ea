// Every "must" needs somebody who must: sentences that oblige without saying whom.
import type { Found } from './clarity.core.ts';
import { sentencesOf } from './reading-grade.core.ts';

const obliges =
  /\b(?:must|shall|(?:has|have|needs?|ought) to|(?:is|are) (?:required |obliged |expected )?to be|(?:is|are) (?:required|obliged) to)\b/giu;
/** Whom a sentence may oblige. */
const somebody =
  /\b(?:i|you|we|he|she|they|who|whoever|everybody|everyone|anybody|anyone|nobody|no one|each of us|reps?|representatives?|agents?|clerks?|cashiers?|advisers?|advisors?|assistants?|managers?|supervisors?|owners?|directors?|trainers?|reviewers?|auditors?|counsel|employees?|staff|team(?: members?)?|colleagues?|workers?|technicians?|drivers?|guards?|nurses?|receptionists?|caretakers?|members?|leaders?|heads? of|chief executive|ceo|hr|company|organi[sz]ation|caller|customers?|tenants?|patients?|guests?|visitors?|clients?|landlord|person(?: who| that| on duty)?|people who)\b/iu;
/** "must be signed": somebody signs; `by` says who. */
const passive =
  /^\s+(?:(?:not|never|always|also|only|first|then)\s+)*be(?:en)?\s+(?:\p{L}+ly\s+)?\p{L}+(?:ed|en|wn|ne|ld|nt|pt|de|ght|id|ept|ut|t)\b/iu;
/** A state is no act: "must be open", "must be at least 18". */
const state = /^\s+(?:not\s+)?be\s+(?:at|in|on|a|an|the|over|under|open|present|clean|safe|old|free|able|ready|\d)\b/iu;

/** So many letters before and after are looked at: whoever is named further off is not read as the one who must. */
const nearby = 300;

/** @param actors what those are called beside the usual words */
export function mustsWithoutActor(text: string, actors: readonly string[]): Found[] {
  const own = actors.map((one) => one.trim().toLowerCase().replaceAll('-', ' ')).filter((one) => one !== '');
  return sentencesOf(text).flatMap(({ from, text: sentence }) =>
    [...sentence.matchAll(obliges)].flatMap(({ 0: words, index }): Found[] => {
      const before = clauseBefore(sentence.slice(Math.max(0, index - nearby), index));
      const after = sentence.slice(index + words.length, index + words.length + nearby);
      const doing = /to be$/i.test(words) ? ` be${after}` : after;
      const done = passive.test(doing) && !state.test(doing);
      const named = done ? by(after, own) : names(before, own);
      return named
        ? []
        : [
            {
              kind: 'must-without-actor',
              from: from + index,
              to: from + index + words.length,
              words,
              instead: done
                ? 'Say who does it: “the rep signs it”, or “… by the rep”.'
                : 'Begin with who must: “The rep must …”, “The manager on duty must …”.',
            },
          ];
    }),
  );
}

/** The words since the last comma or joining word: who must stands there, or else before them. */
function clauseBefore(text: string): string {
  const last = text.split(/[;:,(–—]/u).at(-1) ?? '';
  // "The rep greets them and must ...": whoever was named before goes on.
  return last.trim().split(/\s+/u).length <= 2 || /^\s*(?:and|but|or|then)\b/iu.test(last) ? text : last;
}

function by(after: string, own: readonly string[]): boolean {
  const who = /\bby\s+([^.;,]+)/iu.exec(after)?.[1];
  return who !== undefined && names(who, own);
}

function names(text: string, own: readonly string[]): boolean {
  const plain = text.toLowerCase().replaceAll('-', ' ');
  return somebody.test(text) || own.some((one) => plain.includes(one));
}
