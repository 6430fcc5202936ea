// What an import came to: how much came in, what could not and why, as a table to fetch, and where to go next.
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JobOnWire } from '../../platform/jobs/jobs.shape.ts';
import { useAsked } from '../../web/kit/ask.view.tsx';
import { fetchRejects } from '../../web/kit/rejects-file.ts';
import { countOf } from '../../web/kit/words.ts';
import type { Reject } from '../contact.core.ts';
import css from './bring.module.css';

export interface DoneProps {
  readonly job: JobOnWire;
  readonly more: () => void;
}

export function Done({ job, more }: DoneProps) {
  const { contacts, versions, alreadyHere } = job.came ?? { contacts: 0, versions: 0, alreadyHere: 0 };
  const { data: rejects = [] } = useAsked<readonly Reject[]>(`/v1/imports/${job.import}/rejects`);
  const came = contacts + versions;
  return (
    <section className={css.done} role="status" aria-label="What came in">
      <h2>{came === 0 ? 'Nothing new came in' : `${countOf(came, 'contact')} came in`}</h2>
      <ul>
        {versions > 0 ? <li>{countOf(versions, 'of them a newer version', 'of them newer versions')}</li> : null}
        {alreadyHere > 0 ? (
          <li>{countOf(alreadyHere, 'contact was', 'contacts were')} here already, and left alone.</li>
        ) : null}
        {job.state === 'cancelled' ? <li>You stopped it: what it had not come to was not read.</li> : null}
        {came > 0 ? (
          <li>
            They are marked and everything is worked out anew by itself; <Link to="/jobs">see how far it is</Link>.
          </li>
        ) : null}
      </ul>
      {rejects.length > 0 ? (
        <>
          <h3>{refusedOf(rejects)} could not go in</h3>
          <ul className={css.rejects}>
            {rejects.slice(0, 10).map((one, at) => (
              <li key={at}>
                {one.file}
                {one.row === undefined ? '' : `, row ${one.row}`}: expected {one.expected}. {one.remedy}
              </li>
            ))}
          </ul>
          <p>
            <Button variant="default" onClick={() => fetchRejects(rejects)}>
              Fetch all of them as a table
            </Button>
          </p>
        </>
      ) : null}
      <p className={css.next}>
        <Button renderRoot={(props) => <Link {...props} to="/contacts" />}>See the contacts</Button>
        <Button variant="default" renderRoot={(props) => <Link {...props} to="/causes" />}>
          See why things are missed
        </Button>
        <Button variant="default" onClick={more}>
          Bring more in
        </Button>
      </p>
    </section>
  );
}

function refusedOf(rejects: readonly Reject[]): string {
  const rows = rejects.filter((one) => one.row !== undefined).length;
  if (rows === rejects.length) return countOf(rows, 'row');
  return rows === 0 ? countOf(rejects.length, 'file') : countOf(rejects.length, 'row or file', 'rows and files');
}
