// Whoever has a link: they were invited, or set a new password.
import { Button, Loader, PasswordInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { send } from '../../web/api.ts';
import { shortestPassword } from '../sign-in/password-rules.core.ts';
import type { Grant } from '../../kernel/actor.ts';
import { DoorFrame } from './door-frame.view.tsx';
import css from './door.module.css';
import { grantSays } from './grant-words.ts';
import { linkToken } from './opened-with.ts';
import { Refused } from './refused.view.tsx';
import { useAct } from './use-act.ts';
import { useEntered } from './use-entered.ts';

interface OpenedLink {
  readonly kind: 'invitation' | 'new-password';
  readonly organisation: string | null;
  readonly email: string;
  readonly name: string;
  readonly grants: readonly Grant[];
}

export function FromLink() {
  const { data, error } = useQuery({
    queryKey: ['link'],
    queryFn: async () => send<OpenedLink>('POST', '/v1/links/open', { token: linkToken }),
    enabled: linkToken !== '',
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (data) return <Accept link={data} />;
  if (linkToken !== '' && !error) return <Loader type="dots" aria-label="Being read" />;
  return (
    <DoorFrame title="This link opens nothing">
      <p>It was used, taken back or has run out, or a part of it is missing. Ask an owner for a new one.</p>
      <a href="/">To sign in</a>
    </DoorFrame>
  );
}

function Accept({ link }: { readonly link: OpenedLink }) {
  const act = useAct();
  const entered = useEntered();
  const invited = link.kind === 'invitation';
  const [name, setName] = useState(link.name);
  const [password, setPassword] = useState('');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const done = await act.run(async () => {
      await send('POST', '/v1/links/accept', { token: linkToken, password, ...(invited ? { name } : {}) });
    });
    if (done) await entered('/');
  };
  const title = invited ? `Welcome to ${link.organisation ?? 'Customary'}` : 'Choose a new password';
  return (
    <DoorFrame
      title={title}
      says={invited ? `You come in as ${link.grants.map((one) => grantSays(one)).join(', ')}.` : undefined}
    >
      <form className={css.form} onSubmit={(event) => void submit(event)}>
        <TextInput label="E-mail" value={link.email} readOnly autoComplete="username" />
        {invited ? (
          <TextInput
            label="Your name"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            required
            withAsterisk={false}
            maxLength={120}
            autoComplete="name"
          />
        ) : null}
        <PasswordInput
          label="Password"
          description={`At least ${shortestPassword} characters. Three or four words that do not belong together are easy to remember.`}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          minLength={shortestPassword}
          autoComplete="new-password"
          required
          withAsterisk={false}
          autoFocus
        />
        <Refused problem={act.problem} />
        <Button type="submit" size="md" loading={act.busy}>
          {invited ? 'Come in' : 'Keep it'}
        </Button>
      </form>
    </DoorFrame>
  );
}
