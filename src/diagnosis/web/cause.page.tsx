// One cause opened: what it is made of, and the patterns that it leads, worth most first, each with somebody's own words.
import { Link, useParams } from '@tanstack/react-router';
import { withQuery } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { CauseLabel, causeSays } from '../../web/kit/cause.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { ShareBar } from '../../web/kit/share-bar.view.tsx';
import { aboutShare, between, percent, sentence } from '../../web/kit/words.ts';
import { NoSuchPage } from '../../web/no-page.view.tsx';
import { type Cause, causes } from '../finding.core.ts';
import type { Causes } from '../model/causes.shape.ts';
import type { FirstFix, Overview } from '../overview/overview.shape.ts';
import css from './causes.module.css';
import { FirstFixes } from './first-fixes.view.tsx';
import { endOf, foundShares, shareOf } from './shares.core.ts';

export function Page() {
  const { cause } = useParams({ strict: false }) as { readonly cause?: string };
  const known = causes.find((one) => one === cause);
  return known ? <OneCause cause={known} /> : <NoSuchPage />;
}

function OneCause({ cause }: { readonly cause: Cause }) {
  return (
    <div className={css.page}>
      <header className={css.head}>
        <p>
          <Link to="/causes">Causes</Link>
        </p>
        <h1>
          <CauseLabel cause={cause} />
        </h1>
        <p className={css.lede}>{causeSays[cause]}</p>
        <Ask<Overview> path="/v1/overview">{(told) => <MadeOf told={told.causes} cause={cause} />}</Ask>
      </header>
      <section className={css.section} aria-labelledby="patterns">
        <h2 id="patterns">Where it shows</h2>
        <Ask<{ items: FirstFix[] }>
          path={withQuery('/v1/first-fixes', { cause, limit: 24 })}
          isEmpty={({ items }) => items.length === 0}
          empty={
            <Empty title={`No pattern leads to ${cause}`} action={<Link to="/causes">Back to all causes</Link>}>
              A pattern is the same standard missed at least three times where the record points to the same cause.
              Where records are missing, nothing can point: the more of them you bring, the more is told apart.
            </Empty>
          }
        >
          {({ items }) => <FirstFixes fixes={items} />}
        </Ask>
      </section>
    </div>
  );
}

function MadeOf({ told, cause }: { readonly told: Causes | null; readonly cause: Cause }) {
  const report = foundShares(told);
  const share = report && shareOf(report, cause);
  if (!report || !share) return <p className={css.soft}>How much of the failing this explains is not known.</p>;
  const parts = report.causes.find((one) => one.cause === cause)?.exposures ?? [];
  const end = endOf(parts);
  return (
    <>
      <p>{`${sentence(aboutShare(share.share, share.low, share.high))}, of all failing. It is made of:`}</p>
      <ul className={css.parts}>
        {parts.map((one) => (
          <li key={one.id}>
            <span>
              {sentence(one.says)}
              <span className={css.says}>{` · in ${percent(one.exposed)} of what was marked`}</span>
            </span>
            <ShareBar share={one.share} low={one.low} high={one.high} end={end} colour={`var(--${cause})`} />
            <span>
              <strong>{percent(one.share)}</strong> <span className={css.range}>{between(one.low, one.high)}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
