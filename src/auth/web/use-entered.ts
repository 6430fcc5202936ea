// After somebody has signed in or out: nothing that was read for another person stays, and the page begins anew.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { meQuery } from '../../web/me.ts';

/** Call it once the server has given (or taken) the session. @returns a function that leads to `to` */
export function useEntered(): (to?: string) => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async (to) => {
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meQuery.queryKey[0] });
    if (to !== undefined) await navigate({ to, replace: true });
    await queries.invalidateQueries({ queryKey: meQuery.queryKey });
  };
}
