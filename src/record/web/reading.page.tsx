// One document as its reader has it: what changed since they read it last, lit; the whole text; and their answer. On a phone as well.
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { withQuery } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { Markdown } from '../../web/kit/markdown.view.tsx';
import { countOf, day, sentence } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import { thoseWhoRecord } from '../../web/page-entry.ts';
import type { Reading } from '../reading/reading.shape.ts';
import { stateWords, whenOf } from '../publish/state-words.core.ts';
import { ReadAnswer } from './read-answer.view.tsx';
import { Lit, ReadPart } from './read-part.view.tsx';
import css from './reading.module.css';

export function Page() {
  const { kind = '', id = '' } = useParams({ strict: false }) as { readonly kind?: string; readonly id?: string };
  const { version } = useSearch({ strict: false }) as { readonly version?: string };
  const path = withQuery(`/v1/reading/${encodeURIComponent(kind)}/${encodeURIComponent(id)}`, { version });
  return (
    <Ask<Reading> title="To read" path={path}>
      {(told) => <Told told={told} />}
    </Ask>
  );
}

const answered = {
  understood: 'You said that you understand it',
  'not-understood': 'You said that something in it isn’t clear',
  disagree: 'You said that you disagree',
} as const;

function Told({ told }: { readonly told: Reading }) {
  const { version, stands, due, forMe, answer, last, parts, gone } = told;
  const changed = parts.filter((one) => one.since === 'new' || one.since === 'changed');
  const owner = sees(useMe(), [...thoseWhoRecord, 'auditor', 'counsel']);
  return (
    <article className={css.page}>
      <header className={css.head}>
        <p>
          <Link to="/reading">To read</Link>
        </p>
        <h1>{version.title}</h1>
        <p className={css.soft}>
          {`${sentence(version.kind)}, version ${version.version}. ${stateWords[stands]} ${whenOf({ from: version.from, to: version.to ?? null, due, state: stands })}`}
        </p>
        {owner ? (
          <p>
            <Link
              to="/reading/$kind/$id/readers"
              params={{ kind: version.kind, id: version.id } as never}
              search={{ version: version.version } as never}
            >
              Who has read it, and what readers say
            </Link>
          </p>
        ) : null}
      </header>
      {answer ? (
        <p className={css.note} role="status">{`${answered[answer.answer]}, on ${day(answer.on)}.`}</p>
      ) : forMe ? null : (
        <p className={css.note}>
          {stands === 'ended' ? (
            <>
              Nobody waits for an answer to it any more.{' '}
              <Link to="/reading/$kind/$id" params={{ kind: version.kind, id: version.id } as never}>
                Read how it stands today
              </Link>
            </>
          ) : stands === 'suspended' ? (
            'Nobody waits for an answer to it until it is decided whether it still stands.'
          ) : (
            'It is for other roles or sites: nobody waits for your answer.'
          )}
        </p>
      )}
      {last ? (
        <section className={css.section} aria-labelledby="changed">
          <h2 id="changed">What changed since you read it</h2>
          <p className={css.soft}>
            {`You read version ${last.version} on ${day(last.on)}. `}
            {changed.length + gone.length === 0
              ? 'Its words are the same.'
              : `${countOf(changed.length, 'part is', 'parts are')} new or changed${gone.length > 0 ? `, ${counted(gone.length)} taken out` : ''}.`}
          </p>
          <ul className={css.parts}>
            {changed.map((part) => (
              <li key={part.id}>
                <div className={css.part}>
                  <span className={css.number}>{part.id}</span>
                  <Lit part={part} />
                </div>
              </li>
            ))}
            {gone.map((part) => (
              <li key={part.id}>
                <div className={css.part}>
                  <span className={css.number}>{part.id}</span>
                  <p className={css.words}>
                    Taken out: <del>{part.text}</del>
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className={css.section} aria-labelledby="whole">
        <h2 id="whole">{last ? 'The whole text' : 'The text'}</h2>
        {told.intro ? <Markdown text={told.intro} under={2} /> : null}
        <ol className={css.parts}>
          {parts.map((part) => (
            <ReadPart key={part.id} part={part} told={told} />
          ))}
        </ol>
      </section>
      {forMe ? <ReadAnswer told={told} /> : null}
    </article>
  );
}

const counted = (count: number): string => (count === 1 ? 'one is' : `${count} are`);
