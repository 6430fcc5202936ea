// A letter as it stands: what waits for whom, its words, and what happened to it, oldest first.
import { day } from '../../web/kit/words.ts';
import type { LetterEventOnWire, LetterOnWire } from '../letters/letters.shape.ts';
import { clockOf, eventSays } from './letter-words.ts';
import css from './letters.module.css';

type Told = Omit<LetterOnWire, 'cites' | 'above'>;

export function Standing({ letter }: { readonly letter: Told }) {
  const { state, stateSays, reason, answeredBy, objection, overdue } = letter;
  const answered = state === 'adopted' || state === 'in-part' || state === 'refused';
  return (
    <section className={css.standing} data-late={overdue} aria-label="Where it stands">
      <strong>
        {answered
          ? `${stateSays.charAt(0).toUpperCase()}${stateSays.slice(1)}${answeredBy ? `, by ${answeredBy}` : ''}`
          : clockOf(letter)}
      </strong>
      {reason === '' ? null : <p className={css.said}>{reason}</p>}
      {objection ? (
        <p>
          Counsel objects: {objection.law}
          {objection.says === '' ? '' : `. ${objection.says}`}
        </p>
      ) : null}
      {overdue ? <p className={css.late}>Overdue. Nobody stands above who is asked.</p> : null}
    </section>
  );
}

export function Words({ letter }: { readonly letter: Pick<Told, 'wrong' | 'why' | 'solution'> }) {
  const parts = [
    ['What is wrong', letter.wrong],
    ['Why it should change', letter.why],
    ['What to do instead', letter.solution],
  ] as const;
  return (
    <div className={css.words}>
      {parts.map(([title, words]) =>
        words === '' ? null : (
          <div key={title}>
            <h2>{title}</h2>
            <p className={css.said}>{words}</p>
          </div>
        ),
      )}
    </div>
  );
}

export function Events({ events }: { readonly events: readonly LetterEventOnWire[] }) {
  return (
    <section className={css.section} aria-labelledby="happened">
      <h2 id="happened">What happened</h2>
      <ol className={css.events}>
        {events.map((event) => (
          <li key={event.seq}>
            <span className={css.soft}>{day(event.on)}</span>
            <span>{eventSays(event)}.</span>
            {event.says !== '' && event.kind !== 'followed' ? <span className={css.said}>{event.says}</span> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
