// Where I am signed in, and out there with one click.
import { Button } from '@mantine/core';
import { send } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { day } from '../../web/kit/words.ts';
import { KeptItem } from './kept-item.view.tsx';
import { Refused } from './refused.view.tsx';
import css from './settings.module.css';
import { useAct } from './use-act.ts';
import { useAgain } from './use-again.ts';
import { useEntered } from './use-entered.ts';

interface Sessions {
  readonly sessions: readonly {
    readonly id: string;
    readonly device: string;
    readonly way: string;
    readonly madeAt: string;
    readonly seenAt: string;
    readonly current: boolean;
  }[];
}

const path = '/v1/me/sessions';

export function SessionSection() {
  const act = useAct();
  const again = useAgain(path);
  const entered = useEntered();
  const end = async (which: string): Promise<void> => {
    if (await act.run(async () => send('POST', `${path}${which}/end`))) await again();
  };
  const out = async (): Promise<void> => {
    if (await act.run(async () => send('POST', '/v1/sign-out'))) await entered('/');
  };
  return (
    <section className={css.section} aria-labelledby="sessions">
      <div className={css.head}>
        <h2 id="sessions">Where you are signed in</h2>
        <p>One that is not used for three days ends by itself, as does each after a month.</p>
      </div>
      <Ask<Sessions> path={path}>
        {({ sessions }) => (
          <>
            <ul className={css.list}>
              {sessions.map((one) => (
                <KeptItem
                  key={one.id}
                  act="Sign out"
                  inFull={one.current ? 'Sign out of this browser' : `Sign out of ${one.device}`}
                  busy={act.busy}
                  onAct={() => void (one.current ? out() : end(`/${one.id}`))}
                >
                  <strong>{one.device}</strong>
                  <p className={css.soft}>
                    {one.current ? 'This browser' : `Seen ${day(one.seenAt)}`}, signed in {day(one.madeAt)}
                  </p>
                </KeptItem>
              ))}
            </ul>
            {sessions.length > 1 ? (
              <div>
                <Button variant="default" disabled={act.busy} onClick={() => void end('')}>
                  Sign out everywhere else
                </Button>
              </div>
            ) : null}
          </>
        )}
      </Ask>
      <Refused problem={act.problem} />
    </section>
  );
}
