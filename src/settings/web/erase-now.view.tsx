// Erases at once what is older than contacts are kept: as a job for whoever hears of jobs, else while one waits.
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { readLastLine } from '../../web/api.ts';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { RunJob } from '../../web/kit/run-job.view.tsx';
import { countOf } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import type { ErasingLine } from '../erasing/erasing.shape.ts';

export function EraseNow({ contacts }: { readonly contacts: number }) {
  const me = useMe();
  const label = `Erase ${countOf(contacts, 'contact')} now`;
  if (sees(me, ['owner'])) return <RunJob work="retention" label={label} says="Erasing" />;
  return sees(me, ['counsel']) ? <EraseWaiting label={label} /> : null;
}

/** Counsel asks for no other long work, so for none that goes on by itself. */
function EraseWaiting({ label }: { readonly label: string }) {
  const queries = useQueryClient();
  const erase = useMutation({
    mutationFn: async () => readLastLine<ErasingLine>('POST', '/v1/retention/erase'),
    onSettled: async () => queries.invalidateQueries(),
  });
  if (erase.error) return <ProblemNotice problem={erase.error} again={() => erase.mutate()} />;
  return (
    <div>
      <Button color="red" loading={erase.isPending} onClick={() => erase.mutate()}>
        {label}
      </Button>
    </div>
  );
}
