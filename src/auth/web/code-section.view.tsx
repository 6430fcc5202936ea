// One-time codes of an app on my telephone, asked for beside the password.
import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { encode } from 'uqr';
import { send } from '../../web/api.ts';
import type { Standing } from './my-sign-in.page.tsx';
import { Refused } from './refused.view.tsx';
import css from './settings.module.css';
import { useAct } from './use-act.ts';
import { useAgain } from './use-again.ts';

export function CodeSection({ code: standing }: { readonly code: Standing['code'] }) {
  const act = useAct();
  const again = useAgain('/v1/me/sign-in');
  const [begun, setBegun] = useState<{ readonly secret: string; readonly address: string } | null>(null);
  const [recovery, setRecovery] = useState<readonly string[]>([]);
  const [ending, setEnding] = useState(false);
  const [code, setCode] = useState('');
  const begin = async (): Promise<void> => {
    await act.run(async () => setBegun(await send('POST', '/v1/me/code/begin')));
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const done = await act.run(async () => {
      const reply = await send<{ recovery?: readonly string[] }>('POST', `/v1/me/code/${ending ? 'end' : 'confirm'}`, {
        code,
      });
      setRecovery(reply.recovery ?? []);
    });
    if (!done) return;
    setBegun(null);
    setEnding(false);
    setCode('');
    await again();
  };
  return (
    <section className={css.section} aria-labelledby="codes">
      <div className={css.head}>
        <h2 id="codes">One-time codes</h2>
        <p>
          {standing.on
            ? `Asked for beside your password. ${standing.recoveryLeft} of 10 recovery codes are left.`
            : 'Six digits from an app on your telephone, asked for beside your password.'}
        </p>
      </div>
      {recovery.length > 0 ? <Recovery codes={recovery} /> : null}
      {begun ? <Secret {...begun} /> : null}
      {begun || ending ? (
        <form className={css.form} onSubmit={(event) => void submit(event)}>
          <TextInput
            label={ending ? 'A last code' : 'The code that the app shows'}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            autoComplete="one-time-code"
            withAsterisk={false}
            required
            maxLength={20}
          />
          <Refused problem={act.problem} />
          <div>
            <Button type="submit" loading={act.busy}>
              {ending ? 'Ask for codes no more' : 'Ask for codes from now on'}
            </Button>
          </div>
        </form>
      ) : (
        <div>
          <Button variant="default" loading={act.busy} onClick={() => void (standing.on ? setEnding(true) : begin())}>
            {standing.on ? 'Take codes off' : 'Set up codes'}
          </Button>
          <Refused problem={act.problem} />
        </div>
      )}
    </section>
  );
}

function Secret({ secret, address }: { readonly secret: string; readonly address: string }) {
  const { data, size } = encode(address, { border: 0 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <div className={css.panel}>
      <p>Point the app’s camera at this, or type the letters into it.</p>
      <svg className={css.picture} viewBox={`0 0 ${size} ${size}`} role="img" aria-label="Picture for the app’s camera">
        <path d={path} fill="#000" />
      </svg>
      <p className={css.address}>{secret.match(/.{1,4}/g)?.join(' ')}</p>
    </div>
  );
}

function Recovery({ codes }: { readonly codes: readonly string[] }) {
  return (
    <div className={css.panel} role="status">
      <p>
        <strong>Write these down now.</strong> Each opens once, for the day you lose your telephone. They are shown this
        once.
      </p>
      <ul className={css.codes}>
        {codes.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  );
}
