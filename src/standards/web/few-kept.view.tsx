// Where only the customary few are kept: why, and one button that keeps all of them. Nothing where more are kept already, or for
// whoever may not choose.
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { send } from '../../web/api.ts';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { RunJob } from '../../web/kit/run-job.view.tsx';
import { counted, countOf } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import css from './standards.module.css';

export interface FewKeptProps {
  readonly standards: readonly { readonly few: boolean; readonly inUse: boolean }[];
}

export function FewKept({ standards }: FewKeptProps) {
  const me = useMe();
  const queries = useQueryClient();
  const keepAll = useMutation({
    mutationFn: async () => send('PUT', '/v1/packs/kept', { choose: 'all' }),
    onSuccess: async () => queries.invalidateQueries(),
  });
  if (keepAll.isSuccess)
    return (
      <div className={css.panel} role="status">
        <p>{`All ${counted(standards.length)} are kept. Contacts are marked by them from the next marking on.`}</p>
        <div>
          <RunJob work="all" label="Mark now, and find causes again" says="Marking" />
        </div>
      </div>
    );
  const kept = standards.filter((one) => one.inUse);
  if (kept.length === 0 || kept.length === standards.length || kept.some((one) => !one.few)) return null;
  const chooses = me.readsOnly !== true && sees(me, ['owner', 'district-manager', 'trainer']);
  return (
    <section className={css.panel} aria-labelledby="few-kept">
      <h2 id="few-kept">{`Why only ${counted(kept.length)}?`}</h2>
      <p>
        Nobody changes {countOf(standards.length, 'habit')} at once. These are what most leave out and what most
        customers notice, one for each moment that decides. Take up others one at a time, once these are kept; or keep
        all of them now, to see everything that contacts can show.
      </p>
      {keepAll.error ? <ProblemNotice problem={keepAll.error} /> : null}
      {chooses ? (
        <div className={css.acts}>
          <Button loading={keepAll.isPending} onClick={() => keepAll.mutate()}>
            {`Keep all ${counted(standards.length)}`}
          </Button>
          <Link to="/settings/standards">Choose by sets</Link>
        </div>
      ) : null}
    </section>
  );
}
