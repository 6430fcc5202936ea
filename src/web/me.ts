// Who is signed in, as the server tells it: what the shell shows, and which pages it lists. The server decides who may do
// what; this only keeps from showing doors that are shut.
import { useSuspenseQuery } from '@tanstack/react-query';
import type { Me } from '../auth/sign-in/me.shape.ts';
import type { Role } from '../kernel/actor.ts';
import { get } from './api.ts';
import { sentence } from './kit/words.ts';

export type { Me };

export const meQuery = {
  queryKey: ['/v1/me'],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Me> => get<Me>('/v1/me', signal),
  staleTime: 60_000,
} as const;

/** Who is signed in. Only inside the shell, which waits for it. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

/** What a customer is called here, with a large first letter. */
export function customerWordOf(me: Me): string {
  return sentence(me.organisation?.customerWord ?? 'customer');
}

/** Whether one of their roles is among these; `everyone` is whoever is signed in. */
export function sees(me: Me, who: readonly Role[] | 'everyone'): boolean {
  return who === 'everyone' || me.grants.some((grant) => who.includes(grant.role));
}

/** Whether some role of theirs is over the whole organisation; whoever is held to sites has none of its figures. */
export function seesWhole(me: Me): boolean {
  return me.grants.some((grant) => grant.sites === null && grant.role !== 'rep' && grant.role !== 'shopper');
}
