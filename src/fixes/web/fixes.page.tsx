// Patterns and fixes: what was agreed, what the contacts say of it so far and what may be done now; beneath it the patterns that
// nothing is done about yet, by cause.
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { FirstFix } from '../../diagnosis/overview/overview.shape.ts';
import { causes } from '../../diagnosis/finding.core.ts';
import { send, withQuery } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { CauseLabel } from '../../web/kit/cause.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { countOf, money } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import { FixCard } from './fix-card.view.tsx';
import css from './fixes.module.css';
import { columnsOf, type Fixes } from './fix-columns.core.ts';

const shownOfACause = 5;

export function Page() {
  const { fix: named } = useSearch({ strict: false }) as { readonly fix?: string };
  return (
    <div className={css.page}>
      <h1>Patterns and fixes</h1>
      <Ask<Fixes>
        path="/v1/fixes"
        isEmpty={({ fixes }) => fixes.length === 0}
        empty={
          <Empty title="No fix was agreed yet">
            Choose a pattern below and propose to mend it. From the day it is done, the contacts say whether it worked:
            where it was changed is held against where nothing was.
          </Empty>
        }
      >
        {({ fixes }) => (
          <div className={css.board}>
            {columnsOf(fixes).map(({ title, own }) => (
              <section key={title} className={css.column} aria-label={title}>
                <h2>{`${title} (${own.length})`}</h2>
                {own.map((fix) => (
                  <FixCard key={fix.id} fix={fix} named={fix.id === named} />
                ))}
              </section>
            ))}
          </div>
        )}
      </Ask>
      <section className={css.patterns} aria-labelledby="patterns">
        <h2 id="patterns">Patterns, worth most first</h2>
        <Ask<{ items: FirstFix[] }>
          path={withQuery('/v1/first-fixes', { limit: 60 })}
          isEmpty={({ items }) => items.length === 0}
          empty={
            <Empty title="No pattern yet" action={<Link to="/contacts/bring">Bring calls, visits or chats</Link>}>
              A pattern is the same thing missed at least three times for the same cause.
            </Empty>
          }
        >
          {({ items }) => (
            <div className={css.byCause}>
              {causes.map((cause) => {
                const own = items.filter((one) => one.cause === cause);
                return own.length === 0 ? null : (
                  <section key={cause} aria-label={cause}>
                    <h3>
                      <CauseLabel cause={cause} />
                    </h3>
                    <ul>
                      {own.slice(0, shownOfACause).map((one) => (
                        <Pattern key={one.id} pattern={one} />
                      ))}
                    </ul>
                    {own.length > shownOfACause ? (
                      <p className={css.all}>
                        <Link to="/causes/$cause" params={{ cause } as never}>
                          All that it leads
                        </Link>
                      </p>
                    ) : null}
                  </section>
                );
              })}
            </div>
          )}
        </Ask>
      </section>
    </div>
  );
}

function Pattern({ pattern }: { readonly pattern: FirstFix }) {
  const me = useMe();
  const queries = useQueryClient();
  const propose = useMutation({
    mutationFn: async () => send('POST', '/v1/fixes', { pattern: pattern.id }),
    onSuccess: async () => queries.invalidateQueries({ queryKey: ['/v1/fixes'] }),
  });
  const { cause, standard, site } = pattern;
  return (
    <li>
      <p>
        <Link to="/causes/failures" search={{ cause, standard, ...(site === null ? {} : { site }) } as never}>
          {pattern.fix}
        </Link>
      </p>
      <p className={css.soft}>
        {[
          countOf(pattern.failures, 'failure'),
          pattern.siteName ?? 'all sites',
          ...(pattern.costs ? [`about ${money(pattern.costs.money.value, pattern.costs.currency)} a month`] : []),
        ].join(' · ')}
      </p>
      {!me.readsOnly && sees(me, ['owner', 'district-manager', 'manager']) ? (
        <Button
          size="xs"
          variant="default"
          loading={propose.isPending}
          disabled={propose.isSuccess}
          onClick={() => propose.mutate()}
        >
          {propose.isSuccess ? 'Proposed' : 'Propose to fix it'}
        </Button>
      ) : null}
      {propose.error ? <ProblemNotice problem={propose.error} /> : null}
    </li>
  );
}
