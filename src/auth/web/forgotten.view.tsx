// A forgotten password: a link to a new one, by mail or by an owner's hand.
import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { send } from '../../web/api.ts';
import { DoorFrame } from './door-frame.view.tsx';
import css from './door.module.css';
import { Refused } from './refused.view.tsx';
import { useAct } from './use-act.ts';

export interface ForgottenProps {
  readonly email: string;
  /** Whether this server sends mail. */
  readonly mail: boolean;
  readonly back: () => void;
}

export function Forgotten({ email: begun, mail, back }: ForgottenProps) {
  const act = useAct();
  const [email, setEmail] = useState(begun);
  const [says, setSays] = useState('');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await act.run(async () => {
      setSays((await send<{ says: string }>('POST', '/v1/sign-in/forgotten', { email })).says);
    });
  };
  const how = mail
    ? 'We send you a link; it opens once, within two hours.'
    : 'An owner gets a link for you, and passes it on.';
  return (
    <DoorFrame title="A new password" says={says === '' ? how : undefined}>
      {says === '' ? (
        <form className={css.form} onSubmit={(event) => void submit(event)}>
          <TextInput
            label="E-mail"
            type="email"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            autoComplete="username"
            required
            withAsterisk={false}
            autoFocus
          />
          <Refused problem={act.problem} />
          <Button type="submit" size="md" loading={act.busy}>
            Ask for a link
          </Button>
        </form>
      ) : (
        <p role="status">{says}</p>
      )}
      <button type="button" className={css.quiet} onClick={back}>
        Back to signing in
      </button>
    </DoorFrame>
  );
}
