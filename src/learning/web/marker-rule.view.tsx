// When a standard is learned again, and whether what proved better comes in by itself.
import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../web/api.ts';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { countOf } from '../../web/kit/words.ts';
import type { OneMarkersOnWire } from '../markers/markers.shape.ts';
import css from './markers.module.css';

const choices = [50, 100, 250, 500, 1000];

export function MarkerRule({ one: { standard, rule, can, untilDue } }: { readonly one: OneMarkersOnWire }) {
  const queries = useQueryClient();
  const [after, setAfter] = useState(rule.afterReviews);
  const [byItself, setByItself] = useState(rule.byItself);
  const keep = useMutation({
    mutationFn: async () =>
      send('PUT', `/v1/markers/${encodeURIComponent(standard)}/rule`, { afterReviews: after, byItself }),
    onSuccess: async () =>
      queries.invalidateQueries({ predicate: (asked) => String(asked.queryKey[0]).startsWith('/v1/markers') }),
  });
  const changed = after !== rule.afterReviews || byItself !== rule.byItself;
  return (
    <section className={css.block} aria-labelledby="rule">
      <h2 id="rule">As reviews come</h2>
      <p className={css.soft}>
        {untilDue === null
          ? 'Learned only when somebody asks.'
          : untilDue === 0
            ? 'Enough new reviews have come: it is learned again within the hour.'
            : `Learned again after ${countOf(untilDue, 'more review', 'more reviews')}.`}
        {rule.byItself ? ' What proves better comes in by itself.' : ' Whether it marks, somebody decides.'}
      </p>
      {can.decide ? (
        <form
          className={css.rule}
          onSubmit={(event) => {
            event.preventDefault();
            keep.mutate();
          }}
        >
          <NativeSelect
            label="Learn it again"
            value={String(after)}
            onChange={(event) => setAfter(Number(event.currentTarget.value))}
            data={[
              { value: '0', label: 'only when somebody asks' },
              ...[...new Set([...choices, rule.afterReviews])]
                .filter((count) => count > 0)
                .toSorted((a, b) => a - b)
                .map((count) => ({ value: String(count), label: `after ${count} new reviews` })),
            ]}
          />
          <Checkbox
            label="What proves better takes the place of the cues by itself"
            description="Only where all three things hold; it stands in the history, and one press brings the cues back."
            checked={byItself}
            onChange={(event) => setByItself(event.currentTarget.checked)}
          />
          <div>
            <Button type="submit" variant="default" disabled={!changed} loading={keep.isPending}>
              Keep this
            </Button>
          </div>
          {keep.error ? <ProblemNotice problem={keep.error} /> : null}
        </form>
      ) : null}
    </section>
  );
}
