// My passkeys: the safest way in, and the quickest.
import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { send } from '../../web/api.ts';
import { day } from '../../web/kit/words.ts';
import type { Me } from '../../web/me.ts';
import type { Standing } from './my-sign-in.page.tsx';
import { addPasskey, canUsePasskeys } from './passkeys.ts';
import { KeptItem } from './kept-item.view.tsx';
import { Refused } from './refused.view.tsx';
import css from './settings.module.css';
import { useAct } from './use-act.ts';
import { useAgain } from './use-again.ts';

export function PasskeySection({
  passkeys,
  ways,
}: {
  readonly passkeys: Standing['passkeys'];
  readonly ways: Me['ways'];
}) {
  const act = useAct();
  const again = useAgain('/v1/me/sign-in');
  const [says, setSays] = useState('');
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!(await act.run(async () => addPasskey(says.trim() || 'This device')))) return;
    setSays('');
    await again();
  };
  const remove = async (id: string): Promise<void> => {
    if (await act.run(async () => send('POST', `/v1/me/passkeys/${id}/remove`))) await again();
  };
  return (
    <section className={css.section} aria-labelledby="passkeys">
      <div className={css.head}>
        <h2 id="passkeys">Passkeys</h2>
        <p>A finger, a face or the code of your own device instead of a password. Nobody can guess or steal one.</p>
      </div>
      {passkeys.length === 0 ? null : (
        <ul className={css.list}>
          {passkeys.map((one) => (
            <KeptItem
              key={one.id}
              act="Take off"
              inFull={`Take off ${one.says}`}
              busy={act.busy}
              onAct={() => void remove(one.id)}
            >
              <strong>{one.says}</strong>
              <p className={css.soft}>
                Added {day(one.madeAt)}, {one.usedAt === null ? 'not used yet' : `used ${day(one.usedAt)}`}
              </p>
            </KeptItem>
          ))}
        </ul>
      )}
      {canUsePasskeys(ways) ? (
        <form className={css.form} onSubmit={(event) => void add(event)}>
          <TextInput
            label="Name of this device"
            placeholder="My phone"
            value={says}
            onChange={(event) => setSays(event.currentTarget.value)}
            maxLength={60}
          />
          <div>
            <Button type="submit" loading={act.busy}>
              Add a passkey
            </Button>
          </div>
        </form>
      ) : (
        <p className={css.soft}>
          A passkey is bound to a name. Open this server as <code>localhost</code> or by its name, in a browser that has
          passkeys, to add one.
        </p>
      )}
      <Refused problem={act.problem} />
    </section>
  );
}
