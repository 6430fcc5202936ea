// The overview of an organisation that may still be in the making: asked for again every few seconds until its shares are there.
import { useQuery } from '@tanstack/react-query';
import { get } from '../../web/api.ts';
import { seesWhole, useMe } from '../../web/me.ts';
import type { Overview } from '../overview/overview.shape.ts';

const everyMs = 6000;

export interface GrowingOverview {
  readonly told: Overview | undefined;
  readonly error: Error | null;
  readonly again: () => void;
  /** The demo is being made: shares come with the whole year. */
  readonly making: boolean;
}

export function useGrowingOverview(): GrowingOverview {
  const me = useMe();
  // Whoever is held to sites never gets shares of the whole.
  const growing = me.demo && seesWhole(me);
  const { data, error, refetch } = useQuery({
    queryKey: ['/v1/overview'],
    queryFn: async ({ signal }) => get<Overview>('/v1/overview', signal),
    refetchInterval: ({ state }) => (growing && state.data && state.data.causes === null ? everyMs : false),
  });
  return { told: data, error, again: () => void refetch(), making: growing && data?.causes === null };
}
