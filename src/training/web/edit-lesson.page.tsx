// A lesson is put together: moments in an order, the trainer's words between them, whom it is for.
import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Lesson, Pin, Pins } from '../lessons/lessons.shape.ts';
import { longestTitle, longestWords, mostParts } from '../lessons/lesson.core.ts';
import { send } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { Said } from '../../web/kit/said.view.tsx';
import css from './lessons.module.css';
import { WhomFor } from './whom-for.view.tsx';

export function Page() {
  const { id } = useParams({ strict: false }) as { readonly id?: string };
  const { moment } = useSearch({ strict: false }) as { readonly moment?: string };
  return (
    <div className={css.page}>
      <Ask<Pins> title="Lesson" path="/v1/pins">
        {({ pins }) =>
          id === undefined ? (
            <Write pins={pins} first={pins.find((one) => one.id === moment)} />
          ) : (
            <Ask<Lesson> title="Lesson" path={`/v1/lessons/${encodeURIComponent(id)}`}>
              {(lesson) => <Write key={lesson.id} pins={pins} lesson={lesson} />}
            </Ask>
          )
        }
      </Ask>
    </div>
  );
}

interface Part {
  readonly key: number;
  readonly moment: string | null;
  readonly says: string;
}

interface WriteProps {
  readonly pins: readonly Pin[];
  readonly lesson?: Lesson;
  readonly first?: Pin | undefined;
}

function Write({ pins, lesson, first }: WriteProps) {
  const [title, setTitle] = useState(lesson?.title ?? first?.title ?? '');
  const [says, setSays] = useState(lesson?.says ?? '');
  const [tasks, setTasks] = useState<string[]>(lesson?.tasks ?? []);
  const [sites, setSites] = useState<string[]>(lesson?.sites.map((one) => one.id) ?? []);
  const [parts, setParts] = useState<readonly Part[]>(() => partsOf(lesson, first));
  const go = useNavigate();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: async () => {
      const body = {
        title,
        says,
        tasks,
        sites,
        standards: lesson?.ownStandards ?? [],
        parts: parts.map((part) => ({ moment: part.moment, says: part.says })),
        revision: lesson?.revision ?? 0,
      };
      return lesson === undefined
        ? send<Lesson>('POST', '/v1/lessons', body)
        : send<Lesson>('PUT', `/v1/lessons/${encodeURIComponent(lesson.id)}`, body);
    },
    onSuccess: async (told) => {
      queries.setQueryData([`/v1/lessons/${encodeURIComponent(told.id)}`], told);
      await queries.invalidateQueries({
        predicate: ({ queryKey }) =>
          String(queryKey[0]).startsWith('/v1/lessons') && queryKey[0] !== `/v1/lessons/${encodeURIComponent(told.id)}`,
      });
      void go({ to: '/lessons/$id', params: { id: told.id } as never, replace: true });
    },
  });
  const add = (moment: string | null): void =>
    setParts((all) => [...all, { key: Math.max(0, ...all.map((one) => one.key)) + 1, moment, says: '' }]);
  return (
    <>
      <header className={css.head}>
        <p>
          <Link to="/lessons">Lessons</Link>
        </p>
        <h1>{lesson === undefined ? 'Make a lesson' : 'Change the lesson'}</h1>
      </header>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextInput
          label="Title"
          required
          maxLength={longestTitle}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Textarea
          label="What it is about"
          description="A sentence or two before the first moment. Leave out names."
          autosize
          minRows={2}
          maxLength={longestWords}
          value={says}
          onChange={(event) => setSays(event.currentTarget.value)}
        />
        <Parts parts={parts} pins={pins} lesson={lesson} change={setParts} />
        <div className={css.filters}>
          <Select
            label="Put a moment in"
            placeholder={pins.length === 0 ? 'no moment was pinned yet' : 'choose one'}
            searchable
            disabled={pins.length === 0 || parts.length >= mostParts}
            value={null}
            data={pins.map((pin) => ({
              value: pin.id,
              label: `${pin.sort === 'good' ? 'Good' : 'Not so'}: ${pin.title} (${pin.standard.title})`,
            }))}
            onChange={(value) => {
              if (value !== null) add(value);
            }}
          />
        </div>
        <p>
          <Button variant="default" disabled={parts.length >= mostParts} onClick={() => add(null)}>
            Put words alone in
          </Button>
        </p>
        <WhomFor tasks={tasks} setTasks={setTasks} sites={sites} setSites={setSites} />
        {save.error ? <ProblemNotice problem={save.error} /> : null}
        <p className={css.actions}>
          <Button type="submit" loading={save.isPending} disabled={title.trim() === ''}>
            Keep it
          </Button>
          <span className={css.soft}>
            {lesson?.state === 'out'
              ? 'Whoever reads it sees the change at once.'
              : 'Nobody it is for reads it until you give it out.'}
          </span>
        </p>
      </form>
    </>
  );
}

function partsOf(lesson: Lesson | undefined, first: Pin | undefined): Part[] {
  const given = lesson?.parts.map((part) => ({ moment: part.moment?.id ?? null, says: part.says })) ?? [];
  const begun = first ? [{ moment: first.id, says: '' }] : [];
  return [...given, ...begun].map((part, key) => ({ key, ...part }));
}

interface PartsProps {
  readonly parts: readonly Part[];
  readonly pins: readonly Pin[];
  readonly lesson: Lesson | undefined;
  readonly change: (parts: readonly Part[]) => void;
}

function Parts({ parts, pins, lesson, change }: PartsProps) {
  // A moment that the library no longer lists first may stand in the lesson still.
  const known = new Map(
    [...(lesson?.parts.flatMap((part) => part.moment ?? []) ?? []), ...pins].map((one) => [one.id, one]),
  );
  const move = (at: number, by: number): void => {
    const next = [...parts];
    [next[at], next[at + by]] = [next[at + by]!, next[at]!];
    change(next);
  };
  return (
    <ol className={css.parts} aria-label="What is in it">
      {parts.map((part, at) => {
        const moment = part.moment === null ? undefined : known.get(part.moment);
        return (
          <li key={part.key} className={css.card}>
            {moment ? (
              <>
                <p className={css.kicker} data-sort={moment.sort}>
                  {`${at + 1}. ${moment.sort === 'good' ? 'Good' : 'Not so'}: ${moment.title}`}
                </p>
                <Said turns={moment.turns} sort={moment.sort} />
              </>
            ) : (
              <p className={css.kicker}>{`${at + 1}. Words`}</p>
            )}
            <Textarea
              label={moment ? 'Your words to it' : 'Your words'}
              autosize
              minRows={2}
              maxLength={longestWords}
              value={part.says}
              onChange={(event) => {
                const words = event.currentTarget.value;
                change(parts.map((one) => (one.key === part.key ? { ...one, says: words } : one)));
              }}
            />
            <p className={css.actions}>
              <Button
                size="sm"
                variant="default"
                disabled={at === 0}
                aria-label={`Up, part ${at + 1}`}
                onClick={() => move(at, -1)}
              >
                Up
              </Button>
              <Button
                size="sm"
                variant="default"
                disabled={at === parts.length - 1}
                aria-label={`Down, part ${at + 1}`}
                onClick={() => move(at, 1)}
              >
                Down
              </Button>
              <Button
                size="sm"
                variant="default"
                aria-label={`Take it out, part ${at + 1}`}
                onClick={() => change(parts.filter((one) => one.key !== part.key))}
              >
                Take it out
              </Button>
            </p>
          </li>
        );
      })}
    </ol>
  );
}
