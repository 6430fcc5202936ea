// A shielded letter read by its code alone, its replies, and a reply to them. Nobody is asked who they are, and the code stays in
// this page: not in its address, not in the browser.
import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '../../web/api.ts';
import kit from '../../web/kit/answered.module.css';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { day } from '../../web/kit/words.ts';
import type { ClaimedLetter } from '../letters/letters.shape.ts';
import { Events, Standing, Words } from './letter-told.view.tsx';
import css from './letters.module.css';

export function Page() {
  const [code, setCode] = useState('');
  const read = useMutation({
    mutationFn: async () => send<ClaimedLetter>('POST', '/v1/letters/claim', { code }),
  });
  return (
    <div className={kit.page}>
      <header className={kit.head}>
        <p className={kit.soft}>
          <Link to="/letters">Letters</Link>
        </p>
        <h1>A letter without a name</h1>
        <p className={kit.soft}>
          The code alone opens it. You need not be signed in: nobody is asked who they are, and nothing is kept of your
          looking.
        </p>
      </header>
      {read.data ? (
        <Claimed letter={read.data} code={code} again={() => read.mutate()} />
      ) : (
        <form
          className={css.write}
          onSubmit={(event) => {
            event.preventDefault();
            read.mutate();
          }}
        >
          <TextInput
            label="Your code"
            description="Eight groups of four letters and digits."
            autoComplete="off"
            spellCheck={false}
            maxLength={100}
            required
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          {read.error ? <ProblemNotice problem={read.error} /> : null}
          <div className={kit.actions}>
            <Button type="submit" loading={read.isPending} disabled={code.trim() === ''}>
              Read the replies
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}

function Claimed({
  letter,
  code,
  again,
}: {
  readonly letter: ClaimedLetter;
  readonly code: string;
  readonly again: () => void;
}) {
  const { told, number, sentOn, comesTo, appealable } = letter;
  return (
    <>
      <h2>{number === null ? `Handed in on ${day(sentOn)}` : `Letter ${number}`}</h2>
      {told === null ? (
        <p
          className={kit.standing}
        >{`It comes out the day after it was handed in. Then ${comesTo} is asked for an answer.`}</p>
      ) : (
        <Standing letter={told} />
      )}
      <Words letter={letter} />
      {told ? <Events events={told.events} /> : null}
      <Reply key={told?.events.length ?? 0} code={code} flag={letter.flag} appealable={appealable} again={again} />
    </>
  );
}

type Act = 'say' | 'grow' | 'appeal';

function Reply({
  code,
  flag,
  appealable,
  again,
}: {
  readonly code: string;
  readonly flag: boolean;
  readonly appealable: boolean;
  readonly again: () => void;
}) {
  const [says, setSays] = useState('');
  const [why, setWhy] = useState('');
  const [solution, setSolution] = useState('');
  const act = useMutation({
    mutationFn: async (verb: Act) => send('POST', '/v1/letters/claim/act', { code, act: verb, says, why, solution }),
    onSuccess: again,
  });
  return (
    <section className={css.form} aria-labelledby="answer-back">
      <h2 id="answer-back">Answer back</h2>
      <p className={kit.soft}>Others read it tomorrow, without your name and without the hour.</p>
      <Textarea
        label="Your reply"
        autosize
        minRows={2}
        maxLength={4000}
        value={says}
        onChange={(event) => setSays(event.currentTarget.value)}
      />
      <div className={kit.actions}>
        <Button loading={act.isPending} disabled={says.trim() === ''} onClick={() => act.mutate('say')}>
          Send this reply
        </Button>
        {appealable ? (
          <Button variant="default" loading={act.isPending} onClick={() => act.mutate('appeal')}>
            Take the refusal a level up
          </Button>
        ) : null}
      </div>
      {flag ? (
        <>
          <Textarea
            label="Why it should change"
            autosize
            minRows={2}
            maxLength={4000}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
          <Textarea
            label="What to do instead"
            autosize
            minRows={2}
            maxLength={4000}
            value={solution}
            onChange={(event) => setSolution(event.currentTarget.value)}
          />
          <div className={kit.actions}>
            <Button
              variant="default"
              loading={act.isPending}
              disabled={(why + solution).trim() === ''}
              onClick={() => act.mutate('grow')}
            >
              Make a letter of the flag
            </Button>
          </div>
        </>
      ) : null}
      {act.error ? <ProblemNotice problem={act.error} /> : null}
    </section>
  );
}
