// My job description: written by whoever does the job, who knows it best; then what was agreed, and what came before.
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Ask } from '../../../web/kit/ask.view.tsx';
import { Empty } from '../../../web/kit/empty.view.tsx';
import { day } from '../../../web/kit/words.ts';
import { sees, useMe } from '../../../web/me.ts';
import type { OwnJobDescriptions } from '../../job-descriptions/job-description.shape.ts';
import css from './duties.module.css';
import { OwnEditor } from './own-editor.view.tsx';
import { stands, TakeAlong, WrittenDown } from './written.view.tsx';

export function Page() {
  const me = useMe();
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>My job description</h1>
        <p className={css.soft}>
          You know best what you do. Write it down; whoever answers for you thanks you and answers to every line. What
          you both agree on counts as your duties.
        </p>
        {sees(me, ['owner', 'district-manager', 'manager', 'hr', 'auditor']) ? (
          <p>
            <Link to="/duties">Job descriptions of the people you answer for</Link>
          </p>
        ) : null}
      </header>
      {me.person ? (
        <Ask<OwnJobDescriptions> path="/v1/job-descriptions/mine">{(told) => <Own told={told} />}</Ask>
      ) : (
        <Empty
          title="It is not known yet which person of the record you are"
          action={sees(me, ['owner']) ? <Link to="/settings/people">Permissions</Link> : undefined}
        >
          Ask the owner to link your sign-in to your name, under Permissions. Then you can write down what you do.
        </Empty>
      )}
    </div>
  );
}

function Own({ told }: { readonly told: OwnJobDescriptions }) {
  const { readsOnly } = useMe();
  const [next, setNext] = useState(false);
  const newest = told.items[0];
  const writing = newest?.state === 'being-written' || !newest || next;
  if (writing && readsOnly) return <p>You look on, so you can write none.</p>;
  if (writing) return <OwnEditor told={told} begun={newest?.state === 'being-written' ? newest : null} />;
  return (
    <>
      <p role="status" className={newest.overdue ? css.note : css.soft}>
        {stands(newest)}
      </p>
      <WrittenDown job={newest} own />
      <TakeAlong job={newest} />
      {newest.state === 'evaluated' && !readsOnly ? (
        <p>
          <Button variant="default" onClick={() => setNext(true)}>
            Write the next one
          </Button>
        </p>
      ) : null}
      {told.items.slice(1).map((one) => (
        <details key={one.id} className={css.more}>
          <summary>
            The {one.nth === 1 ? 'first' : `one before, number ${one.nth}`}
            {one.sentOn ? `, of ${day(one.sentOn)}` : ''}
          </summary>
          <WrittenDown job={one} own />
        </details>
      ))}
    </>
  );
}
