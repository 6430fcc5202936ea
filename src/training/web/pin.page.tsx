// A moment of a contact is pinned: its first and last turn, the words to hide, and exactly what everybody will read.
import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { OneContact } from '../../diagnosis/one-contact/one-contact.shape.ts';
import { longestTitle } from '../lessons/lesson.core.ts';
import { mostTurns } from '../lessons/pin.core.ts';
import type { MomentLookedAt, Pin } from '../lessons/lessons.shape.ts';
import { send } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { Said } from '../../web/kit/said.view.tsx';
import css from './lessons.module.css';
import { HideWords, type HiddenPlace } from './hide-words.view.tsx';

export function Page() {
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string };
  return (
    <div className={css.page}>
      <Ask<OneContact>
        title="Pin a moment"
        path={`/v1/contacts/${encodeURIComponent(id)}`}
        isEmpty={({ turns, marks }) => turns.length === 0 || marks.length === 0}
        empty={
          <Empty title="Nothing to pin" action={<Link to="/contacts">Open the contacts</Link>}>
            A moment is a few turns of a contact that is marked. This one has no words, or is not marked yet.
          </Empty>
        }
      >
        {(contact) => <Choose contact={contact} />}
      </Ask>
    </div>
  );
}

function Choose({ contact }: { readonly contact: OneContact }) {
  const { mark: asked } = useSearch({ strict: false }) as { readonly mark?: string };
  const said = contact.people.map((one) => ({ ...one, id: one.mark, searched: undefined }));
  const mark =
    [...contact.marks, ...said].find((one) => one.id === asked) ?? contact.marks.find((one) => one.evidence.length > 0);
  const last = contact.turns.length - 1;
  const around = mark?.evidence[0]?.turn ?? mark?.searched?.fromTurn ?? 0;
  const [fromTurn, setFrom] = useState(Math.max(0, around - 1));
  const [toTurn, setTo] = useState(Math.min(last, around + 1));
  const [hide, setHide] = useState<readonly HiddenPlace[]>([]);
  const [standard, setStandard] = useState(mark?.standard ?? contact.marks[0]!.standard);
  const [sort, setSort] = useState(mark?.verdict === 'met' ? 'good' : 'bad');
  const [title, setTitle] = useState('');
  const go = useNavigate();
  const queries = useQueryClient();
  const body = { contact: contact.id, fromTurn, toTurn, hide };
  const look = useQuery({
    queryKey: ['/v1/pins/look', body],
    queryFn: async () => send<MomentLookedAt>('POST', '/v1/pins/look', body),
    placeholderData: keepPreviousData,
  });
  const pin = useMutation({
    mutationFn: async (seen: string) => send<Pin>('POST', '/v1/pins', { ...body, title, sort, standard, seen }),
    onSuccess: async () => {
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/v1/pins') });
      void go({ to: '/lessons', search: { of: 'moments' } as never });
    },
  });
  const turns = contact.turns.map(({ text }, at) => ({
    value: String(at),
    label: `${at + 1}. ${text.length > 60 ? `${text.slice(0, 60)} …` : text}`,
  }));
  const seen = look.data;
  return (
    <>
      <header className={css.head}>
        <p>
          <Link
            to="/contacts/$id"
            params={{ id: contact.id } as never}
            search={(mark ? { mark: mark.id } : {}) as never}
          >
            The contact
          </Link>
        </p>
        <h1>Pin a moment</h1>
        <p className={css.soft}>
          It can be put into lessons. Personal data was taken out when the contact came in; names of your people and
          places and written days are taken out now. Press a word to hide it too.
        </p>
      </header>
      <div className={css.filters}>
        <NativeSelect
          label="From"
          value={String(fromTurn)}
          data={turns}
          onChange={(event) => {
            const from = Number(event.currentTarget.value);
            setFrom(from);
            setTo((to) => Math.min(Math.max(to, from), from + mostTurns - 1));
          }}
        />
        <NativeSelect
          label="To"
          value={String(toTurn)}
          data={turns.slice(fromTurn, fromTurn + mostTurns)}
          onChange={(event) => setTo(Number(event.currentTarget.value))}
        />
      </div>
      {look.error ? <ProblemNotice problem={look.error} again={() => void look.refetch()} /> : null}
      {seen ? (
        <>
          <section className={css.card} aria-labelledby="to-hide">
            <h2 id="to-hide">Its words</h2>
            <HideWords turns={seen.turns} hide={hide} change={setHide} />
          </section>
          <section className={css.card} aria-labelledby="as-read" aria-busy={look.isFetching}>
            <h2 id="as-read">What everybody will read</h2>
            <Said
              turns={seen.turns.map((turn) => ({ speaker: turn.speaker, text: turn.shown }))}
              sort={sort === 'good' ? 'good' : 'bad'}
            />
          </section>
        </>
      ) : null}
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (seen) pin.mutate(seen.seen);
        }}
      >
        <TextInput
          label="Title"
          description="A few words that say what happens in it, e.g. The price before the need."
          required
          maxLength={longestTitle}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label="What kind of moment"
          value={sort}
          onChange={setSort}
          data={[
            { value: 'good', label: 'Good' },
            { value: 'bad', label: 'Not so' },
          ]}
        />
        <NativeSelect
          label="What it shows"
          value={standard}
          data={contact.marks.map((one) => ({ value: one.standard, label: one.title }))}
          onChange={(event) => setStandard(event.currentTarget.value)}
        />
        {pin.error ? <ProblemNotice problem={pin.error} again={() => void look.refetch()} /> : null}
        <p className={css.actions}>
          <Button
            type="submit"
            loading={pin.isPending}
            disabled={!seen || look.isFetching || look.isPlaceholderData || title.trim() === ''}
          >
            Pin it
          </Button>
        </p>
      </form>
    </>
  );
}
