// The overview of an organisation that may still be in the making: asked for again every few seconds until its shares are there.
import { useQuery } from '@tanstack/react-query';
import { get } from '../../web/api.ts';
import { useMe } from '../../web/me.ts';
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
  const { demo } = useMe();
  const { data, error, refetch } = useQuery({
    queryKey: ['/v1/overview'],
    queryFn: async ({ signal }) => get<Overview>('/v1/overview', signal),
    refetchInterval: ({ state }) => (demo && state.data && state.data.causes === null ? everyMs : false),
  });
  return { told: data, error, again: () => void refetch(), making: demo && data?.causes === null };
}
