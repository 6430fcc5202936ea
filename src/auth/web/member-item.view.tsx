// One person who signs in: what they may, how they come in, and what an owner may change of it.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Grant } from '../../kernel/actor.ts';
import { send } from '../../web/api.ts';
import { day } from '../../web/kit/words.ts';
import { GrantFields } from './grant-fields.view.tsx';
import { grantSays } from './grant-words.ts';
import { PassOn } from './pass-on.view.tsx';
import { Refused } from './refused.view.tsx';
import css from './settings.module.css';
import { useAct } from './use-act.ts';
import { useAgain } from './use-again.ts';

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly grants: readonly Grant[];
  readonly endedAt: string | null;
  readonly seenAt: string | null;
  readonly password: boolean;
  readonly passkeys: number;
  readonly code: boolean;
}

interface MemberItemProps {
  readonly member: Member;
  readonly sites: ReadonlyMap<string, string>;
}

export function MemberItem({ member, sites }: MemberItemProps) {
  const act = useAct();
  const again = useAgain('/v1/members');
  const [opened, setOpened] = useState<'grants' | 'end' | null>(null);
  const [grants, setGrants] = useState(member.grants);
  const [address, setAddress] = useState<string | null | undefined>();
  const path = `/v1/members/${member.id}`;
  const change = async (deed: () => Promise<unknown>): Promise<void> => {
    const done = await act.run(async () => {
      await deed();
    });
    if (!done) return;
    setOpened(null);
    await again();
  };
  const toggle = (which: 'grants' | 'end'): void => {
    act.clear();
    setGrants(member.grants);
    setOpened(opened === which ? null : which);
  };
  return (
    <li className={css.item}>
      <div>
        <strong>{member.name}</strong> <span className={css.soft}>{member.email ?? 'looks around the demo'}</span>
        <p className={css.soft}>{standingOf(member, sites)}</p>
      </div>
      {member.endedAt === null && member.email !== null ? (
        <div className={css.acts}>
          <Button
            variant="default"
            size="sm"
            aria-expanded={opened === 'grants'}
            aria-label={`Change what ${member.name} may`}
            onClick={() => toggle('grants')}
          >
            Change
          </Button>
          <Button
            variant="default"
            size="sm"
            disabled={act.busy}
            aria-label={`A new password for ${member.name}`}
            onClick={() =>
              void change(async () => {
                setAddress((await send<{ address: string | null }>('POST', `${path}/new-password`)).address);
              })
            }
          >
            New password
          </Button>
          <Button
            variant="default"
            size="sm"
            aria-expanded={opened === 'end'}
            aria-label={`Let go of ${member.name}`}
            onClick={() => toggle('end')}
          >
            Let go
          </Button>
        </div>
      ) : null}
      <div className={css.wide}>
        {address === undefined ? null : <PassOn says={`A new password for ${member.name}.`} address={address} />}
        {opened === 'grants' ? (
          <div className={css.panel}>
            <GrantFields grants={grants} onChange={setGrants} sites={sites} />
            <p className={css.soft}>{member.name} is signed out where something changes, and comes in again with it.</p>
            <div className={css.acts}>
              <Button variant="default" onClick={() => setOpened(null)}>
                Leave it
              </Button>
              <Button
                loading={act.busy}
                onClick={() => void change(async () => send('POST', `${path}/grants`, { grants }))}
              >
                Keep it
              </Button>
            </div>
          </div>
        ) : null}
        {opened === 'end' ? (
          <div className={css.panel}>
            <p>
              {member.name} signs in no more, from now on, and the tokens they made open nothing. What they did stays on
              record.
            </p>
            <div className={css.acts}>
              <Button variant="default" onClick={() => setOpened(null)}>
                Leave it
              </Button>
              <Button loading={act.busy} onClick={() => void change(async () => send('POST', `${path}/end`))}>
                Let go
              </Button>
            </div>
          </div>
        ) : null}
        <Refused problem={act.problem} />
      </div>
    </li>
  );
}

function standingOf(
  { grants, endedAt, seenAt, passkeys, code, password }: Member,
  sites: ReadonlyMap<string, string>,
): string {
  if (endedAt !== null) return `Signs in no more, since ${day(endedAt)}`;
  const ways = [...(passkeys > 0 ? ['passkey'] : []), ...(password ? [code ? 'password and code' : 'password'] : [])];
  return [
    grants.map((grant) => grantSays(grant, sites)).join(', ') || 'nothing yet',
    ways.join(' or '),
    seenAt === null ? 'not seen yet' : `seen ${day(seenAt)}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
