// A job description as it was written, line by line with what was said of it, and what contacts say of it; and the ways to take it
// along.
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { countOf, day, sentence } from '../../../web/kit/words.ts';
import type { JobDescription } from '../../job-descriptions/job-description.shape.ts';
import { asMarkdown } from '../../job-descriptions/job-description-text.core.ts';
import css from './duties.module.css';
import { DutySays } from './duty-says.view.tsx';

const verdictWords = { agree: 'Agreed', amend: 'Amended', remove: 'Taken out' } as const;

export function WrittenDown({ job, own }: { readonly job: JobDescription; readonly own: boolean }) {
  const { written, evaluation, drift } = job;
  return (
    <>
      {evaluation ? (
        <blockquote className={css.thanks}>
          <p>{evaluation.thanks}</p>
        </blockquote>
      ) : null}
      <ol className={css.duties} aria-label="Duties">
        {written.duties.map((duty, at) => {
          const said = evaluation?.lines.find((one) => one.duty === duty.id);
          return (
            <li key={duty.id} className={css.duty}>
              <h3>
                <span aria-hidden>{at + 1}</span> {duty.task}
              </h3>
              <DutySays duty={duty} />
              {said ? (
                <div className={css.verdict} data-verdict={said.verdict}>
                  <p>
                    <strong>{verdictWords[said.verdict]}</strong>
                    {said.reason === '' ? '' : `: ${said.reason}`}
                  </p>
                  {said.verdict === 'amend' && said.amended ? (
                    <>
                      <p>{said.amended.task}</p>
                      <DutySays duty={said.amended} />
                    </>
                  ) : null}
                </div>
              ) : null}
              {drift.never.includes(duty.id) ? (
                <p className={css.small}>
                  In the contacts of the last quarter nothing of this came up. Is it still done?
                </p>
              ) : null}
            </li>
          );
        })}
        {evaluation?.added.map(({ duty, reason }) => (
          <li key={duty.id} className={css.duty}>
            <h3>{duty.task}</h3>
            <DutySays duty={duty} />
            <p className={css.verdict} data-verdict="amend">
              <span>
                <strong>Added</strong>: {reason}
              </span>
            </p>
          </li>
        ))}
      </ol>
      {drift.unwritten.length > 0 ? (
        <section className={css.note} aria-labelledby="unwritten">
          <h2 id="unwritten">Done often, and in no duty</h2>
          <ul>
            {drift.unwritten.map(({ standard, title, contacts }) => (
              <li key={standard}>
                <Link to="/standards/$id" params={{ id: standard } as never}>
                  {title}
                </Link>
                , in {countOf(contacts, 'contact')} of the last quarter
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {written.daily.trim() === '' ? null : (
        <section className={css.section}>
          <h2>A usual day</h2>
          <p className={css.asWritten}>{written.daily}</p>
        </section>
      )}
      {written.suggestions.length > 0 ? (
        <section className={css.section}>
          <h2>Suggestions</h2>
          <ul className={css.duties}>
            {written.suggestions.map((one, at) => (
              <li key={`${at} ${one}`} className={css.duty}>
                <p>{one}</p>
                {own ? (
                  <p>
                    <Link to="/letters/new" search={{ wrong: one } as never}>
                      Make it a letter, which is owed an answer
                    </Link>
                  </p>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

/** What became of it, in a sentence. */
export function stands({ state, overdue, sentOn, dueOn, evaluatedOn, supervisor }: JobDescription): string {
  const who = supervisor?.name ?? 'whoever answers for it';
  if (state === 'being-written') return 'Being written; nobody else sees it.';
  if (state === 'evaluated') return `Sent on ${day(sentOn!)}, evaluated on ${day(evaluatedOn!)}.`;
  return overdue
    ? `Sent on ${day(sentOn!)}. An answer was due by ${day(dueOn!)} and has not come: the record says so.`
    : `Sent on ${day(sentOn!)}. ${sentence(who)} answers by ${day(dueOn!)}.`;
}

export function TakeAlong({ job }: { readonly job: JobDescription }) {
  const { person, role, written, sentOn, evaluatedOn, evaluation } = job;
  const fetchAs = (kind: 'md' | 'json'): void => {
    const text =
      kind === 'json'
        ? `${JSON.stringify({ person: person.name, role, written, sentOn, evaluatedOn, evaluation }, null, 2)}\n`
        : asMarkdown({ name: person.name, role, written, sentOn, evaluatedOn, evaluation });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(
      new Blob([text], { type: kind === 'json' ? 'application/json' : 'text/markdown;charset=utf-8' }),
    );
    link.download = `job-description-${job.nth}.${kind}`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <p className={css.actions}>
      <Button variant="default" onClick={() => fetchAs('md')}>
        Take it along as text
      </Button>
      <Button variant="default" onClick={() => fetchAs('json')}>
        As JSON
      </Button>
      <Button variant="default" onClick={() => print()}>
        Print
      </Button>
    </p>
  );
}
