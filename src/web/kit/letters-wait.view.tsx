// On Today: letters that wait for whoever looks, and what was answered to their own lately.
import { Link } from '@tanstack/react-router';
import { useAsked } from './ask.view.tsx';
import { countOf, day } from './words.ts';
import type { LettersOnWire, ListedLetter } from '../../policies/letters/letters.shape.ts';
import css from './answers.module.css';

const shown = 5;
const lately = 14 * 86_400_000;

export function LettersWait() {
  const { data: waiting } = useAsked<LettersOnWire>('/v1/letters?which=for-me');
  const { data: own } = useAsked<LettersOnWire>('/v1/letters?which=mine&state=answered');
  const forMe = waiting?.letters ?? [];
  const answered = (own?.letters ?? []).filter((one) => Date.parse(one.movedOn) > Date.now() - lately);
  if (forMe.length === 0 && answered.length === 0) return null;
  return (
    <section className={css.waiting} aria-labelledby="letters-wait">
      <h2 id="letters-wait">
        {forMe.length > 0
          ? `${countOf(forMe.length, 'letter waits', 'letters wait')} for your answer`
          : countOf(answered.length, 'answer to your letter', 'answers to your letters')}
      </h2>
      <ul className={css.list}>
        {forMe.slice(0, shown).map((one) => (
          <OneLetter
            key={one.id}
            letter={one}
            says={one.overdue ? 'Overdue' : one.due === null ? '' : `Until ${day(one.due)}`}
          />
        ))}
        {answered.slice(0, shown).map((one) => (
          <OneLetter key={one.id} letter={one} says={`Your letter ${one.number}: ${one.stateSays}`} />
        ))}
      </ul>
    </section>
  );
}

function OneLetter({ letter, says }: { readonly letter: ListedLetter; readonly says: string }) {
  return (
    <li>
      <Link to="/letters/$id" params={{ id: letter.id } as never}>
        {letter.headline}
      </Link>
      <span className={css.soft}>{says}</span>
    </li>
  );
}
