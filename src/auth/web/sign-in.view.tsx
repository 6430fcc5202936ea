// In with a password (and a code where one is asked for), with a passkey, or with the organisation's own accounts.
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { send } from '../../web/api.ts';
import type { Me } from '../../web/me.ts';
import { DoorFrame } from './door-frame.view.tsx';
import css from './door.module.css';
import { Forgotten } from './forgotten.view.tsx';
import { canUsePasskeys, signInWithPasskey } from './passkeys.ts';
import { refusedBefore } from './refused-words.ts';
import { Refused } from './refused.view.tsx';
import { SingleSignOn } from './single-sign-on.view.tsx';
import { useAct } from './use-act.ts';
import { useEntered } from './use-entered.ts';

export function SignIn({ ways }: { readonly ways: Me['ways'] }) {
  const act = useAct();
  const entered = useEntered();
  const [told, setTold] = useState({ email: '', password: '', code: '' });
  const [wantsCode, setWantsCode] = useState(false);
  const [forgot, setForgot] = useState(false);
  if (forgot) return <Forgotten email={told.email} mail={ways.mail} back={() => setForgot(false)} />;

  const change = (name: keyof typeof told) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    setTold((before) => ({ ...before, [name]: value }));
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { code, ...rest } = told;
    let inside = false;
    await act.run(async () => {
      const reply = await send<{ needs: 'code' | null }>('POST', '/v1/sign-in', wantsCode ? { ...rest, code } : rest);
      inside = reply.needs === null;
      setWantsCode(!inside);
    });
    if (inside) await entered();
  };
  const byPasskey = async (): Promise<void> => {
    if (await act.run(signInWithPasskey)) await entered();
  };
  return (
    <DoorFrame
      title={wantsCode ? 'One more thing' : 'Sign in'}
      says={wantsCode ? undefined : refusedBefore(window.location.search)}
    >
      <form className={css.form} onSubmit={(event) => void submit(event)}>
        {wantsCode ? (
          <TextInput
            label="Code"
            description="Six digits from your app, or one of your recovery codes."
            value={told.code}
            onChange={change('code')}
            autoComplete="one-time-code"
            autoFocus
            required
            withAsterisk={false}
            maxLength={20}
          />
        ) : (
          <>
            <TextInput
              label="E-mail"
              type="email"
              value={told.email}
              onChange={change('email')}
              autoComplete="username"
              required
              withAsterisk={false}
            />
            <PasswordInput
              label="Password"
              value={told.password}
              onChange={change('password')}
              autoComplete="current-password"
              required
              withAsterisk={false}
            />
          </>
        )}
        <Refused problem={act.problem} />
        <Button type="submit" loading={act.busy} size="md">
          {wantsCode ? 'Go on' : 'Sign in'}
        </Button>
        <button type="button" className={css.quiet} onClick={() => (wantsCode ? setWantsCode(false) : setForgot(true))}>
          {wantsCode ? 'Back' : 'I forgot my password'}
        </button>
      </form>
      {!wantsCode && (ways.singleSignOn !== null || canUsePasskeys(ways)) ? <p className={css.or}>or</p> : null}
      {!wantsCode && canUsePasskeys(ways) ? (
        <Button
          variant="default"
          size="md"
          leftSection={<IconFingerprint size={20} aria-hidden />}
          onClick={() => void byPasskey()}
        >
          Use a passkey
        </Button>
      ) : null}
      {!wantsCode && ways.singleSignOn !== null ? <SingleSignOn name={ways.singleSignOn.name} /> : null}
    </DoorFrame>
  );
}
