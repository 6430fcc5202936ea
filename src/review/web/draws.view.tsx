// What a plan has drawn: when, how many of how many, and whether the same comes out once it is drawn again.
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { get } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { countOf, counted, day } from '../../web/kit/words.ts';
import type { DrawsShape } from '../plans.shape.ts';
import css from './reviews.module.css';

type Told = z.infer<typeof DrawsShape>;

export function Draws({ plan }: { readonly plan: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details className={css.more} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>What was drawn</summary>
      {open ? (
        <Ask<Told>
          path={`/v1/review-plans/${encodeURIComponent(plan)}/draws`}
          isEmpty={({ draws }) => draws.length === 0}
          empty={<p className={css.soft}>Nothing yet.</p>}
        >
          {({ draws }) => (
            <ul className={css.draws}>
              {draws.map((one) => (
                <li key={one.id}>
                  <p>
                    {day(one.drawnAt)}: {counted(one.drawn)} of {countOf(one.frame, 'contact')}, {counted(one.atRandom)}{' '}
                    of these evenly{one.targeted > 0 ? `; ${counted(one.targeted)} picked on purpose besides` : ''}.
                  </p>
                  <Check draw={one.id} />
                </li>
              ))}
            </ul>
          )}
        </Ask>
      ) : null}
    </details>
  );
}

function Check({ draw }: { readonly draw: string }) {
  const check = useMutation({
    mutationFn: async () => get<{ same: boolean; says: string }>(`/v1/review-draws/${encodeURIComponent(draw)}/check`),
  });
  if (check.error) return <ProblemNotice problem={check.error} />;
  if (check.data)
    return (
      <p role="status" className={check.data.same ? css.soft : css.late}>
        {check.data.says}
      </p>
    );
  return (
    <Button variant="default" size="compact-sm" loading={check.isPending} onClick={() => check.mutate()}>
      Draw it again, to check
    </Button>
  );
}
