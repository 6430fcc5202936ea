// How pages say where a letter stands.
import { countOf, day, sentence } from '../../web/kit/words.ts';
import type { LetterEventOnWire, ListedLetter } from '../letters/letters.shape.ts';
import { letterLevelWords, shieldedWriter } from '../letters/letter.core.ts';

/** `waits for Bo Lind until 16 March 2026, 10 working days`. */
export function clockOf({ state, waitsFor, due, daysLeft, overdue, stateSays, waitsForYou }: ListedLetter): string {
  if (due === null || daysLeft === null) return stateSays;
  const whom = waitsForYou ? ' you' : waitsFor === null ? '' : ` ${waitsFor}`;
  const what =
    state === 'open'
      ? `Waits for${whom}`
      : state === 'counsel'
        ? 'Adopted; counsel looks at it'
        : 'Adopted; waits for the owner’s signature';
  if (overdue) return `${what}: it was due on ${day(due)}`;
  return `${what} until ${day(due)}, ${daysLeft === 0 ? 'today' : countOf(daysLeft, 'working day')}`;
}

/** Where a letter is about, in a few words; empty where it says nothing of it. */
export function placeOf({ about, site }: ListedLetter): string {
  const parts = [
    about === null
      ? ''
      : `${about.title}${about.part === undefined ? '' : `, ${about.kind === 'policy' ? 'clause' : 'step'} ${about.part}`}`,
    site === null ? '' : site.name,
  ];
  return parts.filter((one) => one !== '').join(' · ');
}

/** One thing that happened, as a sentence without its end. */
export function eventSays({ kind, by, because, owner, level, answer, law, next, due }: LetterEventOnWire): string {
  const asked = owner ?? (level === undefined ? 'the owner' : letterLevelWords[level]);
  const until = due === undefined ? '' : ` until ${day(due)}`;
  // One without a name comes out a day after it was handed in.
  if (kind === 'sent')
    return `${by === shieldedWriter ? 'It came out without a name' : `Sent by ${by}`}; ${asked} is asked${until}`;
  if (kind === 'escalated') {
    const why = {
      silence: 'Nobody answered in time',
      refused: `${sentence(by)} took the refusal further`,
      'passed-up': `${by} passed it up`,
    };
    return `${why[because ?? 'silence']}; ${asked} is asked${until}`;
  }
  if (kind === 'answered') {
    const what = answer === 'adopted' ? 'adopted it' : answer === 'in-part' ? 'adopted a part of it' : 'refused it';
    return `${by} ${what}${next === 'counsel' ? `; counsel looks at it${until}` : next === 'sign-off' ? '; it waits for the owner’s signature' : ''}`;
  }
  if (kind === 'looked')
    return law === undefined ? `${by} looked at it for the law and has no objection` : `${by} objects: ${law}`;
  if (kind === 'not-looked') return 'Counsel had nothing to say in time, so it passes';
  if (kind === 'signed') return next === 'refused' ? `${by} did not sign it` : `${by} signed it`;
  if (kind === 'grown') return `${sentence(by)} wrote the rest of it`;
  if (kind === 'followed') return 'What it asks for was begun';
  return `${sentence(by)} wrote`;
}
