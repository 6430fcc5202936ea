// A language model as one more marker, for an owner who wants one: off at first, with what would leave the machine said before anything
// does; then what it may be asked, what it has used, and how far it agrees with people.
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import { send } from '../../web/api.ts';
import { endedStates, useJobsHeard } from '../../web/jobs-heard.ts';
import { stateOfJob } from '../../web/job-words.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { counted, countOf, day } from '../../web/kit/words.ts';
import type { LanguageModelShape, TriedShape } from '../language-model/language-model.shape.ts';
import { AgreementWithPeople } from './model-agreement.view.tsx';
import css from './language-model.module.css';
import { ModelForm } from './model-form.view.tsx';

export type LanguageModel = z.infer<typeof LanguageModelShape>;
type Settings = NonNullable<LanguageModel['set']>;

const path = '/v1/language-model';

export function Page() {
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Language model</h1>
        <p className={css.soft}>
          One more marker, if you want one. Nothing here needs it, and nothing is sent before you name one and press
          “Ask it”. What it says stands beside the marks that count and changes none of them.
        </p>
      </header>
      <Ask<LanguageModel> path={path}>{(model) => <Whole model={model} />}</Ask>
    </div>
  );
}

function Whole({ model }: { readonly model: LanguageModel }) {
  const [changing, setChanging] = useState(false);
  const { set, canSet } = model;
  return (
    <>
      {set === null ? (
        canSet ? (
          <section className={css.section} aria-labelledby="begin">
            <h2 id="begin">Name one</h2>
            <WhatLeaves />
            <ModelForm model={model} onDone={() => undefined} />
          </section>
        ) : (
          <p>No language model is named. An owner may name one; marks are made without.</p>
        )
      ) : changing ? (
        <section className={css.section} aria-labelledby="change">
          <h2 id="change">Change it</h2>
          <WhatLeaves />
          <ModelForm model={model} onDone={() => setChanging(false)} />
        </section>
      ) : (
        <InUse set={set} canSet={canSet} onChange={() => setChanging(true)} />
      )}
      {set === null ? null : <AgreementWithPeople standards={model.standards} />}
      <Instructed contacts={model.instructed} />
    </>
  );
}

function WhatLeaves() {
  return (
    <div className={css.panel}>
      <p>
        <strong>What leaves this machine</strong> when you have it asked: the words of your standards, and the turns of
        contacts as they are kept here, with names, numbers and addresses taken out. Never who served, the site, the
        day, other contacts, or anybody’s marks.
      </p>
      <p className={css.soft}>
        A model on your own machine or network keeps even that at home. Words in a contact that speak to whoever marks
        are left out and listed below.
      </p>
    </div>
  );
}

function InUse({ set, canSet, onChange }: { set: Settings; canSet: boolean; onChange: () => void }) {
  const queries = useQueryClient();
  const [sure, setSure] = useState(false);
  const attempt = useMutation({ mutationFn: async () => send<z.infer<typeof TriedShape>>('POST', `${path}/try`) });
  const remove = useMutation({
    mutationFn: async () => send('DELETE', path),
    onSuccess: async () => queries.invalidateQueries({ queryKey: [path] }),
  });
  const used = set.used.tokensIn + set.used.tokensOut;
  return (
    <section className={css.section} aria-labelledby="in-use">
      <h2 id="in-use">{set.model}</h2>
      <dl className={css.facts}>
        <dt>At</dt>
        <dd>{`${set.url}${set.hasKey ? ', with a key' : ''}`}</dd>
        <dt>Since</dt>
        <dd>{day(set.setAt)}</dd>
        <dt>Asked about</dt>
        <dd>
          {`${countOf(set.standards.length, 'standard')} in ${set.share === 1 ? 'every contact' : `${Math.round(set.share * 1000) / 10} % of contacts`}`}
        </dd>
        <dt>Used this month</dt>
        <dd>
          {`${counted(used)} of ${counted(set.tokensAMonth)} tokens, ${countOf(set.used.calls, 'question')}`}
          <br />
          <progress
            value={Math.min(used, set.tokensAMonth)}
            max={set.tokensAMonth}
            aria-label="Tokens used this month"
          />
        </dd>
      </dl>
      {canSet ? (
        <>
          <Asking />
          <div className={css.acts}>
            <Button variant="default" loading={attempt.isPending} onClick={() => attempt.mutate()}>
              Try it on a made-up call
            </Button>
            <Button variant="default" onClick={onChange}>
              Change
            </Button>
            {sure ? (
              <>
                <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
                  Yes, take it off and forget the key
                </Button>
                <Button variant="subtle" onClick={() => setSure(false)}>
                  Keep it
                </Button>
              </>
            ) : (
              <Button variant="subtle" onClick={() => setSure(true)}>
                Take it off
              </Button>
            )}
          </div>
        </>
      ) : null}
      {attempt.data ? <Tried tried={attempt.data} /> : null}
      {attempt.error ? <ProblemNotice problem={attempt.error} /> : null}
      {remove.error ? <ProblemNotice problem={remove.error} /> : null}
    </section>
  );
}

