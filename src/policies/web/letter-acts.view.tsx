// What whoever looks may do with a letter: answer it, look at it for the law, sign it, take it further, write under it, join it.
import { Button, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import kit from '../../web/kit/answered.module.css';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import type { LetterOnWire } from '../letters/letters.shape.ts';
import { Form, useLetterAct } from './letter-act.view.tsx';

const answers = [
  [
    'adopted',
    'Adopt it',
    'The rule is changed as the letter asks. A new version is begun, and a fix by which the contacts will show whether it helped.',
  ],
  ['in-part', 'Adopt a part of it', 'Say which part, and why not the rest.'],
  ['refused', 'Refuse it', 'Only with a reason, which everybody reads.'],
  ['escalated', 'Pass it up', 'It is not yours to decide: say what stands in the way.'],
] as const;

export function AnswerForm({ letter }: { readonly letter: LetterOnWire }) {
  const [answer, setAnswer] = useState<(typeof answers)[number][0] | ''>('');
  const [says, setSays] = useState('');
  const act = useLetterAct(letter.id);
  const needs = answer !== '' && answer !== 'adopted';
  return (
    <Form
      title="Your answer"
      act={act}
      submit={() => act.mutate({ verb: 'answer', body: { answer, says } })}
      sure={`${answers.find(([value]) => value === answer)?.[1] ?? 'Answer it'}? Everybody reads it, and it is not taken back.`}
    >
      <Radio.Group
        label="What becomes of it"
        required
        value={answer}
        onChange={(value) => setAnswer(value as typeof answer)}
      >
        <Stack gap="sm" mt="xs">
          {answers
            .filter(([value]) => value !== 'escalated' || letter.above)
            .map(([value, label, description]) => (
              <Radio key={value} value={value} label={label} description={description} />
            ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={needs ? 'The reason' : 'A word to who wrote it'}
        required={needs}
        autosize
        minRows={2}
        maxLength={4000}
        value={says}
        onChange={(event) => setSays(event.currentTarget.value)}
      />
      <div className={kit.actions}>
        <Button type="submit" disabled={answer === ''} loading={act.isPending}>
          Give this answer
        </Button>
      </div>
    </Form>
  );
}

export function LookForm({ id }: { readonly id: string }) {
  const [law, setLaw] = useState('');
  const [says, setSays] = useState('');
  const act = useLetterAct(id);
  return (
    <Form
      title="Counsel’s look"
      act={act}
      submit={() => act.mutate({ verb: 'look', body: { law, says } })}
      sure={law.trim() === '' ? 'No law and no risk stands against it?' : 'Object? It goes back to who answered it.'}
    >
      <p className={kit.soft}>You object only by naming a law or a risk. Then it goes back to who answered it.</p>
      <TextInput
        label="The law or the risk that stands against it"
        maxLength={500}
        value={law}
        onChange={(event) => setLaw(event.currentTarget.value)}
      />
      <Textarea
        label="A word to them"
        autosize
        minRows={2}
        maxLength={4000}
        value={says}
        onChange={(event) => setSays(event.currentTarget.value)}
      />
      <div className={kit.actions}>
        <Button type="submit" loading={act.isPending}>
          {law.trim() === '' ? 'No objection' : 'Object'}
        </Button>
      </div>
    </Form>
  );
}

export function SignForm({ id }: { readonly id: string }) {
  const [says, setSays] = useState('');
  const act = useLetterAct(id);
  const [signs, setSigns] = useState(true);
  return (
    <Form
      title="Your signature"
      act={act}
      submit={() => act.mutate({ verb: 'sign', body: { signs, says } })}
      sure={signs ? 'Sign it? Then it holds.' : 'Refuse it? Everybody reads the reason.'}
    >
      <p className={kit.soft}>What was adopted holds once you have signed it. Refused, it needs your reason.</p>
      <Textarea
        label="A word, or the reason"
        autosize
        minRows={2}
        maxLength={4000}
        value={says}
        onChange={(event) => setSays(event.currentTarget.value)}
      />
      <div className={kit.actions}>
        <Button type="submit" loading={act.isPending} onClick={() => setSigns(true)}>
          Sign it
        </Button>
        <Button type="submit" variant="default" loading={act.isPending} onClick={() => setSigns(false)}>
          Refuse it
        </Button>
      </div>
    </Form>
  );
}

export function SayForm({ id }: { readonly id: string }) {
  const [says, setSays] = useState('');
  const act = useLetterAct(id, () => setSays(''));
  return (
    <Form title="Write under it" act={act} submit={() => act.mutate({ verb: 'say', body: { says } })}>
      <Textarea
        label="A question or a reply"
        description="Everybody inside reads it."
        required
        autosize
        minRows={2}
        maxLength={4000}
        value={says}
        onChange={(event) => setSays(event.currentTarget.value)}
      />
      <div className={kit.actions}>
        <Button type="submit" variant="default" loading={act.isPending}>
          Write it
        </Button>
      </div>
    </Form>
  );
}

export function GrowForm({ id }: { readonly id: string }) {
  const [why, setWhy] = useState('');
  const [solution, setSolution] = useState('');
  const act = useLetterAct(id);
  return (
    <Form title="Make a letter of it" act={act} submit={() => act.mutate({ verb: 'grow', body: { why, solution } })}>
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
        <Button type="submit" loading={act.isPending}>
          Add it to the letter
        </Button>
      </div>
    </Form>
  );
}

/** Join, leave, or take a refusal further. */
export function QuickActs({ letter }: { readonly letter: LetterOnWire }) {
  const act = useLetterAct(letter.id);
  const { can } = letter;
  if (!['join', 'leave', 'appeal'].some((verb) => can.includes(verb as 'join'))) return null;
  return (
    <>
      <div className={kit.actions}>
        {can.includes('join') ? (
          <Button
            variant="default"
            loading={act.isPending}
            onClick={() => act.mutate({ verb: 'support', method: 'PUT' })}
          >
            I am for it too
          </Button>
        ) : null}
        {can.includes('leave') ? (
          <Button
            variant="default"
            loading={act.isPending}
            onClick={() => act.mutate({ verb: 'support', method: 'DELETE' })}
          >
            Take my name off
          </Button>
        ) : null}
        {can.includes('appeal') ? (
          <Button loading={act.isPending} onClick={() => act.mutate({ verb: 'appeal' })}>
            Take it a level up
          </Button>
        ) : null}
      </div>
      {act.error ? <ProblemNotice problem={act.error} /> : null}
    </>
  );
}
