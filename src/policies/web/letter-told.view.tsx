// A letter as it stands: what waits for whom, its words, and what happened to it, oldest first.
import kit from '../../web/kit/answered.module.css';
import { WhatHappened } from '../../web/kit/what-happened.view.tsx';
import { day } from '../../web/kit/words.ts';
import type { LetterEventOnWire, LetterOnWire } from '../letters/letters.shape.ts';
import { clockOf, eventSays } from './letter-words.ts';
import css from './letters.module.css';

type Told = Omit<LetterOnWire, 'cites' | 'above'>;

export function Standing({ letter }: { readonly letter: Told }) {
  const { state, stateSays, reason, answeredBy, objection, overdue } = letter;
  const answered = state === 'adopted' || state === 'in-part' || state === 'refused';
  return (
    <section className={kit.standing} data-late={overdue} aria-label="Where it stands">
      <strong>
        {answered
          ? `${stateSays.charAt(0).toUpperCase()}${stateSays.slice(1)}${answeredBy ? `, by ${answeredBy}` : ''}`
          : clockOf(letter)}
      </strong>
      {reason === '' ? null : <p className={kit.said}>{reason}</p>}
      {objection ? (
        <p>
          Counsel objects: {objection.law}
          {objection.says === '' ? '' : `. ${objection.says}`}
        </p>
      ) : null}
      {overdue ? <p className={kit.late}>Overdue. Nobody stands above who is asked.</p> : null}
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
            <p className={kit.said}>{words}</p>
          </div>
        ),
      )}
    </div>
  );
}

export function Events({ events }: { readonly events: readonly LetterEventOnWire[] }) {
  return (
    <WhatHappened
      events={events.map((event) => ({
        seq: event.seq,
        when: day(event.on),
        what: eventSays(event),
        words: event.kind === 'followed' ? '' : event.says,
      }))}
    />
  );
}
