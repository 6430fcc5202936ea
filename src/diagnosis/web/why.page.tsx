// "Why do we have it?": clauses that must show their right to stand, worst first, each with the words of contacts against it, what it costs
// and what those who must comply say; and refusals by a rule that nobody wrote.
import { Button, NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { withQuery } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import type { Why } from '../why/why.shape.ts';
import { hereWords, UnwrittenRule, WhyClause } from './why-clause.view.tsx';
import css from './why.module.css';

const atOnce = 50;

export function Page() {
  const [limit, setLimit] = useState(atOnce);
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Why do we have it?</h1>
        <p className={css.lede}>
          A rule stays because it helps us help customers, or because a law demands it. These have shown neither, or
          stood in the way of good service. Answer for a rule, change it, or take it out.
        </p>
      </header>
      <Ask<Why> path={withQuery('/v1/policies/why', { limit })}>
        {(told) => <Told told={told} more={() => setLimit(limit + atOnce)} />}
      </Ask>
    </div>
  );
}

function Told({ told, more }: { readonly told: Why; readonly more: () => void }) {
  const [here, setHere] = useState('');
  const { rows, all, clauses, unwritten } = told;
  if (clauses.owing === 0 && rows.length === 0 && unwritten === null)
    return (
      <Empty title="No rules are on record yet" action={<Link to="/record/bring">Bring your policies</Link>}>
        Bring policies as files, or write one. Every clause of a customer-service policy and of the house rules is asked
        what it is for; those of safety, ordering and benefits are not.
      </Empty>
    );
  const kinds = [...new Set(rows.map((one) => one.here))];
  const shown = rows.filter((one) => here === '' || one.here === here);
  return (
    <>
      <div className={css.bar}>
        <p>
          <strong>{`${clauses.answered} of ${clauses.owing}`}</strong> rules have been answered for.
          {told.asked ? '' : ' Causes have not been found yet, so contacts could not be asked what they say.'}
        </p>
        {kinds.length > 1 ? (
          <NativeSelect
            label="Show"
            value={here}
            onChange={(event) => setHere(event.currentTarget.value)}
            data={[
              { value: '', label: 'All, worst first' },
              ...kinds.map((one) => ({ value: one, label: hereWords[one] })),
            ]}
          />
        ) : null}
        <a href="/v1/policies/why/table" download>
          Take it out as CSV
        </a>
      </div>
      {unwritten && here === '' ? <UnwrittenRule against={unwritten} /> : null}
      {rows.length === 0 ? (
        <Empty title="Every rule has shown why it stands">
          Each clause in force helps customers or has a law behind it, and no contact was refused by one. Look here
          again when rules change, or after the next calls.
        </Empty>
      ) : (
        <ul className={css.rows}>
          {shown.map((one) => (
            <WhyClause key={`${one.policy.id} ${one.clause.id}`} row={one} money={told.money} />
          ))}
        </ul>
      )}
      {rows.length < all ? (
        <div>
          <Button variant="default" onClick={more}>{`Show more of ${all}`}</Button>
        </div>
      ) : null}
    </>
  );
}
