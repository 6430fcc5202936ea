// On Today: reviews that wait. For whoever reviews as their work always; for others once something is overdue or in their hand.
import { Link } from '@tanstack/react-router';
import type { ReviewQueue } from '../../review/reviews.shape.ts';
import { sees, useMe } from '../me.ts';
import { thoseWhoReview } from '../page-entry.ts';
import { useAsked } from './ask.view.tsx';
import css from './answers.module.css';
import { countOf } from './words.ts';

export function ReviewsWait() {
  const me = useMe();
  return sees(me, thoseWhoReview) && !me.readsOnly ? <Waiting always={sees(me, ['reviewer'])} /> : null;
}

function Waiting({ always }: { readonly always: boolean }) {
  const { data } = useAsked<ReviewQueue>('/v1/reviews');
  if (!data || data.waiting === 0) return null;
  const { waiting, overdue, tasks } = data;
  if (!always && overdue === 0 && !tasks.some((one) => one.yours)) return null;
  return (
    <section className={css.waiting} aria-labelledby="reviews-wait">
      <h2 id="reviews-wait">
        {countOf(waiting, 'review waits', 'reviews wait')} for you{overdue > 0 ? `, ${overdue} overdue` : ''}
      </h2>
      <p>
        <Link to="/reviews">Read contacts and mark them</Link>
      </p>
    </section>
  );
}
