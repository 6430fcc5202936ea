// Failures in their own words, narrowed by cause, standard and site, which stand in the address; each opens its contact.
import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { get, type Page as ListPage, withQuery } from '../../web/api.ts';
import { useAsked } from '../../web/kit/ask.view.tsx';
import { CauseLabel } from '../../web/kit/cause.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { CheckedRate } from '../../web/kit/checked-rate.view.tsx';
import { causePlainly } from '../../web/kit/cause.view.tsx';
import { PageComing } from '../../web/no-page.view.tsx';
import { causes } from '../finding.core.ts';
import type { Overview, ToldFailure } from '../overview/overview.shape.ts';
import css from './causes.module.css';
import { FailureQuote, placeAndDay } from './failure-quote.view.tsx';

interface Narrowed {
  readonly cause?: string;
  readonly standard?: string;
  readonly site?: string;
}

export function Page() {
  const { cause, standard, site } = useSearch({ strict: false }) as Narrowed;
  const narrowed: Narrowed = {
    ...(cause ? { cause } : {}),
    ...(standard ? { standard } : {}),
    ...(site ? { site } : {}),
  };
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['/v1/failures', narrowed],
    queryFn: async ({ pageParam, signal }) =>
      get<ListPage<ToldFailure>>(withQuery('/v1/failures', { ...narrowed, limit: 20, after: pageParam }), signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
  const failures = data?.pages.flatMap((page) => page.items) ?? [];
  const title = standard ? failures[0]?.standard.title : undefined;
  return (
    <div className={css.page}>
      <header className={css.head}>
        <p>
          <Link to="/causes">Causes</Link>
          {cause ? (
            <>
              {' › '}
              <Link to="/causes/$cause" params={{ cause } as never}>
                {causePlainly[cause as keyof typeof causePlainly]}
              </Link>
            </>
          ) : null}
        </p>
        <h1>{title ?? 'What was missed'}</h1>
        {title ? <p className={css.lede}>{failures[0]?.standard.says}</p> : null}
        {standard ? <CheckedRate standard={standard} short /> : null}
        <Filters narrowed={narrowed} />
      </header>
      {error && !data ? <ProblemNotice problem={error} again={() => void refetch()} /> : null}
      {!data && !error ? <PageComing /> : null}
      {data && failures.length === 0 ? (
        <Empty title="Nothing here was missed" action={<Link to="/causes/failures">Show all failures</Link>}>
          No failure of the last run fits all that is chosen above. Leave one of them out.
        </Empty>
      ) : null}
      <ul className={css.failures}>
        {failures.map((one) => (
          <Failure key={one.id} failure={one} titled={title !== undefined} />
        ))}
      </ul>
      {hasNextPage ? (
        <div>
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Failure({ failure, titled }: { readonly failure: ToldFailure; readonly titled: boolean }) {
  return (
    <li>
      {titled ? null : <h2>{failure.standard.title}</h2>}
      {failure.quote ? (
        <FailureQuote failure={failure} />
      ) : (
        <>
          <p className={css.soft}>{placeAndDay(failure).join(', ')}</p>
          <FailureQuote failure={failure} />
        </>
      )}
      <p className={css.causes}>
        {failure.leading.length > 0 ? (
          failure.leading.map((cause) => <CauseLabel key={cause} cause={cause} />)
        ) : (
          <span className={css.soft}>No record points to a cause yet</span>
        )}
      </p>
    </li>
  );
}

function Filters({ narrowed }: { readonly narrowed: Narrowed }) {
  const go = useNavigate();
  const { data } = useAsked<Overview>('/v1/overview');
  const change = (name: keyof Narrowed, value: string): void => {
    const { [name]: _before, ...others } = narrowed;
    void go({ to: '/causes/failures', search: (value === '' ? others : { ...others, [name]: value }) as never });
  };
  return (
    <div className={css.filters} role="search" aria-label="Narrow the failures">
      <NativeSelect
        label="Leading cause"
        value={narrowed.cause ?? ''}
        onChange={(event) => change('cause', event.currentTarget.value)}
        data={[{ value: '', label: 'All causes' }, ...causes.map((one) => ({ value: one, label: causePlainly[one] }))]}
      />
      <NativeSelect
        label="Site"
        value={narrowed.site ?? ''}
        onChange={(event) => change('site', event.currentTarget.value)}
        data={[
          { value: '', label: 'All sites' },
          ...(data?.sites ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {narrowed.standard ? (
        <Button variant="default" onClick={() => change('standard', '')}>
          All standards
        </Button>
      ) : null}
    </div>
  );
}
