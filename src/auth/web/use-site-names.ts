// The organisation's sites by name, to choose from.
import { useAsked } from '../../web/kit/ask.view.tsx';

/** By id; empty while they are read, and where none is on record. */
export function useSiteNames(): ReadonlyMap<string, string> {
  const { data } = useAsked<{ sites: readonly { id: string; name: string }[] }>('/v1/members/sites');
  return new Map((data?.sites ?? []).map((site) => [site.id, site.name]));
}
