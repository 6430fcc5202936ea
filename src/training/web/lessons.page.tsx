// Lessons for everybody who reads them, and for those who improve the service the moments that lessons are made of.
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Lessons, Pin, Pins } from '../lessons/lessons.shape.ts';
import { send, withQuery } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { Said } from '../../web/kit/said.view.tsx';
import { countOf, taskWord } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import css from './lessons.module.css';

interface Search {
  readonly of?: string;
  readonly words?: string;
  readonly standard?: string;
}

export function Page() {
  const me = useMe();
  const pins = sees(me, ['owner', 'district-manager', 'manager', 'trainer', 'reviewer', 'auditor']);
  const search = useSearch({ strict: false }) as Search;
  const go = useNavigate();
  const moments = pins && search.of === 'moments';
  const set = (next: Search): void =>
    void go({ to: '/lessons', search: { ...search, ...next } as never, replace: true });
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Lessons</h1>
        <p className={css.soft}>
          Moments of real contacts, good and bad, to learn from. No name, no place and no day stands in them.
        </p>
        {pins ? (
          <SegmentedControl
            aria-label="What is shown"
            value={moments ? 'moments' : 'lessons'}
            onChange={(value) => set({ of: value })}
            data={[
              { value: 'lessons', label: 'Lessons' },
              { value: 'moments', label: 'Pinned moments' },
            ]}
          />
        ) : null}
      </header>
      <Looked words={search.words ?? ''} set={(words) => set({ words })} />
      {moments ? <Moments search={search} /> : <List search={search} />}
    </div>
  );
}

function Looked({ words, set }: { readonly words: string; readonly set: (words: string) => void }) {
  const [typed, type] = useState(words);
  return (
    <form
      role="search"
      className={css.actions}
      onSubmit={(event) => {
        event.preventDefault();
        set(typed);
      }}
    >
      <TextInput
        aria-label="Words that are looked for"
        placeholder="e.g. price"
        maxLength={200}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        Search
      </Button>
    </form>
  );
}

function List({ search }: { readonly search: Search }) {
  const { words, standard } = search;
  return (
    <Ask<Lessons> path={withQuery('/v1/lessons', { words, standard })}>
      {({ lessons, mayMake }) => (
        <>
          {mayMake ? (
            <p>
              <Button renderRoot={(props) => <Link {...props} to="/lessons/new" />}>Make a lesson</Button>
            </p>
          ) : null}
          {lessons.length === 0 ? (
            (words ?? '') === '' ? (
              <Empty title="No lesson is out yet">
                {mayMake
                  ? 'Pin a moment on the page of a contact, then put moments together here, with your own words between them. Given out, it is read by everybody it is for.'
                  : 'Lessons are made of moments of real contacts, by those who train you. They will stand here.'}
              </Empty>
            ) : (
              <p>No lesson holds these words. Try one word less.</p>
            )
          ) : (
            <ul className={css.list}>
              {lessons.map((one) => (
                <li key={one.id}>
                  <Link to="/lessons/$id" params={{ id: one.id } as never} className={css.row}>
                    <strong>{one.title}</strong>
                    <span className={css.soft}>
                      {[
                        countOf(one.moments, 'moment'),
                        one.state === 'being-made' ? 'being made' : one.state === 'ended' ? 'ended' : undefined,
                        one.standards.map((standardOf) => standardOf.title).join(', '),
                        one.tasks.length > 0 ? `for ${one.tasks.map(taskWord).join(', ')}` : undefined,
                        one.sites.length > 0 ? one.sites.map((site) => site.name).join(', ') : undefined,
                      ]
                        .filter((part) => part !== undefined && part !== '')
                        .join(' · ')}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Ask>
  );
}

function Moments({ search }: { readonly search: Search }) {
  const { words, standard } = search;
  return (
    <Ask<Pins>
      path={withQuery('/v1/pins', { words, standard })}
      isEmpty={({ pins }) => pins.length === 0}
      empty={
        (words ?? '') === '' ? (
          <Empty title="No moment was pinned yet" action={<Link to="/contacts">Open the contacts</Link>}>
            Open a contact and one of its marks, and choose “Pin this moment”. You see exactly what others will read,
            and hide what they shouldn’t.
          </Empty>
        ) : (
          <p>No moment holds these words. Try one word less.</p>
        )
      }
    >
      {({ pins }) => (
        <ul className={css.moments}>
          {pins.map((pin) => (
            <OneMoment key={pin.id} pin={pin} />
          ))}
        </ul>
      )}
    </Ask>
  );
}

function OneMoment({ pin }: { readonly pin: Pin }) {
  const me = useMe();
  const makes = sees(me, ['owner', 'district-manager', 'manager', 'trainer']) && !me.readsOnly;
  const [sure, setSure] = useState(false);
  const queries = useQueryClient();
  const down = useMutation({
    mutationFn: async () => send('POST', `/v1/pins/${encodeURIComponent(pin.id)}/take-down`),
    onSuccess: async () =>
      queries.invalidateQueries({ predicate: ({ queryKey }) => /^\/v1\/(?:pins|lessons)/.test(String(queryKey[0])) }),
  });
  return (
    <li className={css.moment}>
      <p className={css.kicker} data-sort={pin.sort}>
        {pin.sort === 'good' ? 'Good' : 'Not so'}
      </p>
      <h2>{pin.title}</h2>
      <Said turns={pin.turns} sort={pin.sort} />
      <p className={css.soft}>
        <Link to="/standards/$id" params={{ id: pin.standard.id } as never}>
          {pin.standard.title}
        </Link>
        {pin.contact ? (
          <>
            {' · '}
            <Link to="/contacts/$id" params={{ id: pin.contact } as never}>
              the whole contact
            </Link>
          </>
        ) : null}
      </p>
      {down.error ? <ProblemNotice problem={down.error} /> : null}
      <p className={css.actions}>
        {makes ? (
          <Button
            size="sm"
            variant="default"
            renderRoot={(props) => <Link {...props} to="/lessons/new" search={{ moment: pin.id } as never} />}
          >
            Make a lesson of it
          </Button>
        ) : null}
        {pin.mayTakeDown ? (
          sure ? (
            <>
              <Button size="sm" variant="default" loading={down.isPending} onClick={() => down.mutate()}>
                Yes, take it down everywhere
              </Button>
              <Button size="sm" variant="default" onClick={() => setSure(false)}>
                Leave it
              </Button>
            </>
          ) : (
            <Button size="sm" variant="default" onClick={() => setSure(true)}>
              Take it down
            </Button>
          )
        ) : null}
      </p>
    </li>
  );
}
