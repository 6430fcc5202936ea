// A coaching note is written: the moment before one's eyes, what good sounds like, one's own words, what to try, when to look again.
import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { CoachingDraft, CoachingNoteTold } from '../coaching/coaching.shape.ts';
import { mostWords } from '../coaching/coaching.core.ts';
import { send, withQuery } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { countOf } from '../../web/kit/words.ts';
import css from './coaching.module.css';
import { Example, Followed, Moment } from './moment.view.tsx';

export function Page() {
  const { mark } = useSearch({ strict: false }) as { readonly mark?: string };
  const [example, setExample] = useState<string>();
  if (mark === undefined)
    return (
      <div className={css.page}>
        <h1>Coach from a moment</h1>
        <Empty title="Begin at a contact" action={<Link to="/contacts">Open the contacts</Link>}>
          Open a contact, open one of its marks, and choose “Coach from this”. Whoever served reads your note with the
          words it is about.
        </Empty>
      </div>
    );
  return (
    <div className={css.page}>
      <Ask<CoachingDraft> title="Coach from a moment" path={withQuery('/v1/coaching/draft', { mark, example })}>
        {(draft) => <Write draft={draft} next={setExample} />}
      </Ask>
    </div>
  );
}

function Write({ draft, next }: { readonly draft: CoachingDraft; readonly next: (mark: string) => void }) {
  const { person, example, another, before, mark, verdict } = draft;
  const [says, setSays] = useState('');
  const [tryThis, setTry] = useState('');
  const [followUp, setFollowUp] = useState('');
  const go = useNavigate();
  const queries = useQueryClient();
  const give = useMutation({
    mutationFn: async () =>
      send<CoachingNoteTold>('POST', '/v1/coaching', {
        mark,
        says,
        try: tryThis,
        example: example?.mark ?? null,
        ...(followUp === '' ? {} : { followUp }),
      }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/v1/coaching') });
      void go({ to: '/coaching/$id', params: { id } as never, replace: true });
    },
  });
  const who = person?.name ?? 'whoever served';
  return (
    <>
      <header className={css.head}>
        <h1>{`A note to ${who}`}</h1>
        <p className={css.soft}>
          They read it with these words and reply. Once they have read it, the record says that you{' '}
          {verdict === 'met' ? 'encouraged' : 'guided'} them on that day: nothing else needs writing down. What you
          write goes into no personnel file.
        </p>
        {before > 0 ? (
          <p className={css.notice}>{countOf(before, 'note was', 'notes were')} given about this moment before.</p>
        ) : null}
      </header>
      <Followed followed={draft.followed} own={false} />
      <Moment moment={draft} />
      {verdict === 'failed' ? (
        <Example
          example={example}
          more={
            another === null ? null : (
              <p>
                <Button variant="default" size="sm" onClick={() => next(another)}>
                  Another example
                </Button>
              </p>
            )
          }
        />
      ) : null}
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          give.mutate();
        }}
      >
        <Textarea
          label={verdict === 'met' ? 'What you noticed' : 'What you say of it'}
          description="The act and the circumstance, as you would say it to their face. Leave out names of customers."
          autosize
          minRows={3}
          maxLength={mostWords}
          required
          value={says}
          onChange={(event) => setSays(event.currentTarget.value)}
        />
        <Textarea
          label="What to try next time"
          description="One thing is enough."
          autosize
          minRows={2}
          maxLength={mostWords}
          value={tryThis}
          onChange={(event) => setTry(event.currentTarget.value)}
        />
        <TextInput
          label="When you look again"
          description="You are reminded on Today."
          type="date"
          value={followUp}
          onChange={(event) => setFollowUp(event.currentTarget.value)}
        />
        {give.error ? <ProblemNotice problem={give.error} /> : null}
        <p className={css.actions}>
          <Button type="submit" loading={give.isPending} disabled={says.trim() === ''}>
            {`Give it to ${who}`}
          </Button>
          <span className={css.soft}>You can take it back until it is read.</span>
        </p>
      </form>
    </>
  );
}
