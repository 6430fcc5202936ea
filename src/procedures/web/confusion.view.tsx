// Where a procedure confuses those who use it: steps called unclear or skipped with their reasons, readers who did not understand it,
// searches beside it that found nothing; and its newest runs. For those who look after it.
import { Link } from '@tanstack/react-router';
import { useAsked } from '../../web/kit/ask.view.tsx';
import { countOf, day } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import type { Confusion, Procedure } from '../procedures.shape.ts';
import type { Runs } from '../runs/run.shape.ts';
import { improvers } from './procedure-words.ts';
import css from './procedures.module.css';

export function ConfusionOf({
  procedure,
  confusion,
}: {
  readonly procedure: Procedure;
  readonly confusion: Confusion;
}) {
  const { runs, ended, notUnderstood, steps, searches } = confusion;
  const quiet = steps.length === 0 && notUnderstood === 0 && searches.length === 0;
  const at = (id: string): number => procedure.steps.findIndex((one) => one.id === id) + 1;
  const me = useMe();
  return (
    <section className={css.section} aria-labelledby="confusion">
      <h2 id="confusion">Where it confuses</h2>
      <p className={css.soft}>
        {runs === 0
          ? 'This version was never run as a checklist.'
          : `This version was run ${countOf(runs, 'time')}, ${ended} to the end.`}
        {quiet ? ' Nobody called a step unclear, and nobody who read it said that they don’t understand it.' : ''}
      </p>
      <ul className={css.list}>
        {notUnderstood > 0 ? <li>{countOf(notUnderstood, 'reader')} answered: I don’t understand it.</li> : null}
        {steps.map(({ step, unclear, skipped, notUnderstood: lost, checkWrong, why }) => (
          <li key={step} className={css.confused}>
            <a href={`#${encodeURIComponent(step)}`}>Step {at(step)}</a>
            <span>
              {[
                unclear > 0 ? `unclear in ${countOf(unclear, 'run')}` : null,
                lost > 0 ? `not understood by ${countOf(lost, 'reader')}` : null,
                checkWrong > 0 ? `${countOf(checkWrong, 'wrong answer')} to its check question` : null,
                skipped > 0 ? `skipped in ${countOf(skipped, 'run')}` : null,
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
            {why.map((one, index) => (
              <q key={`${index} ${one}`}>{one}</q>
            ))}
          </li>
        ))}
        {searches.map(({ words, times }) => (
          <li key={words}>
            “{words}” was searched for {countOf(times, 'time')} and not found.
          </li>
        ))}
      </ul>
      {runs > 0 && sees(me, improvers) ? <LastRuns id={procedure.id} /> : null}
    </section>
  );
}

function LastRuns({ id }: { readonly id: string }) {
  const { data } = useAsked<Runs>(`/v1/procedures/${encodeURIComponent(id)}/runs`);
  if (!data || data.items.length === 0) return null;
  return (
    <details className={css.details}>
      <summary>The last runs</summary>
      <ul className={css.list}>
        {data.items.map(({ id: run, version, person, site, beganAt, endedAt, done, skipped, unclear }) => (
          <li key={run}>
            <Link to="/procedures/$id/run" params={{ id } as never} search={{ run } as never}>
              {day(beganAt)}
            </Link>
            <span className={css.small}>
              {[
                person?.name,
                site?.name,
                `version ${version}`,
                `${done} done`,
                skipped > 0 ? `${skipped} skipped` : null,
                unclear > 0 ? `${unclear} unclear` : null,
                endedAt ? null : 'not ended',
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
