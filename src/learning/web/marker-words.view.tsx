// The words that weigh most for met and for missed (of a serious act, for “didn’t happen” and “happened”), as they are said in contacts that people reviewed.
import type { StandardKind } from '../../standards/standard.core.ts';
import { verdictWord } from '../../standards/verdict-words.core.ts';
import type { OneMarkersOnWire } from '../markers/markers.shape.ts';
import css from './markers.module.css';

type Words = OneMarkersOnWire['words'];

export interface MarkerWordsProps {
  readonly kind: StandardKind;
  readonly words: Words;
}

export function MarkerWords({ kind, words: { met, failed } }: MarkerWordsProps) {
  if (met.length + failed.length === 0) return null;
  return (
    <section className={css.block} aria-labelledby="words">
      <h2 id="words">The words that weigh</h2>
      <p className={css.soft}>
        Only numbers are kept of them; here they are looked up in contacts that people reviewed. Names, sites and who
        served are never learned.
      </p>
      <div className={css.sides}>
        <Side title={`For “${verdictWord('met', kind).toLowerCase()}”`} words={met} />
        <Side title={`For “${verdictWord('failed', kind).toLowerCase()}”`} words={failed} />
      </div>
    </section>
  );
}

function Side({ title, words }: { readonly title: string; readonly words: Words['met'] }) {
  return (
    <div>
      <h3>{title}</h3>
      {words.length === 0 ? (
        <p className={css.soft}>None that several contacts share</p>
      ) : (
        <ul className={css.words}>
          {words.map(({ words: said, by, weight }) => (
            <li key={`${by} ${said}`}>
              <span>
                “{said}” <span className={css.soft}>{by === 'rep' ? 'said by the rep' : 'said by the customer'}</span>
              </span>
              <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden className={css.weight}>
                <rect width={Math.max(2, 100 * weight)} height={4} rx={1} />
              </svg>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
