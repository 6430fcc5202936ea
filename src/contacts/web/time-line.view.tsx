// When who talked: a lane for each, silence as gaps, on hold and paused recording as bands. Only where the times are known; the
// same in words stands beneath.
import type { OneContact } from '../../diagnosis/one-contact/one-contact.shape.ts';
import css from './contact.module.css';
import { clock } from '../contact-words.core.ts';

const wide = 1000;
const lane = 16;

export function TimeLine({ contact, customer }: { readonly contact: OneContact; readonly customer: string }) {
  const { times, turns, holds } = contact;
  if (times === null || times.seconds <= 0) return null;
  const x = (seconds: number): number => (Math.min(seconds, times.seconds) / times.seconds) * wide;
  const told = [
    `Rep ${clock(times.rep)}`,
    `${customer} ${clock(times.customer)}`,
    times.other > 0 ? `others ${clock(times.other)}` : '',
    `silence ${clock(times.silence)}`,
    times.onHold > 0
      ? `on hold ${clock(times.onHold)}`
      : holds === null
        ? 'whether on hold: not known'
        : 'never on hold',
    times.after >= 5 ? `after the last words ${clock(times.after)}` : '',
    times.paused > 0 ? `recording paused ${clock(times.paused)}` : '',
  ].filter((one) => one !== '');
  const lanes = { rep: 4, customer: 4 + lane + 4, other: 4 + lane / 2 } as const;
  return (
    <figure className={css.timeLine}>
      <svg viewBox={`0 0 ${wide} ${2 * lane + 12}`} preserveAspectRatio="none" role="img" aria-label={told.join(', ')}>
        {(holds ?? []).map(({ from, to, kind }) => (
          <rect
            key={`${kind} ${from}`}
            className={css.band}
            data-kind={kind}
            x={x(from)}
            y={0}
            width={Math.max(2, x(to) - x(from))}
            height={2 * lane + 12}
          />
        ))}
        {turns.flatMap(({ speaker, start, end }, at) =>
          start === undefined || end === undefined ? (
            []
          ) : (
            <rect
              key={at}
              className={css.talk}
              data-speaker={speaker}
              x={x(start)}
              y={lanes[speaker]}
              width={Math.max(1.5, x(end) - x(start))}
              height={lane}
              rx={1}
            />
          ),
        )}
      </svg>
      <figcaption>
        <span className={css.key} data-speaker="rep" /> {told[0]} · <span className={css.key} data-speaker="customer" />{' '}
        {told.slice(1).join(' · ')}
      </figcaption>
    </figure>
  );
}
