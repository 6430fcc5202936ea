// One's own: one standard to work on, what was missed and what was met in the last contacts in one's own words, what is due.
// Nobody else is on this page, and nothing is compared with anybody.
import { Link } from '@tanstack/react-router';
import { countOf, day, taskWord } from '../../web/kit/words.ts';
import type { Today } from '../today/today.shape.ts';
import { FailureQuote } from './failure-quote.view.tsx';
import css from './today.module.css';

type Own = NonNullable<Today['own']>;

/** @param alone nothing else is on the page: then what is empty is said */
export function OwnCalls({ own, alone }: { readonly own: Own; readonly alone: boolean }) {
  const { workOn, missed, met, refreshers } = own;
  if (!alone && missed.length + met.length + refreshers.length === 0) return null;
  return (
    <>
      {workOn ? (
        <section className={css.workOn} aria-labelledby="work-on">
          <p className={css.kicker}>Your one standard to work on</p>
          <h2 id="work-on">{workOn.title}</h2>
          <p>{workOn.says}</p>
          {workOn.instead ? (
            <p>
              <strong>Better:</strong> {workOn.instead}
            </p>
          ) : null}
          <p className={css.soft}>{`Met ${workOn.met} of the last ${workOn.met + workOn.failed} times it came up.`}</p>
        </section>
      ) : null}
      {refreshers.length > 0 ? (
        <section className={css.section} aria-labelledby="due">
          <h2 id="due">Due for you</h2>
          <ul className={css.plain}>
            {refreshers.map(({ task, expires, lapsed }) => (
              <li
                key={task}
              >{`Refresher: ${taskWord(task)}. ${lapsed ? 'Lapsed on' : 'Lapses on'} ${day(expires)}.`}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <Marks title="What went well in your last calls" marks={met} none="Nothing of yours has been marked yet." />
      <Marks title="What was missed in them" marks={missed} none="Nothing was missed in your last contacts." />
    </>
  );
}

function Marks({ title, marks, none }: { readonly title: string; readonly marks: Own['met']; readonly none: string }) {
  return (
    <section className={css.section} aria-label={title}>
      <h2>{title}</h2>
      {marks.length === 0 ? <p className={css.soft}>{none}</p> : null}
      <ul className={css.marks} aria-label={countOf(marks.length, 'mark')}>
        {marks.map((one) => (
          <li key={one.mark}>
            <h3>
              <Link to="/standards/$id" params={{ id: one.standard.id } as never}>
                {one.standard.title}
              </Link>
            </h3>
            <FailureQuote failure={one} own />
          </li>
        ))}
      </ul>
    </section>
  );
}
