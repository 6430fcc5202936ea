// Where nobody is signed in: at the demo, a look around as one of its people, by the token that the terminal printed, which
// stands in the address after the #; elsewhere how to get in.
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { lookedAroundAs } from '../auth/sign-in/look-around.core.ts';
import { send } from './api.ts';
import { ProblemNotice } from './kit/problem.view.tsx';
import { meQuery, type Me } from './me.ts';
import css from './signed-out.module.css';

type As = (typeof lookedAroundAs)[number];

const roleSays: Readonly<Record<As, string>> = {
  owner: 'What explains the failing, what it costs, what to fix first.',
  manager: 'What waits at one site: questions, certificates, whom to help.',
  rep: 'One’s own last calls, and one standard to work on.',
};

export function SignedOut({ me }: { readonly me: Me }) {
  const [token, setToken] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const queries = useQueryClient();
  const look = useMutation({
    mutationFn: async (as: As): Promise<void> => {
      await send('POST', '/v1/look-around', { token, as });
      // The token must not stay in the address, where the next person reads it.
      history.replaceState(null, '', location.pathname + location.search);
      await queries.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });
  return (
    <main className={css.out}>
      <h1>{me.organisation?.name ?? 'Customary'}</h1>
      {me.ways.lookAround ? (
        <>
          <p>A made-up organisation with a year of calls, visits and chats. Look around as:</p>
          {location.hash.length > 1 ? null : (
            <TextInput
              label="The token that the terminal printed"
              placeholder="XXXX-XXXX-XXXX-XXXX"
              value={token}
              onChange={(event) => setToken(event.currentTarget.value)}
            />
          )}
          <ul>
            {lookedAroundAs.map((as) => (
              <li key={as}>
                <Button
                  fullWidth
                  variant={as === 'owner' ? 'filled' : 'default'}
                  loading={look.isPending && look.variables === as}
                  onClick={() => look.mutate(as)}
                >
                  {as.charAt(0).toUpperCase() + as.slice(1)}
                </Button>
                <span>{roleSays[as]}</span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>Open the address that the server printed in its terminal: it lets you in.</p>
      )}
      {look.error ? <ProblemNotice problem={look.error} /> : null}
    </main>
  );
}
