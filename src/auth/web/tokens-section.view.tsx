// Tokens: how programs come in. What one may, who made it, and an end to it.
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { everyRole, type Role } from '../../kernel/actor.ts';
import { send } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { day } from '../../web/kit/words.ts';
import { roleWords } from './grant-words.ts';
import { FormEnd } from './form-end.view.tsx';
import { Refused } from './refused.view.tsx';
import css from './settings.module.css';
import { useAct } from './use-act.ts';
import { useAgain } from './use-again.ts';

interface Token {
  readonly id: string;
  readonly says: string;
  readonly roles: readonly Role[];
  readonly sites: readonly string[] | null;
  readonly readsOnly: boolean;
  readonly until: string | null;
  readonly madeAt: string;
  readonly standing: 'good' | 'ended' | 'expired';
}

const path = '/v1/tokens';

export function TokensSection() {
  const act = useAct();
  const again = useAgain(path);
  const [made, setMade] = useState<string | null>(null);
  const end = async (id: string): Promise<void> => {
    const ended = await act.run(async () => {
      await send('POST', `${path}/${id}/end`);
    });
    if (ended) await again();
  };
  return (
    <section className={css.section} aria-labelledby="tokens">
      <div className={css.head}>
        <h2 id="tokens">Tokens for programs</h2>
        <p>A program shows one in place of a password. It may no more than whoever made it.</p>
      </div>
      {made === null ? null : (
        <div className={css.panel} role="status">
          <p>
            <strong>Copy it now.</strong> It is shown this once; keep it like a password.
          </p>
          <p className={css.address}>{made}</p>
        </div>
      )}
      <Ask<{ tokens: readonly Token[] }>
        path={path}
        isEmpty={({ tokens }) => tokens.length === 0}
        empty={<p>There is none yet.</p>}
      >
        {({ tokens }) => (
          <ul className={css.list}>
            {tokens.map((one) => (
              <li key={one.id} className={css.item}>
                <div>
                  <strong>{one.says}</strong>
                  <p className={css.soft}>{standingOf(one)}</p>
                </div>
                {one.standing === 'good' ? (
                  <div className={css.acts}>
                    <Button
                      variant="default"
                      size="sm"
                      disabled={act.busy}
                      aria-label={`End ${one.says}`}
                      onClick={() => void end(one.id)}
                    >
                      End
                    </Button>
                  </div>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </Ask>
      <Refused problem={act.problem} />
      <NewToken made={setMade} />
    </section>
  );
}

function NewToken({ made }: { readonly made: (text: string) => void }) {
  const act = useAct();
  const again = useAgain(path);
  const [opened, setOpened] = useState(false);
  const [says, setSays] = useState('');
  const [role, setRole] = useState<Role>('auditor');
  const [readsOnly, setReadsOnly] = useState(true);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const done = await act.run(async () => {
      made((await send<{ text: string }>('POST', path, { says, roles: [role], readsOnly })).text);
    });
    if (!done) return;
    setSays('');
    setOpened(false);
    await again();
  };
  if (!opened)
    return (
      <div>
        <Button variant="default" onClick={() => setOpened(true)}>
          Make a token
        </Button>
      </div>
    );
  return (
    <form className={css.panel} onSubmit={(event) => void submit(event)}>
      <TextInput
        label="What it is for"
        placeholder="Export to the month’s figures"
        value={says}
        onChange={(event) => setSays(event.currentTarget.value)}
        withAsterisk={false}
        required
        maxLength={200}
      />
      <NativeSelect
        label="What it may"
        description={roleWords[role][1]}
        data={everyRole.map((one) => ({ value: one, label: roleWords[one][0] }))}
        value={role}
        onChange={(event) => setRole(event.currentTarget.value as Role)}
      />
      <Checkbox
        label="It only reads"
        checked={readsOnly}
        onChange={(event) => setReadsOnly(event.currentTarget.checked)}
      />
      <FormEnd act={act} does="Make it" onLeave={() => setOpened(false)} />
    </form>
  );
}

function standingOf({ roles, sites, readsOnly, until, madeAt, standing }: Token): string {
  const ends = { good: until === null ? 'good' : `good until ${day(until)}`, ended: 'ended', expired: 'ran out' }[
    standing
  ];
  return [
    roles.map((role) => roleWords[role][0]).join(', '),
    sites === null ? 'everywhere' : `at ${sites.length === 1 ? 'one site' : `${sites.length} sites`}`,
    ...(readsOnly ? ['only reads'] : []),
    `made ${day(madeAt)}`,
    ends,
  ].join(' · ');
}
