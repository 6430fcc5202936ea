// What one person's last contacts kept and missed, as help: what is done well first, then a few standards worth working on, with
// their own words. Each leads to the contact, where a mark can be answered.
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { OnePerson } from '../one-person/one-person.shape.ts';
import { FailureQuote } from './failure-quote.view.tsx';
import { CoachFrom } from '../../web/kit/coach-from.view.tsx';
import { AnswerMark } from '../../web/kit/answer-mark.view.tsx';
import { day } from '../../web/kit/words.ts';
import css from './people.module.css';

type Marks = NonNullable<OnePerson['marks']>;

export function OfContacts({ marks, own }: { readonly marks: Marks; readonly own: boolean }) {
  const { since, well, help, metWords, missedWords } = marks;
  if (well.length + help.length === 0)
    return (
      <section className={css.section} aria-labelledby="contacts">
        <h2 id="contacts">{own ? 'Your last contacts' : 'Their last contacts'}</h2>
        <p className={css.soft}>
          Since {day(since)} there are too few marked contacts to say anything. What was longer ago is no longer told:
          yesterday is done.
        </p>
      </section>
    );
  return (
    <>
      {well.length > 0 ? (
        <section className={css.section} aria-labelledby="well">
          <h2 id="well">{own ? 'What you do well' : 'Done well'}</h2>
          <ul className={css.well}>
            {well.map((one) => (
              <li key={one.standard}>
                <IconCircleCheck size={20} aria-hidden className={css.sign} />
                <span>
                  <Link to="/standards/$id" params={{ id: one.standard } as never}>
                    {one.title}
                  </Link>
                  <br />
                  <span
                    className={css.small}
                  >{`met ${one.met} of ${one.met + one.failed} times since ${day(since)}`}</span>
                </span>
              </li>
            ))}
          </ul>
          <Words told={metWords.slice(0, 2)} own={own} answers={false} />
        </section>
      ) : null}
      {help.length > 0 ? (
        <section className={css.section} aria-labelledby="help">
          <h2 id="help">{own ? 'Worth working on' : 'Where help would help'}</h2>
          <div className={css.columns}>
            {help.map((one) => (
              <div key={one.standard} className={css.help}>
                <h3>
                  <Link to="/standards/$id" params={{ id: one.standard } as never}>
                    {one.title}
                  </Link>
                </h3>
                <p>{one.says}</p>
                {one.instead ? (
                  <p>
                    <strong>Better:</strong> {one.instead}
                  </p>
                ) : null}
                <p className={css.small}>{`Met ${one.met} of the ${one.met + one.failed} times it came up.`}</p>
              </div>
            ))}
          </div>
          <Words told={missedWords} own={own} answers={own} />
        </section>
      ) : null}
    </>
  );
}

function Words({
  told,
  own,
  answers,
}: {
  readonly told: Marks['metWords'];
  readonly own: boolean;
  readonly answers: boolean;
}) {
  return (
    <ul className={css.quotes}>
      {told.map((one) => (
        <li key={one.mark}>
          <h3>{one.standard.title}</h3>
          <FailureQuote failure={one} own={own} />
          {answers ? <AnswerMark contact={one.contact} mark={one.mark} standard={one.standard.id} failed mine /> : null}
          {own ? null : <CoachFrom mark={one.mark} />}
        </li>
      ))}
    </ul>
  );
}
