// The plans by which contacts come before reviewers: what each asks, how far it is, draw now, change it, end it.
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { Progress } from '../../web/kit/progress.view.tsx';
import { countOf, counted, day, percent } from '../../web/kit/words.ts';
import { useMe } from '../../web/me.ts';
import type { ReviewPlans } from '../plans.shape.ts';
import { Draws } from './draws.view.tsx';
import { evenlyWord } from './plan-words.core.ts';
import css from './reviews.module.css';

type Plan = ReviewPlans['plans'][number];

export function Page() {
  return (
    <div className={css.page}>
      <header className={css.head}>
        <p>
          <Link to="/reviews">Reviews</Link>
        </p>
        <h1>Plans of what is reviewed</h1>
        <p className={css.soft}>
          A plan draws contacts each week, and writes down with what chance each was drawn: only so a few reviews tell
          of all contacts. Whatever is picked on purpose is kept apart.
        </p>
      </header>
      <Ask<ReviewPlans> path="/v1/review-plans">{(told) => <Plans told={told} />}</Ask>
    </div>
  );
}

function Plans({ told }: { readonly told: ReviewPlans }) {
  const { readsOnly } = useMe();
  const makes = told.can.make && !readsOnly;
  const make = (
    <Button renderRoot={(props) => <Link {...props} to="/reviews/plans/$plan" params={{ plan: 'new' } as never} />}>
      Make a plan
    </Button>
  );
  if (told.plans.length === 0)
    return (
      <Empty
        title="No plan yet"
        action={makes ? make : undefined}
        example={
          <p>Weekly review: five standards, 20 contacts a week, every tenth seen by two people, done within 7 days.</p>
        }
      >
        A plan says which standards are looked at, how many contacts a week, by whom and until when.
        {makes ? '' : ' An owner or a manager makes one.'}
      </Empty>
    );
  const [running, ended] = [told.plans.filter((one) => one.running), told.plans.filter((one) => !one.running)];
  return (
    <>
      {makes ? <p className={css.actions}>{make}</p> : null}
      {running.length === 0 ? <p className={css.soft}>No plan runs now.</p> : null}
      <ul className={css.plans}>
        {running.map((plan) => (
          <OnePlan key={plan.id} plan={plan} choices={told.choices} />
        ))}
      </ul>
      {ended.length === 0 ? null : (
        <details className={css.more}>
          <summary>Ended ({counted(ended.length)})</summary>
          <ul className={css.plans}>
            {ended.map((plan) => (
              <OnePlan key={plan.id} plan={plan} choices={told.choices} />
            ))}
          </ul>
        </details>
      )}
      <TakeOut />
    </>
  );
}

/** Every mark of people that may be seen, for whatever else is to be done with it. */
function TakeOut() {
  const ways = [
    ['csv', 'CSV'],
    ['xlsx', 'Excel workbook'],
    ['json', 'JSON'],
  ] as const;
  return (
    <p className={css.soft}>
      Take all marks of people out, with the chance with which each was drawn; reviewers go by a code:{' '}
      {ways.map(([as, name], at) => (
        <span key={as}>
          {at === 0 ? '' : ', '}
          <a href={`/v1/reviews/marks?as=${as}`} download={`reviews.${as}`}>
            {name}
          </a>
        </span>
      ))}
      .
    </p>
  );
}

function OnePlan({ plan, choices }: { readonly plan: Plan; readonly choices: ReviewPlans['choices'] }) {
  const { id, name, running, standards, aWeek, atRandom, seenByTwo, dueInDays, sites, drawn, done, overdue } = plan;
  const titles = standards.map((one) => choices?.standards.find((choice) => choice.id === one)?.title ?? one);
  const facts: readonly (readonly [string, string])[] = [
    ['A week', `${countOf(aWeek, 'contact')}, ${evenlyWord(atRandom)}`],
    ...(plan.targetedAWeek > 0 ? [['On purpose', `${counted(plan.targetedAWeek)} a week`] as const] : []),
    ['Seen by two', seenByTwo === 0 ? 'none' : percent(seenByTwo)],
    ...(seenByTwo === 0 ? [] : [['Waits for the second', countOf(plan.waitForSecondDays, 'day')] as const]),
    ['Done within', countOf(dueInDays, 'day')],
    ['Sites', sites.length === 0 ? 'all' : counted(sites.length)],
    ['From', day(plan.fromDay)],
    ...(plan.endedAt === undefined ? [] : [['Ended', day(plan.endedAt)] as const]),
  ];
  return (
    <li className={css.plan} data-running={running}>
      <h2>{name}</h2>
      <p>
        {counted(done)} of {counted(drawn)} that were drawn are reviewed
        {overdue > 0 ? <span className={css.late}>, {counted(overdue)} overdue</span> : null}.{' '}
        {plan.lastDrawnAt === undefined ? 'Nothing was drawn yet.' : `Last drawn on ${day(plan.lastDrawnAt)}.`}
        {plan.closedWithOne > 0
          ? ` ${countOf(plan.closedWithOne, 'contact')} that two should see closed with one review, since no second came.`
          : ''}
      </p>
      <dl className={css.facts}>
        {facts.map(([term, says]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <details className={css.more}>
        <summary>{countOf(standards.length, 'standard')}</summary>
        <ul>
          {titles.map((title) => (
            <li key={title}>{title}</li>
          ))}
        </ul>
      </details>
      {plan.lastDrawnAt === undefined ? null : <Draws plan={id} />}
      {running && plan.can.change ? <Acts id={id} name={name} left={plan.leftThisWeek} /> : null}
    </li>
  );
}

function Acts({ id, name, left }: { readonly id: string; readonly name: string; readonly left: number }) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const act = useMutation({
    mutationFn: async (verb: 'draw' | 'end') =>
      send<{ says?: string }>('POST', `/v1/review-plans/${encodeURIComponent(id)}/${verb}`),
    onSuccess: async () =>
      queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/v1/review') }),
  });
  return (
    <>
      {act.isPending && act.variables === 'draw' ? <Progress says="Contacts are being drawn" /> : null}
      <p role="status">{act.data?.says ?? ''}</p>
      {act.error ? <ProblemNotice problem={act.error} /> : null}
      {asking ? (
        <>
          <p role="alert">
            End “{name}”? Nothing is drawn by it any more, and what nobody has begun leaves the list. What was marked
            stays; what one of two has sent stands alone.
          </p>
          <div className={css.actions}>
            <Button autoFocus loading={act.isPending} onClick={() => act.mutate('end')}>
              Yes, end it
            </Button>
            <Button variant="default" onClick={() => setAsking(false)}>
              Back
            </Button>
          </div>
        </>
      ) : (
        <div className={css.actions}>
          <Button loading={act.isPending} onClick={() => act.mutate('draw')}>
            Draw now
          </Button>
          <Button
            variant="default"
            renderRoot={(props) => <Link {...props} to="/reviews/plans/$plan" params={{ plan: id } as never} />}
          >
            Change it
          </Button>
          <Button variant="default" onClick={() => setAsking(true)}>
            End it
          </Button>
          <span className={css.soft}>{left === 0 ? 'This week is drawn.' : `${counted(left)} left of this week.`}</span>
        </div>
      )}
    </>
  );
}
