// Why a review is not kept, in the server's words; where it can't be any more from this window, a way to what is kept.
import { Button } from '@mantine/core';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import css from './marking.module.css';
import type { Reviewing } from './use-review.ts';

export function NotKept({ problem, state }: Pick<Reviewing, 'problem' | 'state'>) {
  if (problem === null) return null;
  return (
    <div className={css.notKept}>
      <ProblemNotice problem={problem} />
      {state === 'elsewhere' ? (
        <Button variant="default" size="sm" onClick={() => location.reload()}>
          Open it again
        </Button>
      ) : null}
    </div>
  );
}
