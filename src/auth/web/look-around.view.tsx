// As whom to look around the demo: three people of a made-up organisation.
import { IconBuildingStore, IconChartBar, IconHeadset } from '@tabler/icons-react';
import { useState } from 'react';
import { send } from '../../web/api.ts';
import { DoorFrame } from './door-frame.view.tsx';
import css from './door.module.css';
import type { LookedAroundAs } from '../sign-in/look-around.core.ts';
import { terminalToken } from './opened-with.ts';
import { Refused } from './refused.view.tsx';
import { TerminalField } from './terminal-field.view.tsx';
import { useAct } from './use-act.ts';
import { useEntered } from './use-entered.ts';

const choices = [
  ['owner', IconChartBar, 'As the owner', 'What bad service costs, why it happens, what to fix first.'],
  ['manager', IconBuildingStore, 'As the manager of a site', 'What my team needs this week; my site and no other.'],
  ['rep', IconHeadset, 'As a rep', 'My own calls with the words quoted, and one thing to work on.'],
] as const;

export function LookAround({ name }: { readonly name: string | null }) {
  const act = useAct();
  const entered = useEntered();
  const [token, setToken] = useState(terminalToken);
  const look = async (as: LookedAroundAs): Promise<void> => {
    const done = await act.run(async () => {
      await send('POST', '/v1/look-around', { token, as });
    });
    // Whoever answers for the whole guesses first what it is.
    if (done) await entered(as === 'owner' ? '/start' : '/');
  };
  return (
    <DoorFrame
      title="Look around"
      says={`${name ?? 'The demo'} is a made-up organisation with a year of calls, visits and records. Nothing here is about anybody.`}
    >
      <TerminalField value={token} onChange={setToken} />
      <ul className={css.choices}>
        {choices.map(([as, Icon, title, says]) => (
          <li key={as}>
            <button
              type="button"
              className={css.choice}
              disabled={act.busy || token === ''}
              onClick={() => void look(as)}
            >
              <Icon size={28} stroke={1.5} aria-hidden />
              <strong>{title}</strong>
              <span>{says}</span>
            </button>
          </li>
        ))}
      </ul>
      <Refused problem={act.problem} />
    </DoorFrame>
  );
}
