// On Today: answers to marks that nobody has read yet, at one's own sites. Nobody is named; each opens the contact at its mark.
import { Link } from '@tanstack/react-router';
import { useAsked } from './ask.view.tsx';
import { countOf, day } from './words.ts';
import { sees, useMe } from '../me.ts';
import type { WaitingAnswers } from '../../marking/answers/mark-answers.shape.ts';
import css from './answers.module.css';

const shown = 5;

export function AnswersWait() {
  return sees(useMe(), ['owner', 'district-manager', 'manager', 'reviewer']) ? <Waiting /> : null;
}

function Waiting() {
  const { data } = useAsked<WaitingAnswers>('/v1/mark-answers');
  if (!data || data.all === 0) return null;
  return (
    <section className={css.waiting} aria-labelledby="answers-wait">
      <h2 id="answers-wait">{countOf(data.all, 'answer to a mark waits', 'answers to marks wait')} to be read</h2>
      <ul className={css.list}>
        {data.items.slice(0, shown).map((one) => (
          <li key={one.mark}>
            <Link to="/contacts/$id" params={{ id: one.contact } as never} search={{ mark: one.mark } as never}>
              {one.title}
            </Link>
            <span>
              {one.answer === 'right'
                ? '“That’s right.”'
                : `“That’s not what happened${one.because ? `: ${one.because}` : ''}”`}
            </span>
            <span className={css.soft}>
              {[one.site, one.day ? day(one.day) : undefined].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
