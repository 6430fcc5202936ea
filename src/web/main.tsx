// The web app's entry: styles, theme, the keeper of what was read, the pages.
import '@mantine/core/styles.css';
import './tokens.css';
import './mantine.css';
import './base.css';
import { MantineProvider } from '@mantine/core';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem } from './api.ts';
import { meQuery } from './me.ts';
import { router } from './router.ts';
import { onServerBack, serverIsGone } from './server-gone.ts';
import { theme } from './theme.ts';

const queries = new QueryClient({
  queryCache: new QueryCache({
    // A server that is gone is waited for; whose session is over is told so by the shell, which asks again who is signed in.
    onError: (error, { queryKey }) => {
      if (error instanceof ApiProblem && error.status === 0) void serverIsGone();
      if (error instanceof ApiProblem && error.status === 401 && queryKey[0] !== meQuery.queryKey[0])
        void queries.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A refusal stays one; a server that is gone may be back in a moment.
      retry: (times, error) => times < 3 && error instanceof ApiProblem && (error.status === 0 || error.status === 503),
    },
  },
});

onServerBack(() => void queries.invalidateQueries());

createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
