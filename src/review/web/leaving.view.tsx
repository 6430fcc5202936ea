// Leaving a review undone: given back to the list, or skipped with a reason so that it goes to somebody else.
import { Button, Radio, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '../../web/api.ts';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import type { ReviewTask } from '../reviews.shape.ts';
import { type SkipReason, skipReasons } from '../task.core.ts';
import css from './marking.module.css';

const reasons: Readonly<Record<SkipReason, string>> = {
  'know-them': 'I know who it is: I can’t be blind to it',
  unreadable: 'It can’t be read',
  language: 'It is in a language that I don’t speak',
  'not-a-contact': 'It is no contact with a customer',
  other: 'Another reason',
};

export interface LeavingProps {
  readonly task: ReviewTask;
  readonly opened: boolean;
  readonly open: (on: boolean) => void;
  readonly letGo: (gone: boolean) => void;
}

export function Leaving({ task, opened, open, letGo }: LeavingProps) {
  const [because, setBecause] = useState<SkipReason | ''>('');
  const queries = useQueryClient();
  const go = useNavigate();
  const leave = useMutation({
    mutationFn: async (way: 'give-back' | 'skip') =>
      send('POST', `/v1/reviews/${encodeURIComponent(task.id)}/${way}`, way === 'skip' ? { because } : undefined),
    onMutate: () => letGo(true),
    onError: () => letGo(false),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['/v1/reviews'] });
      await go({ to: '/reviews' });
    },
  });
  if (!task.can.giveBack && !task.can.skip) return null;
  return (
    <>
      <div className={css.acts}>
        {task.can.giveBack ? (
          <Button variant="default" size="xs" loading={leave.isPending} onClick={() => leave.mutate('give-back')}>
            Give it back
          </Button>
        ) : null}
        {task.can.skip ? (
          <Button
            variant="default"
            size="xs"
            aria-expanded={opened}
            aria-keyshortcuts="s"
            onClick={() => open(!opened)}
          >
            Skip it …
          </Button>
        ) : null}
      </div>
      {opened ? (
        <form
          className={css.form}
          aria-label="Skip this contact"
          onSubmit={(event) => {
            event.preventDefault();
            leave.mutate('skip');
          }}
        >
          <Radio.Group
            label="Why you skip it"
            description="It goes to somebody else, and not to you again."
            value={because}
            onChange={(value) => setBecause(value as SkipReason)}
          >
            <Stack gap="xs" mt="xs">
              {skipReasons.map((one, at) => (
                <Radio key={one} value={one} label={reasons[one]} autoFocus={at === 0} />
              ))}
            </Stack>
          </Radio.Group>
          <div className={css.acts}>
            <Button type="submit" size="sm" disabled={because === ''} loading={leave.isPending}>
              Skip it
            </Button>
            <Button size="sm" variant="default" onClick={() => open(false)}>
              Leave it
            </Button>
          </div>
        </form>
      ) : null}
      {leave.error ? <ProblemNotice problem={leave.error} /> : null}
    </>
  );
}
