// Each site's months on one scale and one axis of time, the one that misses most first, so that the odd one out is seen.
import { Link } from '@tanstack/react-router';
import { CauseLabel } from '../../web/kit/cause.view.tsx';
import { RunChart } from '../../web/kit/run-chart.view.tsx';
import { SmallMultiples } from '../../web/kit/small-multiples.view.tsx';
import { leadingAt } from '../overview/overview.core.ts';
import type { Overview } from '../overview/overview.shape.ts';
import css from './causes.module.css';

type Site = Overview['sites'][number];

export function SiteMultiples({ sites }: { readonly sites: readonly Site[] }) {
  if (sites.length === 0) return <p className={css.soft}>No contact says at which site it was.</p>;
  const highest = Math.max(...sites.flatMap((site) => site.months.map(rateOf)), 0.05);
  const end = Math.min(1, Math.ceil(highest * 10) / 10);
  const months = sites.flatMap((site) => site.months.map((one) => one.id)).toSorted();
  const span = months.length > 0 ? ([months[0]!, months.at(-1)!] as const) : undefined;
  return (
    <SmallMultiples label="Missed by month at each site">
      {sites
        .toSorted((a, b) => rateOf(b) - rateOf(a))
        .map((site) => (
          <div key={site.id}>
            <RunChart
              small
              title={site.name}
              end={end}
              period="month"
              {...(span ? { span } : {})}
              points={site.months.map((one) => ({
                from: one.id,
                value: one.met + one.failed === 0 ? null : rateOf(one),
              }))}
            />
            <p className={css.leads}>
              <Link to="/causes/failures" search={{ site: site.id } as never}>
                {`${Math.round(rateOf(site) * 100)} % missed`}
              </Link>
              <Leading site={site} />
            </p>
          </div>
        ))}
    </SmallMultiples>
  );
}

const rateOf = ({ met, failed }: { readonly met: number; readonly failed: number }): number =>
  failed / Math.max(1, met + failed);

function Leading({ site }: { readonly site: Site }) {
  const cause = leadingAt(site);
  return cause ? <CauseLabel cause={cause} /> : <span>cause not known</span>;
}
