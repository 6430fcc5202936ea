// What a change would do: mistakes with their lines, examples that come out otherwise, and the contacts whose verdict flips, with
// the words of before and after.
import { Link } from '@tanstack/react-router';
import { counted, countOf } from '../../web/kit/words.ts';
import type { PreviewOnWire } from '../one-standard.shape.ts';
import { ExampleList, verdictOf } from './examples.view.tsx';
import css from './standards.module.css';

export interface PreviewProps {
  readonly preview: PreviewOnWire;
  readonly looking: boolean;
  /** Goes to a line of what is written; lines count from 1. */
  readonly toLine: (line: number) => void;
}

export function PreviewTold({ preview, looking, toLine }: PreviewProps) {
  const { errors, examples, others, looked, of, flipped } = preview;
  if (errors.length > 0) return <Mistakes errors={errors} toLine={toLine} />;
  const wrong = examples.filter((one) => !one.passed);
  return (
    <>
      <p className={css.verdict} role="status">
        {looking
          ? 'Trying it on your contacts …'
          : looked === 0
            ? 'There are no contacts yet to try it on.'
            : flipped === 0
              ? `This changes none of ${counted(looked)}.`
              : `This change flips ${counted(flipped)} of ${counted(looked)}; here they are.`}
      </p>
      {looked > 0 && looked < of ? (
        <p className={css.soft}>
          Tried on an even sample of {counted(looked)} of your {countOf(of, 'contact')}.
        </p>
      ) : null}
      {wrong.length > 0 ? (
        <details className={css.block}>
          <summary>
            {countOf(wrong.length, 'example')} of its own would come out otherwise: mend them before it is saved
          </summary>
          <ExampleList examples={wrong} />
        </details>
      ) : null}
      {looked > 0 ? <Counts preview={preview} /> : null}
      <ul className={css.flips}>
        {preview.flips.map((flip) => (
          <li key={flip.contact} className={css.flip}>
            <p>
              <strong>
                {verdictOf(flip.before.verdict)} → {verdictOf(flip.after.verdict)}
              </strong>
            </p>
            <Side says="Before" side={flip.before} />
            <Side says="After" side={flip.after} />
            <p>
              <Link to="/contacts/$id" params={{ id: flip.contact } as never} target="_blank" rel="noopener">
                The whole contact
              </Link>
            </p>
          </li>
        ))}
      </ul>
      {preview.flips.length < flipped ? (
        <p className={css.soft}>And {counted(flipped - preview.flips.length)} more.</p>
      ) : null}
      {others.length > 0 ? (
        <details className={css.block}>
          <summary>{countOf(others.length, 'example')} that came with it would come out otherwise</summary>
          <ExampleList examples={others} />
        </details>
      ) : null}
    </>
  );
}

function Mistakes({ errors, toLine }: { readonly errors: PreviewOnWire['errors'] } & Pick<PreviewProps, 'toLine'>) {
  return (
    <>
      <p className={css.verdict} role="status">
        {errors.length === 1 ? 'One thing is not right yet.' : `${errors.length} things are not right yet.`}
      </p>
      <ul className={css.errors}>
        {errors.map((one, at) => (
          <li key={at}>
            <button type="button" onClick={() => toLine(one.line)}>
              Line {one.line}
            </button>
            : {one.what}
            {one.source === undefined ? null : <pre tabIndex={0}>{one.source.trim()}</pre>}
            <span className={css.soft}>{one.write}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

const order = ['met', 'failed', 'unsure', 'not-applicable'] as const;

function Counts({ preview: { before, after } }: { readonly preview: PreviewOnWire }) {
  return (
    <table className={css.counts} aria-label="How contacts come out">
      <thead>
        <tr>
          <td />
          <th scope="col">before</th>
          <th scope="col">after</th>
        </tr>
      </thead>
      <tbody>
        {order.map((one) => (
          <tr key={one}>
            <th scope="row">{verdictOf(one)}</th>
            <td>{counted(before[one])}</td>
            <td>{counted(after[one])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Side({ says, side }: { readonly says: string; readonly side: PreviewOnWire['flips'][number]['before'] }) {
  if (side.quotes.length === 0) return null;
  return (
    <>
      {side.quotes.map(({ turn, speaker, text, from, to }) => (
        <p key={`${turn} ${from}`}>
          <span className={css.soft}>
            {says}, {speaker}:{' '}
          </span>
          {text.slice(0, from)}
          <mark>{text.slice(from, to)}</mark>
          {text.slice(to)}
        </p>
      ))}
    </>
  );
}
