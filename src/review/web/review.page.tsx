// One review: marked while it is in one's hand, decided where two differ, and once it is in, beside what the machine said.
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { get, send } from '../../web/api.ts';
import { Empty } from '../../web/kit/empty.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { Waiting } from '../../web/kit/waiting.view.tsx';
import { useMe } from '../../web/me.ts';
import type { ReviewTask } from '../reviews.shape.ts';
import { Compared } from './compared.view.tsx';
import { Deciding } from './deciding.view.tsx';
import css from './marking.module.css';
import { Marking } from './marking.view.tsx';
import { whenLeft } from './use-review.ts';

export function Page() {
  const { task = '' } = useParams({ strict: false }) as { readonly task?: string };
  return <Told key={task} path={`/v1/reviews/${encodeURIComponent(task)}`} />;
}

/** Read anew each time it is opened, and not while it is written: what is written is on the page. */
function Told({ path }: { readonly path: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: [path],
    queryFn: async ({ signal }) => {
      await whenLeft();
      return get<ReviewTask>(path, signal);
    },
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  if (data === undefined && error) return <Refused problem={error} again={() => void refetch()} />;
  return data === undefined ? <Waiting says="Being read" /> : <OneReview told={data} path={path} />;
}

function OneReview({ told, path }: { readonly told: ReviewTask; readonly path: string }) {
  const queries = useQueryClient();
  const { readsOnly } = useMe();
  const [next, setNext] = useState<string | null>();
  const [problem, setProblem] = useState<Error | null>(null);
  const asked = useRef(false);
  const takes = told.can.take && !readsOnly;
  // Whoever opens a review that waits for them has it in hand, so that no key is pressed for it.
  useEffect(() => {
    if (!takes || asked.current) return;
    asked.current = true;
    send<ReviewTask>('POST', `${path}/take`)
      .then((taken) => queries.setQueryData([path], taken))
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
  if (problem) return <Refused problem={problem} />;
  if (takes) return <Waiting says="Being taken" />;
  return (
    <>
      <h1>Review</h1>
      <Empty title="It is not in your hand" action={<BackToReviews />}>
        Whoever has it in hand marks it. You may look at reviews, and hand none in.
      </Empty>
    </>
  );
}

function Refused({ problem, again }: { readonly problem: Error; readonly again?: () => void }) {
  return (
    <div className={css.page}>
      <h1>Review</h1>
      <ProblemNotice problem={problem} {...(again ? { again } : {})} />
      <p className={css.acts}>
        <BackToReviews />
      </p>
    </div>
  );
}

function BackToReviews() {
  return (
    <Button variant="default" renderRoot={(props) => <Link {...props} to="/reviews" />}>
      To your reviews
    </Button>
  );
}
