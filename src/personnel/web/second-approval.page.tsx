// Steps against a person that two must agree to: asked for, agreed to or objected to by somebody else.
import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../web/api.ts';
import { Ask, useAsked } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { day, sentence } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import { adverseActs, adverseActWords } from '../adverse/adverse-step.core.ts';
import type { AdverseStepsOnWire } from '../adverse/adverse-steps.shape.ts';
import css from './second-approval.module.css';

const path = '/v1/adverse-steps';
type Step = AdverseStepsOnWire['steps'][number];

export function Page() {
  const me = useMe();
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Second approval</h1>
        <p className={css.soft}>
          Where letters were written in the last 180 days, a reprimand or a move to another role needs a second person
          who agrees. Which letter it is about is told to nobody.
        </p>
      </header>
      <Ask<AdverseStepsOnWire>
        path={path}
        isEmpty={({ steps }) => steps.length === 0}
        empty={
          <Empty title="Nothing was asked for">
            When the record refuses such a row until somebody else agrees, ask for it here with the same person, act and
            day. Once it is agreed to, keep the row again.
          </Empty>
        }
      >
        {({ steps }) => (
          <ul className={css.list}>
            {steps.map((step) => (
              <OneStep key={step.id} step={step} />
            ))}
          </ul>
        )}
      </Ask>
      {!me.readsOnly && sees(me, ['owner', 'district-manager', 'hr', 'manager']) ? <AskForOne /> : null}
    </div>
  );
}

function OneStep({ step }: { readonly step: Step }) {
  const [says, setSays] = useState('');
  const queries = useQueryClient();
  const answer = useMutation({
    mutationFn: async (agreed: boolean) =>
      send('POST', `${path}/${encodeURIComponent(step.id)}/answer`, { agreed, says }),
    onSuccess: async () => queries.invalidateQueries({ queryKey: [path] }),
  });
  const given = step.answer;
  return (
    <li>
      <h2>{`${sentence(adverseActWords[step.act])} for ${step.personName}, ${day(step.on)}`}</h2>
      {step.says === '' ? null : <p>{step.says}</p>}
      <p className={css.soft}>
        {`Asked on ${day(step.askedAt)}${step.mine ? ' by you' : ''}. `}
        {given === null
          ? 'Waits for a second person.'
          : `${given.agreed ? 'Agreed to' : 'Objected to'} on ${day(given.at)}.${given.says === '' ? '' : ` ${given.says}`}`}
      </p>
      {step.mayAgree ? (
        <>
          <TextInput
            label="Why"
            maxLength={1000}
            value={says}
            onChange={(event) => setSays(event.currentTarget.value)}
          />
          <div className={css.actions}>
            <Button size="sm" loading={answer.isPending} onClick={() => answer.mutate(true)}>
              I agree
            </Button>
            <Button size="sm" variant="default" loading={answer.isPending} onClick={() => answer.mutate(false)}>
              I object
            </Button>
          </div>
        </>
      ) : null}
      {answer.error ? <ProblemNotice problem={answer.error} /> : null}
    </li>
  );
}

function AskForOne() {
  const { data } = useAsked<{ items: readonly { id: string; name: string }[] }>('/v1/people?limit=200');
  const [person, setPerson] = useState<string | null>(null);
  const [act, setAct] = useState<string | null>('reprimand');
  const [on, setOn] = useState('');
  const [says, setSays] = useState('');
  const queries = useQueryClient();
  const ask = useMutation({
    mutationFn: async () => send('POST', path, { person, act, on, says }),
    onSuccess: async () => {
      setSays('');
      await queries.invalidateQueries({ queryKey: [path] });
    },
  });
  return (
    <form
      className={css.form}
      aria-labelledby="ask-for-one"
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate();
      }}
    >
      <h2 id="ask-for-one">Ask for a second approval</h2>
      <Select
        label="Whom it is about"
        required
        searchable
        data={(data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
        value={person}
        onChange={setPerson}
      />
      <Select
        label="What"
        required
        allowDeselect={false}
        data={adverseActs.map((value) => ({ value, label: sentence(adverseActWords[value]) }))}
        value={act}
        onChange={setAct}
      />
      <TextInput
        label="On which day"
        type="date"
        required
        value={on}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
      <Textarea
        label="What happened"
        description="The act and the circumstance."
        autosize
        minRows={2}
        maxLength={1000}
        value={says}
        onChange={(event) => setSays(event.currentTarget.value)}
      />
      {ask.error ? <ProblemNotice problem={ask.error} /> : null}
      <div className={css.actions}>
        <Button type="submit" loading={ask.isPending} disabled={person === null || on === ''}>
          Ask for it
        </Button>
        <span role="status">{ask.isSuccess ? 'Asked for.' : ''}</span>
      </div>
    </form>
  );
}
