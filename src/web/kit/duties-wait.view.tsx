// On Today: job descriptions that wait for an answer from those who answer for their writers, the most pressing first.
import { Link } from '@tanstack/react-router';
import { useAsked } from './ask.view.tsx';
import { countOf, day } from './words.ts';
import { sees, useMe } from '../me.ts';
import type { JobDescriptions } from '../../record/job-descriptions/job-description.shape.ts';
import css from './answers.module.css';

const shown = 5;

export function DutiesWait() {
  return sees(useMe(), ['owner', 'district-manager', 'manager']) ? <Waiting /> : null;
}

function Waiting() {
  const { data } = useAsked<JobDescriptions>('/v1/job-descriptions');
  const waiting = data?.items.filter((one) => one.yours) ?? [];
  if (waiting.length === 0) return null;
  return (
    <section className={css.waiting} aria-labelledby="duties-wait">
      <h2 id="duties-wait">
        {countOf(waiting.length, 'job description waits', 'job descriptions wait')} for your answer
      </h2>
      <ul className={css.list}>
        {waiting.slice(0, shown).map((one) => (
          <li key={one.id}>
            <Link to="/duties/$id" params={{ id: one.id } as never}>
              {one.person.name}
            </Link>
            <span className={css.soft}>{`${one.overdue ? 'was due' : 'due'} by ${day(one.dueOn)}`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
