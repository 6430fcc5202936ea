// What came of a file of past mystery shops: how many came in, what could not be read, and the way out again where it was wrong.
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Reject } from '../../contacts/contact.core.ts';
import type { JobOnWire } from '../../platform/jobs/jobs.shape.ts';
import { send } from '../../web/api.ts';
import { useAsked } from '../../web/kit/ask.view.tsx';
import kit from '../../web/kit/looked-into.module.css';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { fetchRejects } from '../../web/kit/rejects-file.ts';
import { countOf } from '../../web/kit/words.ts';

export interface ShopsCameProps {
  readonly job: JobOnWire;
  readonly again: () => void;
}

export function ShopsCame({ job, again }: ShopsCameProps) {
  const { contacts, versions, alreadyHere } = job.came ?? { contacts: 0, versions: 0, alreadyHere: 0 };
  const { data: rejects = [] } = useAsked<readonly Reject[]>(`/v1/imports/${job.import}/rejects`);
  const undo = useMutation({ mutationFn: async () => send('POST', `/v1/imports/${job.import}/undo`) });
  const came = contacts + versions;
  if (undo.isSuccess)
    return (
      <section className={kit.card} role="status">
        <h2>Taken out again</h2>
        <p>
          <Button onClick={again}>Choose a file</Button>
        </p>
      </section>
    );
  return (
    <section className={kit.card} role="status" aria-label="What came in">
      <h2>{came === 0 ? 'Nothing new came in' : `${countOf(came, 'mystery shop')} came in`}</h2>
      <ul>
        {job.state === 'cancelled' ? <li>You stopped it: what it had not come to was not read.</li> : null}
        {alreadyHere > 0 ? <li>{countOf(alreadyHere, 'shop was', 'shops were')} here already.</li> : null}
        {rejects.length > 0 ? (
          <li>
            {countOf(rejects.length, 'cell or row', 'cells and rows')} could not be read.{' '}
            <Button variant="subtle" size="compact-sm" onClick={() => fetchRejects(rejects)}>
              Fetch them as a table
            </Button>
          </li>
        ) : null}
        {came > 0 ? (
          <li>
            They are marked and everything is worked out anew by itself; <Link to="/jobs">see how far it is</Link>.
          </li>
        ) : null}
      </ul>
      {undo.error ? <ProblemNotice problem={undo.error} /> : null}
      <p className={kit.verbs}>
        <Button renderRoot={(props) => <Link {...props} to="/contacts" search={{ channel: 'shop' } as never} />}>
          See the mystery shops
        </Button>
        <Button variant="default" onClick={again}>
          Another file
        </Button>
        {came > 0 ? (
          <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate()}>
            Take them out again
          </Button>
        ) : null}
      </p>
    </section>
  );
}
