// One review: marked while it is in one's hand, decided where two differ, and once it is in, beside what the machine said.
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { send } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { Waiting } from '../../web/kit/waiting.view.tsx';
import { useMe } from '../../web/me.ts';
import type { ReviewTask } from '../reviews.shape.ts';
import { Compared } from './compared.view.tsx';
import { Deciding } from './deciding.view.tsx';
import { Marking } from './marking.view.tsx';

export function Page() {
  const { task = '' } = useParams({ strict: false }) as { readonly task?: string };
  const path = `/v1/reviews/${encodeURIComponent(task)}`;
  return (
    <Ask<ReviewTask> key={task} path={path} title="Review">
      {(told) =>
        told.id === task ? <OneReview key={told.id} told={told} path={path} /> : <Waiting says="Being read" />
      }
    </Ask>
  );
}

function OneReview({ told, path }: { readonly told: ReviewTask; readonly path: string }) {
  const queries = useQueryClient();
  const { readsOnly } = useMe();
  const [next, setNext] = useState<string | null>();
  const [problem, setProblem] = useState<Error | null>(null);
  const asked = useRef(false);
  const takes = told.state === 'open' && told.can.take && !readsOnly;
  // Whoever opens a review that waits for them has it in hand, so that no key is pressed for it.
  useEffect(() => {
    if (!takes || asked.current) return;
    asked.current = true;
    send<unknown>('POST', `${path}/take`)
      .then(async () => queries.invalidateQueries({ queryKey: [path] }))
      .catch((error: unknown) => setProblem(error as Error));
  }, [takes, path, queries]);
  if (told.after) return <Compared task={told} after={told.after} next={next} />;
  if (told.state === 'yours' && told.draft !== null && told.can.mark) {
    const done = (task: ReviewTask, then: string | null): void => {
      setNext(then);
      queries.setQueryData([path], task);
    };
    return told.sides === null ? (
      <Marking task={told} done={done} />
    ) : (
      <Deciding task={told} sides={told.sides} done={done} />
    );
  }
  if (problem)
    return (
      <>
        <h1>Review</h1>
        <ProblemNotice problem={problem} />
        <BackToReviews />
      </>
    );
  if (takes) return <Waiting says="Being taken" />;
  return (
    <>
      <h1>Review</h1>
      <Empty
        title={
          told.state === 'taken'
            ? 'Somebody else has it in hand'
            : told.state === 'open'
              ? 'It waits for others'
              : 'It is over'
        }
        action={<BackToReviews />}
      >
        {told.state === 'taken'
          ? 'Whoever took it marks it. If they leave it, it comes back to the list by itself.'
          : told.state === 'open'
            ? 'You may read that it is there; it is marked by somebody else.'
            : 'Nobody needs to mark it any more. What was handed in is kept.'}
      </Empty>
    </>
  );
}

function BackToReviews() {
  return (
    <Button variant="default" renderRoot={(props) => <Link {...props} to="/reviews" />}>
      To your reviews
    </Button>
  );
}
