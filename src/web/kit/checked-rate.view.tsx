// A standard's rate as people's reviews make it, wherever the machine's is shown: with its range, and how many more reviews would make it
// how much surer. Where they are too few it says that the machine's rate stands uncorrected.
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { RateGroupShape, RatesShape } from '../../diagnosis/rates/rates.shape.ts';
import { withQuery } from '../api.ts';
import { sees, seesWhole, useMe } from '../me.ts';
import { useAsked } from './ask.view.tsx';
import { ProblemNotice } from './problem.view.tsx';
import css from './checked-rate.module.css';
import { aboutShare, counted, countOf } from './words.ts';

export type RateRow = z.infer<typeof RateGroupShape>;
type Rates = z.infer<typeof RatesShape>;

export interface CheckedRateProps {
  readonly standard: string;
  /** How missing it is said, e.g. `was missed`. */
  readonly done?: string;
  /** Without how many more reviews would narrow it. */
  readonly short?: boolean;
}

export function CheckedRate({ standard, done = 'was missed', short = false }: CheckedRateProps) {
  const me = useMe();
  const may = sees(me, ['owner', 'district-manager', 'manager', 'trainer', 'reviewer', 'auditor']) && seesWhole(me);
  return may ? <Asked standard={standard} done={done} short={short} /> : null;
}

function Asked({ standard, done, short }: Required<CheckedRateProps>) {
  const { data, error } = useAsked<Rates>(withQuery('/v1/rates', { by: 'standard', standard }));
  if (error && !data) return <ProblemNotice problem={error} />;
  const row = data?.rows.find((one) => one.standard === standard);
  if (!row) return null;
  return (
    <div className={css.checked}>
      <p>
        <CheckedWords row={row} done={done} />
      </p>
      <NotCounted reviews={row.reviews} />
      {short ? null : <MoreReviews row={row} />}
    </div>
  );
}

/** The corrected rate in words, or that there is none yet. */
function CheckedWords({ row, done }: { readonly row: RateRow; readonly done: string }) {
  const { corrected, claim, reviews } = row;
  if (!corrected)
    return (
      <>
        {claim === 'machine-only'
          ? 'Marked by machine, not yet checked by people: the rate is uncorrected.'
          : `Marked by machine. ${countOf(reviews.used, 'drawn review')} so far ${reviews.used === 1 ? 'is' : 'are'} too few to correct the rate.`}
      </>
    );
  const { rate, from, to } = corrected.these;
  const all = row.marked + row.unsure;
  const of =
    corrected.of < all
      ? `in the ${counted(corrected.of)} of ${counted(all)} that reviews could be drawn from`
      : `in all ${counted(all)}`;
  return (
    <>
      <strong>{`Checked by people, it ${done} ${aboutShare(1 - rate, 1 - to, 1 - from)}`}</strong>
      {`, ${of}; from ${countOf(reviews.used, 'drawn review')}.`}
    </>
  );
}

/** Reviews that enter the rate not yet, or no more. */
function NotCounted({ reviews: { begun, olderWording } }: Pick<RateRow, 'reviews'>) {
  return (
    <>
      {olderWording > 0 ? (
        <p>{`${countOf(olderWording, 'review')} of an older wording ${olderWording === 1 ? 'enters' : 'enter'} no rate of what it says now.`}</p>
      ) : null}
      {begun > 0 ? (
        <p>{`${countOf(begun, 'review')} of a draw that has only begun over many contacts ${begun === 1 ? 'counts' : 'count'} once there are more of it.`}</p>
      ) : null}
    </>
  );
}

/** How many more reviews would narrow it, and the way to a plan that draws them. */
function MoreReviews({ row }: { readonly row: Pick<RateRow, 'standard' | 'more' | 'corrected' | 'reviews'> }) {
  const me = useMe();
  const { more, standard, corrected, reviews } = row;
  if (more === null) return null;
  const points = Math.round(more.within * 100);
  return (
    <p className={css.more}>
      <span>
        {`${countOf(more.reviews, reviews.used > 0 ? 'more drawn review' : 'drawn review')} would ${corrected ? 'narrow this' : 'tell it'} to within ${points} in 100.`}
      </span>
      {sees(me, ['owner', 'district-manager', 'manager', 'trainer']) && !me.readsOnly ? (
        <Button
          variant="default"
          size="xs"
          renderRoot={(props) => (
            <Link
              {...props}
              to="/reviews/plans/$plan"
              params={{ plan: 'new' } as never}
              search={{ standard, reviews: more.reviews } as never}
            />
          )}
        >
          Plan these reviews
        </Button>
      ) : null}
    </p>
  );
}
