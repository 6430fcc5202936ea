// On Today: what one is asked to read. Each opens the document, with what changed since it was read last.
import { Link } from '@tanstack/react-router';
import type { ToRead } from '../../record/reading/reading.shape.ts';
import { useAsked } from './ask.view.tsx';
import css from './reasons.module.css';
import { countOf, day } from './words.ts';

const shown = 3;

export function ToReadCard() {
  const { data } = useAsked<ToRead>('/v1/reading');
  if (!data || data.all === 0) return null;
  return (
    <section className={css.waiting} aria-labelledby="to-read">
      <h2 id="to-read">{countOf(data.all, 'document')} to read</h2>
      <ul className={css.list}>
        {data.items.slice(0, shown).map((one) => (
          <ToReadItem key={`${one.kind} ${one.id} ${one.version}`} one={one} />
        ))}
      </ul>
      {data.all > shown ? (
        <p>
          <Link to="/reading">{`and ${data.all - shown} more`}</Link>
        </p>
      ) : null}
    </section>
  );
}

/** A document to read, and why. */
export function ToReadItem({ one }: { readonly one: ToRead['items'][number] }) {
  return (
    <li>
      <Link
        to="/reading/$kind/$id"
        params={{ kind: one.kind, id: one.id } as never}
        search={{ version: one.version } as never}
      >
        {one.title}
      </Link>
      <span className={css.soft}>{whyRead(one)}</span>
    </li>
  );
}

function whyRead({ kind, state, last, from }: ToRead['items'][number]): string {
  const since = `${kind}, from ${day(from)}`;
  if (state === 'changed' && last) return `Changed since you read it on ${day(last.on)}: ${since}`;
  if (state === 'not-understood') return `You said that it isn’t clear; it can be answered again: ${since}`;
  return `New to you: ${since}`;
}
