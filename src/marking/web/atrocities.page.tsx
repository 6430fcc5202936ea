// Serious acts from the floor: the situation, somebody's own words, what it leads to, what to do instead. And "Do I do this?",
// which a rep asks of themself alone.
import { SegmentedControl } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Ask } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { PinnedMoments } from '../../web/kit/pinned-moments.view.tsx';
import { Quote } from '../../web/kit/quote.view.tsx';
import { countOf, day, percent } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import type { Act } from '../acts/acts.shape.ts';
import css from './acts.module.css';

const readers = ['owner', 'district-manager', 'manager', 'trainer', 'reviewer', 'auditor'] as const;

export function Page() {
  const me = useMe();
  const all = sees(me, readers);
  const rep = sees(me, ['rep']);
  const { of } = useSearch({ strict: false }) as { readonly of?: string };
  const go = useNavigate();
  const mine = rep && (!all || of === 'me');
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>{mine ? 'Do I do this?' : 'Atrocities'}</h1>
        <p>
          {mine
            ? 'Only you see this page. It is made from the contacts that you served, and nobody is told that you looked.'
            : 'Acts that no customer should meet, as they happen here: how it comes to it, the words, and what to do instead. No name stands here.'}
        </p>
        {all && rep ? (
          <SegmentedControl
            aria-label="Whose"
            value={mine ? 'me' : 'all'}
            onChange={(value) =>
              void go({ to: '/atrocities', search: (value === 'me' ? { of: 'me' } : {}) as never, replace: true })
            }
            data={[
              { value: 'all', label: 'From the floor' },
              { value: 'me', label: 'Do I do this?' },
            ]}
          />
        ) : null}
      </header>
      {all || rep ? (
        <Ask<{ readonly acts: readonly Act[] }>
          path={mine ? '/v1/me/acts' : '/v1/acts'}
          isEmpty={({ acts }) => acts.length === 0}
          empty={
            <Empty title="Nothing is marked yet" action={<Link to="/standards">See the standards</Link>}>
              Once contacts are brought in and marked, each serious act stands here with the words it was done in.
            </Empty>
          }
        >
          {({ acts }) => <Acts acts={acts} mine={mine} />}
        </Ask>
      ) : (
        <Empty title="Nothing for your part of the work" action={<Link to="/standards">See the standards</Link>}>
          This page is told from contacts, which your permissions leave out.
        </Empty>
      )}
    </div>
  );
}

function Acts({ acts, mine }: { readonly acts: readonly Act[]; readonly mine: boolean }) {
  const done = acts.filter((one) => one.done > 0);
  const never = acts.filter((one) => one.done === 0);
  return (
    <>
      {done.length === 0 ? (
        <p className={css.good}>
          {mine ? 'None of them, in all that was marked.' : 'None of them happened, in all that was marked.'}
        </p>
      ) : (
        <ul className={css.acts}>
          {done.map((act) => (
            <OneAct key={act.standard} act={act} mine={mine} />
          ))}
        </ul>
      )}
      {never.length > 0 && done.length > 0 ? (
        <details className={css.never}>
          <summary>{countOf(never.length, 'act')} that never happened</summary>
          <ul>
            {never.map((act) => (
              <li key={act.standard}>
                <Link to="/standards/$id" params={{ id: act.standard } as never}>
                  {act.title}
                </Link>{' '}
                <span className={css.soft}>could have in {countOf(act.could, 'contact')}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function OneAct({ act, mine }: { readonly act: Act; readonly mine: boolean }) {
  return (
    <li className={css.act}>
      <header>
        <h2>
          <Link to="/standards/$id" params={{ id: act.standard } as never}>
            {act.title}
          </Link>
        </h2>
        <p className={css.soft}>
          {countOf(act.done, 'time')}, in {percent(act.could === 0 ? 0 : act.done / act.could)} of the{' '}
          {countOf(act.could, 'contact')} where it could have been
        </p>
      </header>
      <p>{act.says}</p>
      {mine ? <p className={css.since}>{since(act)}</p> : null}
      {act.situation ? (
        <p className={css.soft}>
          <strong>The situation:</strong> {act.situation}
        </p>
      ) : null}
      {act.times.slice(0, mine ? 3 : 2).map((time) => (
        <Quote
          key={time.mark}
          words={time.words ?? 'Told by a form or the clock, not by words.'}
          from={[time.site, time.day ? day(time.day) : undefined].filter((one) => one !== undefined).join(', ')}
          more={
            <Link to="/contacts/$id" params={{ id: time.contact } as never} search={{ mark: time.mark } as never}>
              the whole contact
            </Link>
          }
        />
      ))}
      {mine ? null : <PinnedMoments standard={act.standard} />}
      {act.instead ? (
        <p className={css.instead}>
          <strong>Instead:</strong> {act.instead}
        </p>
      ) : null}
      {mine ? null : (
        <p>
          <Link to="/contacts" search={{ standard: act.standard, verdict: 'failed' } as never}>
            All contacts where it happened
          </Link>
        </p>
      )}
    </li>
  );
}

function since({ lastDone, lastCould }: Act): string {
  if (!lastDone) return 'On a day that isn’t known.';
  if (lastCould && lastCould > lastDone)
    return `Last on ${day(lastDone)}. Not since, though it could have been up to ${day(lastCould)}.`;
  return `Last on ${day(lastDone)}.`;
}
