// The first set-up: who owns this, and how they will sign in.
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { send } from '../../web/api.ts';
import { shortestPassword } from '../sign-in/password-rules.core.ts';
import { DoorFrame } from './door-frame.view.tsx';
import css from './door.module.css';
import { terminalToken } from './opened-with.ts';
import { Refused } from './refused.view.tsx';
import { TerminalField } from './terminal-field.view.tsx';
import { useAct } from './use-act.ts';
import { useEntered } from './use-entered.ts';

export function SetUp() {
  const act = useAct();
  const entered = useEntered();
  const [told, setTold] = useState({ token: terminalToken, organisation: '', name: '', email: '', password: '' });
  const field = (name: keyof typeof told) => ({
    value: told[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setTold((before) => ({ ...before, [name]: value }));
    },
    required: true,
    withAsterisk: false,
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { organisation, ...rest } = told;
    const done = await act.run(async () => {
      await send('POST', '/v1/set-up', { ...rest, organisation: { name: organisation } });
    });
    if (done) await entered('/');
  };
  return (
    <DoorFrame title="Set up Customary" says="You become its owner. Everything stays on this machine.">
      <form className={css.form} onSubmit={(event) => void submit(event)}>
        <TerminalField value={told.token} onChange={(token) => setTold((before) => ({ ...before, token }))} />
        <TextInput label="Your organisation" {...field('organisation')} autoComplete="organization" maxLength={200} />
        <TextInput label="Your name" {...field('name')} autoComplete="name" maxLength={120} />
        <TextInput label="E-mail" type="email" {...field('email')} autoComplete="username" maxLength={254} />
        <PasswordInput
          label="Password"
          description={`At least ${shortestPassword} characters. Three or four words that do not belong together are easy to remember.`}
          {...field('password')}
          autoComplete="new-password"
          minLength={shortestPassword}
        />
        <Refused problem={act.problem} />
        <Button type="submit" loading={act.busy} size="md">
          Begin
        </Button>
      </form>
    </DoorFrame>
  );
}
