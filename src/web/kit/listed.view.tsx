// A list that comes in pieces, as the address asks for it: what stands stays while another is on its way, and more comes as
// somebody asks for it.
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { get, type Page, withQuery } from '../api.ts';
import { PageComing } from '../no-page.view.tsx';
import { ProblemNotice } from './problem.view.tsx';

/** What an address says under these names, as text; nothing of what it leaves out or says in another form. */
export function textsIn<Name extends string>(
  search: Readonly<Record<string, unknown>>,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = search[name];
      const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
      return text === '' ? [] : [[name, text]];
    }),
  ) as Partial<Record<Name, string>>;
}

/** The list at a path of the API. @param limit how many come at once */
export function useListed<Item>(path: string, query: Readonly<Record<string, string | undefined>>, limit: number) {
  const asked = useInfiniteQuery({
    queryKey: [path, query],
    queryFn: async ({ pageParam, signal }) =>
      get<Page<Item>>(withQuery(path, { ...query, limit, after: pageParam }), signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
  });
  const items = asked.data?.pages.flatMap((page) => page.items);
  return {
    items: items ?? [],
    /** It was read, and there is nothing in it. */
    isEmpty: items?.length === 0,
    /** What stands was asked for before; what is asked for now is on its way. */
    isStale: asked.isPlaceholderData,
    asked,
  };
}

type Listed = Pick<ReturnType<typeof useListed>, 'asked'>;

/** In the place of a list that was never read: on its way, or refused. */
export function ListComing({ of: { asked } }: { readonly of: Listed }) {
  if (asked.data) return null;
  return asked.error ? <ProblemNotice problem={asked.error} again={() => void asked.refetch()} /> : <PageComing />;
}

/** What brings more of it, where there is more. */
export function MoreOf({ of: { asked }, says = 'Show more' }: { readonly of: Listed; readonly says?: string }) {
  if (!asked.hasNextPage) return null;
  return (
    <p>
      <Button variant="default" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
        {says}
      </Button>
    </p>
  );
}
