// What whoever looks may do with a dispute: answer it, ask for a second answer, withdraw it.
import { Button, Radio, Select, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../../web/api.ts';
import kit from '../../../web/kit/answered.module.css';
import { useAsked } from '../../../web/kit/ask.view.tsx';
import { ProblemNotice } from '../../../web/kit/problem.view.tsx';
import type { DisputeAnswer } from '../../disputes/dispute.core.ts';
import type { DisputeOnWire } from '../../disputes/disputes.shape.ts';
import css from './disputes.module.css';

function useAct(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ verb, body }: { verb: string; body?: unknown }) =>
      send('POST', `/v1/disputes/${encodeURIComponent(id)}/${verb}`, body),
    onSuccess: async () =>
      queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).includes('/disputes') }),
  });
}

/** What each answer does, by what the dispute rests on. */
function choicesOf({ ground, round }: DisputeOnWire): readonly (readonly [DisputeAnswer, string, string])[] {
  const upheld: Readonly<Record<DisputeOnWire['ground'], string>> = {
    words: 'The mark is struck. It stays to be seen, and counts no more.',
    'not-applicable': 'The mark is struck. It stays to be seen, and counts no more.',
    person: 'Who served is corrected. Whoever disputes it has nothing to do with it any more.',
    instruction: 'The mark stays. What caused it is found anew, with the instruction as evidence.',
    other: 'You agree, and say what follows from it. The mark stays.',
  };
  return [
    ['upheld', 'Uphold it', upheld[ground]],
    [
      'in-part',
      'Uphold a part of it',
      ground === 'instruction'
        ? 'There was the instruction, and something else besides.'
        : 'Say which part. The mark stays.',
    ],
    [
      'not-upheld',
      'Don’t uphold it',
      `The mark stays as it is. ${round === 1 ? 'They may ask somebody else once more.' : 'This answer is the last.'}`,
    ],
  ];
}

export function AnswerForm({ dispute }: { readonly dispute: DisputeOnWire }) {
  const [answer, setAnswer] = useState<DisputeAnswer | ''>('');
  const [says, setSays] = useState('');
  const [rightPerson, setRightPerson] = useState('');
  const [sure, setSure] = useState(false);
  const act = useAct(dispute.id);
  const asksWho = dispute.ground === 'person' && answer === 'upheld';
  const submit = (): void => {
    if (!sure) {
      setSure(true);
      return;
    }
    setSure(false);
    act.mutate({ verb: 'answer', body: { answer, says, ...(asksWho && rightPerson !== '' ? { rightPerson } : {}) } });
  };
  return (
    <form
      className={css.form}
      aria-label="Your answer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2>Your answer</h2>
      {sure ? (
        <>
          <p role="alert">
            {choicesOf(dispute).find(([value]) => value === answer)?.[2]} Whoever served reads your reason, and your
            answer is not taken back.
          </p>
          <div className={kit.actions}>
            <Button type="submit" loading={act.isPending} autoFocus>
              Yes, give this answer
            </Button>
            <Button variant="default" onClick={() => setSure(false)}>
              Back
            </Button>
          </div>
        </>
      ) : (
        <>
          <Radio.Group
            label="What becomes of it"
            required
            value={answer}
            onChange={(value) => setAnswer(value as DisputeAnswer)}
          >
            <Stack gap="sm" mt="xs">
              {choicesOf(dispute).map(([value, label, description]) => (
                <Radio key={value} value={value} label={label} description={description} />
              ))}
            </Stack>
          </Radio.Group>
          {asksWho ? <WhoServed value={rightPerson} change={setRightPerson} site={dispute.site?.id} /> : null}
          <Textarea
            label="The reason"
            description="Say what you heard or read. Whoever served reads it."
            required
            autosize
            minRows={2}
            maxLength={2000}
            value={says}
            onChange={(event) => setSays(event.currentTarget.value)}
          />
          <div className={kit.actions}>
            <Button type="submit" disabled={answer === ''} loading={act.isPending}>
              Give this answer
            </Button>
          </div>
        </>
      )}
      {act.error ? <ProblemNotice problem={act.error} /> : null}
    </form>
  );
}

function WhoServed({
  value,
  change,
  site,
}: {
  readonly value: string;
  readonly change: (id: string) => void;
  readonly site: string | undefined;
}) {
  const { data } = useAsked<{ items: readonly { id: string; name: string }[] }>(
    site === undefined ? '/v1/people' : `/v1/people?site=${encodeURIComponent(site)}`,
  );
  return (
    <Select
      label="Who served"
      description="Leave it open where nobody knows."
      clearable
      searchable
      data={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={value === '' ? null : value}
      onChange={(chosen) => change(chosen ?? '')}
    />
  );
}

export function SecondRoundForm({ id }: { readonly id: string }) {
  const [says, setSays] = useState('');
  const act = useAct(id);
  return (
    <form
      className={css.form}
      aria-label="A second answer"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate({ verb: 'second-round', body: { says } });
      }}
    >
      <h2>Ask for a second answer</h2>
      <p className={kit.soft}>Once, from somebody else. The first answer holds until then.</p>
      <Textarea
        label="What should be looked at again"
        autosize
        minRows={2}
        maxLength={2000}
        value={says}
        onChange={(event) => setSays(event.currentTarget.value)}
      />
      {act.error ? <ProblemNotice problem={act.error} /> : null}
      <div className={kit.actions}>
        <Button type="submit" loading={act.isPending}>
          Ask somebody else
        </Button>
      </div>
    </form>
  );
}

export function Withdraw({ id }: { readonly id: string }) {
  const [asking, setAsking] = useState(false);
  const act = useAct(id);
  return (
    <div className={kit.section}>
      {asking ? (
        <div className={kit.actions} role="alert">
          <span>Withdraw it? The mark stays as it is; you may dispute it again.</span>
          <Button size="sm" loading={act.isPending} onClick={() => act.mutate({ verb: 'withdraw' })}>
            Yes, withdraw it
          </Button>
          <Button size="sm" variant="default" onClick={() => setAsking(false)}>
            Back
          </Button>
        </div>
      ) : (
        <div className={kit.actions}>
          <Button variant="default" size="sm" onClick={() => setAsking(true)}>
            Withdraw it
          </Button>
        </div>
      )}
      {act.error ? <ProblemNotice problem={act.error} /> : null}
    </div>
  );
}
