// A mark disputed, on a phone: what is wrong with it, in one's own words; and, where an instruction was followed, which.
import { Button, Radio, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { DisputeForm } from '../../../diagnosis/disputes/open-dispute.shape.ts';
import { send } from '../../../web/api.ts';
import kit from '../../../web/kit/answered.module.css';
import { Ask } from '../../../web/kit/ask.view.tsx';
import { ProblemNotice } from '../../../web/kit/problem.view.tsx';
import { day } from '../../../web/kit/words.ts';
import { groundWords, type DisputeGround } from '../../disputes/dispute.core.ts';
import type { DisputeAskedOnWire } from '../../disputes/disputes.shape.ts';
import { InstructionFields, type Followed, nothingFollowed } from './instruction-fields.view.tsx';
import css from './disputes.module.css';

export function Page() {
  const { mark } = useSearch({ strict: false }) as { readonly mark?: unknown };
  if (typeof mark !== 'string' || mark === '')
    return (
      <div className={kit.page}>
        <h1>Dispute a mark</h1>
        <p>
          Open the mark on your own contact first: <Link to="/me">My page</Link>.
        </p>
      </div>
    );
  return (
    <div className={kit.page}>
      <Ask<DisputeForm> path={`/v1/marks/${encodeURIComponent(mark)}/dispute-form`} title="Dispute a mark">
        {(form) => <Told form={form} />}
      </Ask>
    </div>
  );
}

function Told({ form }: { readonly form: DisputeForm }) {
  const { standard, contact, mark } = form;
  return (
    <>
      <header className={kit.head}>
        <p className={kit.soft}>
          <Link to="/contacts/$id" params={{ id: contact } as never} search={{ mark } as never}>
            Back to the words
          </Link>
        </p>
        <h1>Dispute a mark</h1>
        <p>
          It says that this was missed{form.day === null ? '' : ` on ${day(form.day)}`}:{' '}
          <strong>{standard.title}</strong>
        </p>
        <p className={kit.soft}>
          Somebody who had no part in it answers, by a day that you are told. Only you and those who may answer read
          this. It never counts against you, and it stands on no page about you.
        </p>
      </header>
      {form.dispute !== null ? (
        <p>
          You dispute this already:{' '}
          <Link to="/disputes/$id" params={{ id: form.dispute } as never}>
            see how it stands
          </Link>
          .
        </p>
      ) : form.disputable ? (
        <Write form={form} />
      ) : (
        <p>This mark says that nothing was missed. There is nothing to dispute.</p>
      )}
    </>
  );
}

const grounds: readonly (readonly [DisputeGround, string])[] = [
  ['words', 'I did it, or what is quoted is not what was said.'],
  ['person', 'I did not serve this contact.'],
  ['not-applicable', 'The standard is not meant for a contact like this.'],
  ['instruction', 'A rule, a procedure or somebody told me to do it this way. The mark stays; what caused it changes.'],
  ['other', 'Say it in your own words.'],
];

function Write({ form }: { readonly form: DisputeForm }) {
  const [ground, setGround] = useState<DisputeGround | ''>('');
  const [says, setSays] = useState('');
  const [followed, setFollowed] = useState<Followed>(nothingFollowed);
  const go = useNavigate();
  const queries = useQueryClient();
  const dispute = useMutation({
    mutationFn: async () => {
      if (ground === '') throw new Error('Choose what is wrong with it.');
      const body: DisputeAskedOnWire = {
        ground,
        says,
        ...(ground === 'instruction' ? { instruction: instructionOf(followed) } : {}),
      };
      return send<{ id: string }>('POST', `/v1/marks/${encodeURIComponent(form.mark)}/disputes`, body);
    },
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).includes('/disputes') });
      await go({ to: '/disputes/$id', params: { id } } as never);
    },
  });
  return (
    <form
      className={css.write}
      aria-label="Dispute a mark"
      onSubmit={(event) => {
        event.preventDefault();
        dispute.mutate();
      }}
    >
      <Radio.Group
        label="What is wrong with it"
        required
        value={ground}
        onChange={(value) => setGround(value as DisputeGround)}
      >
        <Stack gap="md" mt="xs">
          {grounds.map(([value, description]) => (
            <Radio key={value} value={value} label={groundWords[value]} description={description} />
          ))}
        </Stack>
      </Radio.Group>
      {ground === 'instruction' ? <InstructionFields form={form} followed={followed} change={setFollowed} /> : null}
      <Textarea
        label={ground === 'instruction' ? 'What you were told, and why you did it so' : 'In your own words'}
        description="A sentence or two. Leave out names of customers."
        required
        autosize
        minRows={3}
        maxLength={2000}
        value={says}
        onChange={(event) => setSays(event.currentTarget.value)}
      />
      {dispute.error ? <ProblemNotice problem={dispute.error} /> : null}
      <div className={kit.actions}>
        <Button type="submit" loading={dispute.isPending} disabled={ground === ''}>
          Dispute this mark
        </Button>
        <Link to="/contacts/$id" params={{ id: form.contact } as never} search={{ mark: form.mark } as never}>
          Leave it
        </Link>
      </div>
    </form>
  );
}

function instructionOf({ by, part, saidBy, on }: Followed): NonNullable<DisputeAskedOnWire['instruction']> {
  if (by === 'word') return { kind: 'word', ...(saidBy === '' ? {} : { saidBy }), ...(on === '' ? {} : { on }) };
  const [kind = 'policy', document = '', id = ''] = part === '' ? [] : (JSON.parse(part) as string[]);
  return { kind: kind as 'policy', document, part: id };
}