/** Has it asked, and follows that while it runs; it can be stopped at any moment. */
function Asking() {
  const queries = useQueryClient();
  const ask = useMutation({ mutationFn: async () => send<{ job: string }>('POST', `${path}/ask`) });
  const stop = useMutation({ mutationFn: async (id: string) => send('POST', `/v1/jobs/${id}/cancel`) });
  const heard = useJobsHeard().filter(({ work }) => work === 'language-model');
  const running = heard.find(({ state }) => !endedStates.includes(state));
  const last = heard[0];
  return (
    <div className={css.panel}>
      <div className={css.acts}>
        {running ? (
          <Button color="red" variant="outline" loading={stop.isPending} onClick={() => stop.mutate(running.id)}>
            Stop
          </Button>
        ) : (
          <Button loading={ask.isPending} onClick={() => ask.mutate()}>
            Ask it about contacts
          </Button>
        )}
        <p role="status" className={css.soft}>
          {running
            ? stateOfJob(running)
            : last?.state === 'failed'
              ? (last.problem?.detail ?? 'It did not work.')
              : last
                ? `${last.says?.startsWith('stopped') ? last.says : last.state === 'cancelled' ? 'stopped' : 'done'}: ${countOf(last.done, 'contact')}`
                : 'The newest first, each once. You may leave this page.'}
        </p>
        {last && !running ? (
          <Button variant="subtle" onClick={() => void queries.invalidateQueries({ queryKey: [path] })}>
            Show what it said
          </Button>
        ) : null}
      </div>
      {ask.error ? <ProblemNotice problem={ask.error} /> : null}
      {stop.error ? <ProblemNotice problem={stop.error} /> : null}
    </div>
  );
}

function Tried({ tried }: { readonly tried: z.infer<typeof TriedShape> }) {
  const { readable, verdicts, tokens, ms } = tried;
  const doubts = verdicts.flatMap(({ why }) => (why === null ? [] : [why]));
  return (
    <div className={css.panel} role="status">
      <p>
        {readable
          ? `It answered in ${(ms / 1000).toFixed(1)} s with ${countOf(verdicts.length, 'verdict')}, using ${counted(tokens)} tokens.`
          : 'It answered, but not in a form that can be read. Another model may keep to it.'}
      </p>
      {doubts.length > 0 ? (
        <p
          className={css.soft}
        >{`${countOf(doubts.length, 'verdict')} would not be believed: ${[...new Set(doubts)].join('; ')}.`}</p>
      ) : null}
    </div>
  );
}

function Instructed({ contacts }: { readonly contacts: readonly string[] }) {
  if (contacts.length === 0) return null;
  return (
    <section className={css.section} aria-labelledby="instructed">
      <h2 id="instructed">Contacts that speak to whoever marks</h2>
      <p className={css.soft}>
        Somebody’s words in them seem to tell a marker what to say. They were not sent, and moved no verdict. Look who
        wrote them, and why.
      </p>
      <ul className={css.plain}>
        {contacts.map((id) => (
          <li key={id}>
            <Link to="/contacts/$id" params={{ id }}>
              {id}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
