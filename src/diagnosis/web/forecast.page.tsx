// What is expected to fail in the next thirty days, where, and what would prevent it: choose what to put right and see what is
// left.
import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsked } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { Rows } from '../../web/kit/rows.view.tsx';
import { RunJob, useGoing } from '../../web/kit/run-job.view.tsx';
import { countOf, counted, day, percent, sentence } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import { PageComing } from '../../web/no-page.view.tsx';
import type { Forecast, ForecastRead } from '../forecast/forecast.shape.ts';
import type { Today } from '../today/today.shape.ts';
import css from './causes.module.css';
import { expectedWithout, type Made, reasonsOf } from './what-if.core.ts';

const shownCells = 20;
const shownReasons = 12;

export function Page() {
  const me = useMe();
  const { data, error, refetch } = useAsked<ForecastRead>('/v1/forecast');
  const going = useGoing('forecast');
  const may = !me.readsOnly && sees(me, ['owner', 'district-manager', 'manager', 'trainer', 'reviewer']);
  return (
    <div className={css.page}>
      <h1>Forecast</h1>
      {error && !data ? <ProblemNotice problem={error} again={() => void refetch()} /> : null}
      {!error && !data ? <PageComing /> : null}
      {data?.madeAt === null ? (
        <Empty
          title={going ? 'The forecast is being made' : 'No forecast was made yet'}
          action={
            may ? <RunJob work="forecast" label="Make a forecast" says="The forecast is being made" /> : undefined
          }
          example={<p>“31 of 100 enquiries at one site will miss it; renew these four certificates, and it is 22.”</p>}
        >
          A forecast says what will fail in the next thirty days, by site and standard, from what held in the past
          months and what lapses in the coming ones, and what would prevent it.
          {going ? ' This page fills by itself once it is there; you can leave it meanwhile.' : ''}
        </Empty>
      ) : null}
      {data && data.madeAt !== null ? <Told told={data} may={may} /> : null}
    </div>
  );
}

function Told({ told, may }: { readonly told: Forecast; readonly may: boolean }) {
  const { report, madeAt } = told;
  if (report.kind === 'nothing')
    return (
      <Empty title="Nothing can be foreseen yet" action={<Link to="/contacts/bring">Bring contacts in</Link>}>
        {report.told.join(' ')}
      </Empty>
    );
  return (
    <>
      <header className={css.head}>
        <p className={css.lede}>{report.told[0]}</p>
        <p className={css.soft}>{`${day(report.from)} to ${day(report.to)}; made on ${day(madeAt)}.`}</p>
        {may ? <RunJob work="forecast" label="Make it anew" says="The forecast is being made" /> : null}
      </header>
      <WhatIf report={report} />
      <section className={css.section} aria-labelledby="cells">
        <h2 id="cells">Where most will fail</h2>
        <Rows
          label="Expected failures by site and standard"
          rows={report.cells
            .toSorted((a, b) => b.rate * b.expectedMarks - a.rate * a.expectedMarks)
            .slice(0, shownCells)}
          keyOf={(cell) => `${cell.site} ${cell.standard}`}
          columns={[
            {
              name: 'Standard',
              of: (cell) => (
                <Link to="/causes/failures" search={{ standard: cell.standard, site: cell.site } as never}>
                  {cell.title}
                </Link>
              ),
            },
            { name: 'Site', of: (cell) => cell.siteName },
            { name: 'Will miss it', number: true, of: (cell) => percent(cell.rate) },
            { name: 'Six months', number: true, of: (cell) => percent(cell.sixMonths) },
            { name: 'Failures', number: true, of: (cell) => counted(cell.rate * cell.expectedMarks) },
            { name: 'Because of', of: (cell) => cell.reasons[0]?.says ?? 'as it was' },
          ]}
        />
      </section>
      <section className={css.section} aria-labelledby="trust">
        <h2 id="trust">How far to trust it</h2>
        {report.told.slice(1).map((one) => (
          <p key={one}>{one}</p>
        ))}
      </section>
    </>
  );
}

function WhatIf({ report }: { readonly report: Made }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const reasons = reasonsOf(report.cells).slice(0, shownReasons);
  if (reasons.length === 0) return null;
  const all = expectedWithout(report.cells, new Set());
  const left = expectedWithout(report.cells, chosen);
  const marks = report.cells.reduce((sum, cell) => sum + cell.expectedMarks, 0);
  const toggle = (exposure: string): void =>
    setChosen(
      (before) => new Set(before.has(exposure) ? [...before].filter((one) => one !== exposure) : [...before, exposure]),
    );
  return (
    <section className={css.section} aria-labelledby="what-if">
      <h2 id="what-if">What if these were put right?</h2>
      <p className={css.cost} role="status">
        <strong>
          {chosen.size === 0 ? percent(all / marks) : `${percent(all / marks)} to ${percent(left / marks)}`}
        </strong>
        <span>
          {chosen.size === 0
            ? `fail: about ${countOf(all, 'failure')}. Choose what to put right.`
            : `About ${counted(all)} failures become ${counted(left)}: ${counted(all - left)} prevented.`}
        </span>
      </p>
      <ul className={css.whatIf}>
        {reasons.map((one) => (
          <li key={one.exposure}>
            <Checkbox
              checked={chosen.has(one.exposure)}
              onChange={() => toggle(one.exposure)}
              label={sentence(one.says)}
              description={`Alone it would prevent about ${counted(one.prevents)}, most of them in: ${one.most.join(', ')}.`}
            />
            {one.exposure === 'training.lapsed' ? <Lapsing /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Which certificates would have to be renewed, for whoever may read whose they are. */
function Lapsing() {
  const { data } = useAsked<Today>('/v1/today');
  const found = data?.team?.lapsing;
  if (!found || found.all === 0) return null;
  return (
    <details>
      <summary>{`Renew ${countOf(found.all, 'certificate')}`}</summary>
      <ul className={css.soft}>
        {found.items.map((one) => (
          <li key={`${one.person.id} ${one.task}`}>
            {`${one.person.name}: ${one.task}, ${one.lapsed ? 'lapsed' : 'lapses'} on ${day(one.expires)}`}
          </li>
        ))}
        {found.all > found.items.length ? <li>{`and ${counted(found.all - found.items.length)} more`}</li> : null}
      </ul>
    </details>
  );
}
