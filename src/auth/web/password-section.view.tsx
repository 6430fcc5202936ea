// My password, changed by telling the one until now.
import { Button, PasswordInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { send } from '../../web/api.ts';
import { shortestPassword } from '../sign-in/password-rules.core.ts';
import { FormEnd } from './form-end.view.tsx';
import css from './settings.module.css';
import { useAct } from './use-act.ts';
import { useAgain } from './use-again.ts';

export function PasswordSection({ has }: { readonly has: boolean }) {
  const act = useAct();
  const again = useAgain('/v1/me/sign-in', '/v1/me/sessions');
  const [opened, setOpened] = useState(false);
  const [done, setDone] = useState(false);
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const changed = await act.run(async () =>
      send('POST', '/v1/me/password', { ...(has ? { current } : {}), password }),
    );
    if (!changed) return;
    setCurrent('');
    setPassword('');
    setOpened(false);
    setDone(true);
    await again();
  };
  return (
    <section className={css.section} aria-labelledby="password">
      <div className={css.head}>
        <h2 id="password">Password</h2>
        <p role="status">
          {done
            ? 'Changed. You are signed out everywhere else.'
            : has
              ? 'Changing it signs you out everywhere else.'
              : 'You have none: you sign in another way.'}
        </p>
      </div>
      {opened ? (
        <form className={css.form} onSubmit={(event) => void submit(event)}>
          {has ? (
            <PasswordInput
              label="Password until now"
              value={current}
              onChange={(event) => setCurrent(event.currentTarget.value)}
              autoComplete="current-password"
              withAsterisk={false}
              required
            />
          ) : null}
          <PasswordInput
            label="New password"
            description={`At least ${shortestPassword} characters. Three or four words that do not belong together are easy to remember.`}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="new-password"
            minLength={shortestPassword}
            withAsterisk={false}
            required
          />
          <FormEnd act={act} does="Change it" onLeave={() => setOpened(false)} />
        </form>
      ) : (
        <div>
          <Button variant="default" onClick={() => setOpened(true)}>
            {has ? 'Change the password' : 'Set a password'}
          </Button>
        </div>
      )}
    </section>
  );
}
