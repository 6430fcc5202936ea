// What waits to be reviewed: the next one at once, the rest by due date; for whoever looks after plans also who has how much in hand.
import { Button } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { Rows } from '../../web/kit/rows.view.tsx';
import { countOf, counted, day } from '../../web/kit/words.ts';
import { useMe } from '../../web/me.ts';
import type { ReviewQueue } from '../reviews.shape.ts';
import { contactWord, purposeWord } from './review-words.core.ts';
import css from './reviews.module.css';

type Line = ReviewQueue['tasks'][number];

/** One opens the next without looking at the list; the rest of it is there for whoever asks. */
const shownFirst = 8;

export function Page() {
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Reviews</h1>
        <p className={css.soft}>
          A person reads a contact and says of each standard whether it was met, without seeing what the machine said.
          That tells how far each machine’s mark is to be trusted.
        </p>
      </header>
      <Ask<ReviewQueue> path="/v1/reviews">{(queue) => <Queue queue={queue} />}</Ask>
    </div>
  );
}

function Queue({ queue }: { readonly queue: ReviewQueue }) {
  const { readsOnly } = useMe();
  const { tasks, waiting, overdue, doneThisWeek, others, plans, contacts, can } = queue;
  const sum = [
    waiting === 0
      ? 'Nothing waits for you'
      : `${countOf(waiting, 'review')} ${waiting === 1 ? 'waits' : 'wait'} for you`,
    ...(overdue > 0 ? [`${counted(overdue)} overdue`] : []),
    `${counted(doneThisWeek)} done this week`,
  ];
  return (
    <>
      {waiting + doneThisWeek > 0 ? <p role="status">{sum.join(', ')}.</p> : null}
      {queue.next !== null && !readsOnly ? <StartNext /> : null}
      {tasks.length > 0 ? <Waits queue={queue} /> : <Nothing queue={queue} />}
      {others === null ? null : <Others others={others} />}
      {can.plan ? (
        <p className={css.actions}>
          <Link to="/reviews/plans">
            {plans === 0 ? 'Plans of what is reviewed' : `${countOf(plans, 'plan')} of what is reviewed`}
          </Link>
          {contacts > 0 && plans === 0 ? (
            <Link to="/reviews/plans/$plan" params={{ plan: 'new' } as never}>
              Make a plan
            </Link>
          ) : null}
        </p>
      ) : null}
    </>
  );
}

function Waits({ queue: { tasks, waiting } }: { readonly queue: ReviewQueue }) {
  const [all, setAll] = useState(false);
  const shown = all ? tasks : tasks.slice(0, shownFirst);
  return (
    <section className={css.section} aria-labelledby="waits">
      <h2 id="waits">Waiting for you</h2>
      <ul className={css.list}>
        {shown.map((one) => (
          <OneTask key={one.id} line={one} />
        ))}
      </ul>
      {shown.length < tasks.length ? (
        <p>
          <Button variant="default" size="xs" onClick={() => setAll(true)}>
            Show all {tasks.length}
          </Button>
        </p>
      ) : waiting > tasks.length ? (
        <p className={css.soft}>{countOf(waiting - tasks.length, 'review')} more come after these.</p>
      ) : null}
    </section>
  );
}

function StartNext() {
  const go = useNavigate();
  const queries = useQueryClient();
  const begin = useMutation({
    mutationFn: async () => send<{ task: string | null }>('POST', '/v1/reviews/next'),
    onSuccess: async ({ task }) => {
      await queries.invalidateQueries({ queryKey: ['/v1/reviews'] });
      if (task !== null) await go({ to: '/reviews/$task', params: { task } as never });
    },
  });
  return (
    <div className={css.start}>
      <Button size="md" autoFocus loading={begin.isPending} onClick={() => begin.mutate()}>
        Start next
      </Button>
      {begin.error ? <ProblemNotice problem={begin.error} /> : null}
      {begin.data?.task === null ? <p role="status">Somebody else took the last one.</p> : null}
    </div>
  );
}

function OneTask({ line }: { readonly line: Line }) {
  const { id, purpose, channel, standards, due, overdue, yours, begun } = line;
  return (
    <li>
      <Link to="/reviews/$task" params={{ task: id } as never} className={css.row}>
        <span className={css.rowTitle}>{contactWord(channel)}</span>
        <span className={css.soft}>
          {purpose === 'review' ? '' : `${purposeWord(purpose)}, `}
          {countOf(standards, 'standard')}
          {begun ? ', begun' : yours ? ', in your hand' : ''}
        </span>
        <span className={overdue ? css.late : css.soft}>
          {overdue ? `overdue since ${day(due)}` : `due ${day(due)}`}
        </span>
      </Link>
    </li>
  );
}

function Nothing({ queue }: { readonly queue: ReviewQueue }) {
  const { contacts, plans, can } = queue;
  if (contacts === 0)
    return (
      <Empty
        title="There is nothing to review yet"
        action={can.plan ? <Link to="/contacts/bring">Bring contacts in</Link> : undefined}
      >
        Once calls, chats or visits are here, a plan draws some of them for people to read. Marks of people say how far
        the machine’s marks are right.
      </Empty>
    );
  if (plans === 0)
    return (
      <Empty
        title="No plan runs yet"
        action={
          can.plan ? (
            <Link to="/reviews/plans/$plan" params={{ plan: 'new' } as never}>
              Make a plan
            </Link>
          ) : undefined
        }
        example={<p>Five standards, 20 contacts a week, 2 of them seen by two people: about 45 minutes of reading.</p>}
      >
        <IconChecklist size={28} stroke={1.4} aria-hidden /> A plan says which standards are looked at, how many
        contacts a week, and by whom.{can.plan ? '' : ' An owner or a manager makes one.'}
      </Empty>
    );
  return (
    <Empty title="Nothing waits for you">
      All that was drawn for you is done, or others have it in hand. A plan draws anew each week.
    </Empty>
  );
}

function Others({ others }: { readonly others: NonNullable<ReviewQueue['others']> }) {
  return (
    <section className={css.section} aria-labelledby="in-hand">
      <h2 id="in-hand">Who has how much in hand</h2>
      {others.length === 0 ? (
        <p className={css.soft}>Nobody has anything in hand.</p>
      ) : (
        <Rows
          label="Who has how much in hand"
          rows={others}
          keyOf={(one) => one.member}
          columns={[
            { name: 'Who', of: (one) => one.name ?? 'Somebody who left' },
            { name: 'Open', of: (one) => counted(one.open), number: true },
            { name: 'Overdue', of: (one) => counted(one.overdue), number: true },
            { name: 'Next due', of: (one) => (one.nextDue === undefined ? '' : day(one.nextDue)) },
            { name: 'Done this week', of: (one) => counted(one.doneThisWeek), number: true },
          ]}
        />
      )}
      <p className={css.soft}>
        What nobody has taken is everybody’s. Of a contact that two see, both count once both are in.
      </p>
    </section>
  );
}
