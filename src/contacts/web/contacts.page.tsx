// Every contact that one may see, found by words and by what is known of it. What is asked stands in the address; j and k go
// through the list, enter opens, / goes to the words.
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { ListedContact } from '../../marking/search/contacts.shape.ts';
import { get, type Page as ListPage, withQuery } from '../../web/api.ts';
import { Empty } from '../../web/kit/empty.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { sees, useMe } from '../../web/me.ts';
import { PageComing } from '../../web/no-page.view.tsx';
import { asked, type ContactQuery, isAsking } from './contact-query.ts';
import { ContactRow } from './contact-row.view.tsx';
import { Filters } from './contact-filters.view.tsx';
import { SavedViews } from './saved-views.view.tsx';
import { useListKeys } from './list-keys.ts';
import css from './contacts.module.css';

interface Reply extends ListPage<ListedContact> {
  readonly settling: boolean;
}

export function Page() {
  const me = useMe();
  const query = asked(useSearch({ strict: false }));
  const go = useNavigate();
  const change = (next: ContactQuery): void => void go({ to: '/contacts', search: next as never, replace: true });
  const words = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useListKeys(list, words);
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetching, isFetchingNextPage, isPlaceholderData } =
    useInfiniteQuery({
      queryKey: ['/v1/contacts', query],
      queryFn: async ({ pageParam, signal }) =>
        get<Reply>(withQuery('/v1/contacts', { ...query, limit: 50, after: pageParam }), signal),
      initialPageParam: '',
      getNextPageParam: (last) => last.next,
      placeholderData: (before) => before,
      // Newest contacts are found a moment after they came.
      refetchInterval: ({ state }) => (state.data?.pages[0]?.settling ? 3000 : false),
    });
  const contacts = data?.pages.flatMap((page) => page.items) ?? [];
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const sight = new IntersectionObserver(
      ([seen]) => {
        if (seen?.isIntersecting && hasNextPage && !isFetchingNextPage) void fetchNextPage();
      },
      { rootMargin: '600px' },
    );
    if (end.current) sight.observe(end.current);
    return () => sight.disconnect();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Contacts</h1>
        <p className={css.actions}>
          {sees(me, ['owner', 'district-manager', 'manager']) && !me.readsOnly ? (
            <Button variant="default" renderRoot={(props) => <Link {...props} to="/contacts/bring" />}>
              Bring contacts in
            </Button>
          ) : null}
        </p>
      </header>
      <Filters query={query} change={change} words={words} />
      <SavedViews query={query} open={change} />
      <p className={css.told} role="status" aria-live="polite">
        {data?.pages[0]?.settling && contacts.length > 0
          ? 'The newest contacts are still being made ready to be found.'
          : isFetching && isPlaceholderData
            ? 'Looking …'
            : ''}
      </p>
      {error && !data ? <ProblemNotice problem={error} again={() => void refetch()} /> : null}
      {!data && !error ? <PageComing /> : null}
      {data && contacts.length === 0 ? (
        data.pages[0]?.settling ? (
          <Empty title="Contacts are on their way">
            They were brought in and are being made ready to be found. They come here by themselves, newest first.
          </Empty>
        ) : (
          <Nothing query={query} change={change} />
        )
      ) : null}
      <ul
        className={css.list}
        ref={list}
        data-stale={isPlaceholderData || undefined}
        aria-label="Contacts, newest first"
      >
        {contacts.map((one) => (
          <ContactRow key={one.id} contact={one} asked={query} />
        ))}
      </ul>
      <div ref={end} className={css.end}>
        {isFetchingNextPage ? (
          'More …'
        ) : hasNextPage ? (
          <Button variant="default" onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function Nothing({ query, change }: { readonly query: ContactQuery; readonly change: (next: ContactQuery) => void }) {
  if (isAsking(query))
    return (
      <Empty
        title="No contact fits all of that"
        action={
          <Button variant="default" onClick={() => change({})}>
            Show all contacts
          </Button>
        }
      >
        Leave one of the filters out. Words are all looked for; put them in quotes to find them next to each other, or
        end one with * for every word that begins so.
      </Empty>
    );
  return (
    <Empty
      title="No contacts yet"
      action={<Link to="/contacts/bring">Bring the first ones in</Link>}
      example={<p>A folder of call transcripts, an export of chats, a table with a row for each visit.</p>}
    >
      Calls, visits and chats come here once they are brought in. Each is marked by the standards that you keep, with
      the words quoted.
    </Empty>
  );
}
