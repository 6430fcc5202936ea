// Who is invited and has not come in yet.
import type { Grant } from '../../kernel/actor.ts';
import { send } from '../../web/api.ts';
import { useAsked } from '../../web/kit/ask.view.tsx';
import { day } from '../../web/kit/words.ts';
import { grantSays } from './grant-words.ts';
import { KeptItem } from './kept-item.view.tsx';
import { Refused } from './refused.view.tsx';
import css from './settings.module.css';
import { useAct } from './use-act.ts';
import { useAgain } from './use-again.ts';

interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  readonly expiresAt: string;
}

export function InvitationList({ sites }: { readonly sites: ReadonlyMap<string, string> }) {
  const act = useAct();
  const again = useAgain('/v1/invitations', '/v1/mail/outbox');
  const { data } = useAsked<{ invitations: readonly Invitation[] }>('/v1/invitations');
  if (!data || data.invitations.length === 0) return null;
  const withdraw = async (id: string): Promise<void> => {
    if (await act.run(async () => send('POST', `/v1/invitations/${id}/withdraw`))) await again();
  };
  return (
    <section className={css.section} aria-labelledby="invited">
      <h2 id="invited">Invited</h2>
      <ul className={css.list}>
        {data.invitations.map((one) => (
          <KeptItem
            key={one.id}
            act="Take back"
            inFull={`Take back the invitation of ${one.name}`}
            busy={act.busy}
            onAct={() => void withdraw(one.id)}
          >
            <strong>{one.name}</strong> <span className={css.soft}>{one.email}</span>
            <p className={css.soft}>
              {one.grants.map((grant) => grantSays(grant, sites)).join(', ')}; open until {day(one.expiresAt)}
            </p>
          </KeptItem>
        ))}
      </ul>
      <Refused problem={act.problem} />
    </section>
  );
}
