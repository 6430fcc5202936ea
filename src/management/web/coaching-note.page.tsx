// One coaching note, as whoever it is to reads it on a phone, and as whoever gave it sees what became of it.
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { CoachingNoteTold } from '../coaching/coaching.shape.ts';
import { mostWords } from '../coaching/coaching.core.ts';
import { send } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { LessonsFor } from '../../web/kit/lessons-for.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { day } from '../../web/kit/words.ts';
import css from './coaching.module.css';
import { Example, Followed, Moment } from './moment.view.tsx';

export function Page() {
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string };
  return (
    <article className={css.page}>
      <Ask<CoachingNoteTold> title="Coaching" path={`/v1/coaching/${encodeURIComponent(id)}`}>
        {(note) => <Told key={note.id} note={note} />}
      </Ask>
    </article>
  );
}

const standsNow: Readonly<Record<NonNullable<CoachingNoteTold['overturned']>, string>> = {
  met: 'Since then it was looked at again and found met.',
  failed: 'Since then it was looked at again and found missed.',
  'not-applicable': 'Since then it was looked at again: the standard did not apply.',
  unsure: 'Since then it was looked at again, and it can’t be told.',
  struck: 'Since then the mark was disputed and struck.',
};

/** Sends what becomes of the note, and shows it as it then stands. */
function useAct(id: string) {
  const queries = useQueryClient();
  const path = `/v1/coaching/${encodeURIComponent(id)}`;
  return useMutation({
    mutationFn: async ({ what, says }: { what: 'read' | 'acknowledge' | 'withdraw' | 'look'; says?: string }) =>
      send<CoachingNoteTold>('POST', `${path}/${what}`, says === undefined ? undefined : { says }),
    onSuccess: async (note) => {
      queries.setQueryData([path], note);
      await queries.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/v1/coaching') && queryKey[0] !== path,
      });
    },
  });
}

function Told({ note }: { readonly note: CoachingNoteTold }) {
  const { id, own, mine, person, by, givenAt, state, says, overturned, verdict, standard } = note;
  const { mutate: open } = useAct(id);
  const unread = own && state === 'sent';
  useEffect(() => {
    if (unread) open({ what: 'read' });
  }, [unread, open]);
  return (
    <>
      <header className={css.head}>
        <p>
          <Link to="/coaching">Coaching</Link>
        </p>
        <h1>{own ? `From ${by.name}` : `To ${person?.name ?? 'whoever served'}`}</h1>
        <p className={css.soft}>
          {[day(givenAt), own ? '' : mine ? 'from you' : `from ${by.name}`, stateWord(note)].filter(Boolean).join(', ')}
        </p>
      </header>
      {overturned ? (
        <p className={css.notice} role="note">
          {`${standsNow[overturned]} The mark counts no more; what was said here stays as it was.`}
        </p>
      ) : null}
      <Followed followed={note.followed} own={own} />
      <section className={css.section} aria-labelledby="what-they-say">
        <h2 id="what-they-say">{verdict === 'met' ? `Well done: ${standard.title}` : `About: ${standard.title}`}</h2>
        <p className={css.says}>{says}</p>
        {note.try === '' ? null : (
          <div className={css.try}>
            <strong>What to try</strong>
            <span>{note.try}</span>
          </div>
        )}
        {note.followUp ? (
          <p
            className={css.soft}
          >{`${own ? by.name : 'You'} ${own ? 'looks' : 'look'} again on ${day(note.followUp)}.`}</p>
        ) : null}
      </section>
      <Moment moment={note} />
      {verdict === 'failed' ? <Example example={note.example} /> : null}
      <LessonsFor standard={standard.id} />
      <Events note={note} />
      <Acts note={note} />
    </>
  );
}

function stateWord({ state, own }: CoachingNoteTold): string {
  switch (state) {
    case 'sent':
      return own ? '' : 'not read yet';
    case 'read':
      return own ? '' : 'read, no reply yet';
    case 'acknowledged':
      return 'replied to';
    case 'withdrawn':
      return 'taken back unread';
  }
}

function Events({ note: { events, own, by, person } }: { readonly note: CoachingNoteTold }) {
  const told = events.filter((one) => one.kind !== 'read' || events.length === 1);
  if (told.length === 0) return null;
  const them = own ? 'You' : (person?.name ?? 'Whoever served');
  const coach = own ? by.name : 'You';
  const words = {
    read: `${them} read it`,
    acknowledged: `${them} replied`,
    withdrawn: `${coach} took it back unread`,
    looked: `${coach} looked again`,
  } as const;
  return (
    <section className={css.section} aria-labelledby="since-then">
      <h2 id="since-then">Since then</h2>
      <ul className={css.events}>
        {told.map((one) => (
          <li key={`${one.kind} ${one.at}`}>
            <p className={css.soft}>{`${words[one.kind]}, ${day(one.at)}`}</p>
            {one.says === '' ? null : <p className={css.reply}>{one.says}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Acts({ note }: { readonly note: CoachingNoteTold }) {
  const { may, by } = note;
  const act = useAct(note.id);
  const [says, setSays] = useState('');
  const [sure, setSure] = useState(false);
  const words = (label: string, description: string, button: string, what: 'acknowledge' | 'look') => (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate({ what, says }, { onSuccess: () => setSays('') });
      }}
    >
      <Textarea
        label={label}
        description={description}
        autosize
        minRows={3}
        maxLength={mostWords}
        required
        value={says}
        onChange={(event) => setSays(event.currentTarget.value)}
      />
      <p className={css.actions}>
        <Button type="submit" loading={act.isPending} disabled={says.trim() === ''}>
          {button}
        </Button>
      </p>
    </form>
  );
  return (
    <>
      {act.error ? <ProblemNotice problem={act.error} /> : null}
      {may.acknowledge
        ? words(
            'Your reply',
            `In your own words, for ${by.name} and others who coach you. If you see it otherwise, say so here; to have the mark itself looked at, open the contact.`,
            'Send this reply',
            'acknowledge',
          )
        : null}
      {may.look && note.state !== 'sent'
        ? words('What you saw when you looked again', 'They read it too.', 'I have looked again', 'look')
        : null}
      {may.withdraw ? (
        <p className={css.actions}>
          {sure ? (
            <>
              <Button variant="default" loading={act.isPending} onClick={() => act.mutate({ what: 'withdraw' })}>
                Yes, take it back
              </Button>
              <Button variant="default" onClick={() => setSure(false)}>
                Leave it
              </Button>
            </>
          ) : (
            <Button variant="default" onClick={() => setSure(true)}>
              Take it back unread
            </Button>
          )}
        </p>
      ) : null}
    </>
  );
}
