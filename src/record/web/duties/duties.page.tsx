// Job descriptions that the people one answers for have written: what waits for an answer first.
import { Link } from '@tanstack/react-router';
import { Ask } from '../../../web/kit/ask.view.tsx';
import { Empty } from '../../../web/kit/empty.view.tsx';
import { countOf, day, sentence, taskWord } from '../../../web/kit/words.ts';
import type { JobDescriptions } from '../../job-descriptions/job-description.shape.ts';
import css from './duties.module.css';

export function Page() {
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Job descriptions</h1>
        <p className={css.soft}>
          As those who do the job wrote them. Each is owed thanks and an answer to every line within ten working days;
          where none comes, the record says so.
        </p>
        <p>
          <Link to="/duties/mine">My own</Link>
        </p>
      </header>
      <Ask<JobDescriptions>
        path="/v1/job-descriptions"
        isEmpty={({ items }) => items.length === 0}
        empty={
          <Empty
            title="Nobody has sent one yet"
            example={
              <p>Let a tenant in who lost the key. When: somebody stands before a locked door. Up to one lock a day.</p>
            }
          >
            Ask the people you answer for to write down what they do, under “My job description”. What you both agree on
            becomes duties of the record, which training and procedures can be held against.
          </Empty>
        }
      >
        {({ items }) => (
          <ul className={css.list} aria-label="Job descriptions">
            {items.map(({ id, person, role, state, overdue, duties, sentOn, dueOn, evaluatedOn }) => (
              <li key={id}>
                <Link to="/duties/$id" params={{ id } as never} className={css.row}>
                  <strong>{person.name}</strong>
                  <span className={css.small}>
                    {sentence(taskWord(role))}, {countOf(duties, 'duty', 'duties')}, sent on {day(sentOn)}
                  </span>
                  <span className={overdue ? css.late : css.small}>
                    {state === 'evaluated'
                      ? `Evaluated on ${day(evaluatedOn!)}`
                      : overdue
                        ? `An answer was due by ${day(dueOn)}`
                        : `An answer is due by ${day(dueOn)}`}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Ask>
    </div>
  );
}
