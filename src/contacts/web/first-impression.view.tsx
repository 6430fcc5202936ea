// The first impression of a contact: how long it took to answer, and the standards that count as one.
import type { OneContact } from '../../diagnosis/one-contact/one-contact.shape.ts';
import { countOf } from '../../web/kit/words.ts';
import css from './contact.module.css';

export function FirstImpression({ contact: { firstImpression, marks } }: { readonly contact: OneContact }) {
  const { rings, secondsToAnswer, met, failed } = firstImpression;
  if (rings === undefined && secondsToAnswer === undefined && met + failed === 0) return null;
  const own = marks.filter((one) => firstImpression.marks.includes(one.id));
  const answered = [
    rings === undefined ? '' : `answered after ${countOf(rings, 'ring')}`,
    secondsToAnswer === undefined
      ? ''
      : `${rings === undefined ? 'answered after ' : ''}${Math.round(secondsToAnswer)} s`,
  ].filter((one) => one !== '');
  return (
    <section className={css.impression} aria-label="First impression">
      <h2>First impression</h2>
      <p>
        {[...answered, met + failed === 0 ? '' : `${met} of ${met + failed} met`]
          .filter((one) => one !== '')
          .join(', ')}
      </p>
      <ul>
        {own
          .filter((one) => one.verdict === 'met' || one.verdict === 'failed')
          .map((one) => (
            <li key={one.id} data-verdict={one.verdict}>
              {one.verdict === 'met' ? '✓' : '✕'} {one.title}
              <span className={css.hidden}>{one.verdict === 'met' ? ' met' : ' missed'}</span>
            </li>
          ))}
      </ul>
    </section>
  );
}
