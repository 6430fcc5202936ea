// Know it, do it: whether people who were shown how keep the standards, beside those who weren't. Counts of people, never who;
// each row opens the words of its misses, the certificates on record and the standard.
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Ask } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { countOf, day } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import type { KnowDoFound, NamedStandard, NoKnowDo } from '../know-do/know-do-report.core.ts';
import type { KnowDo } from '../know-do/know-do.shape.ts';
import { FourGroups } from './four-groups.view.tsx';
import { KnowDoRowView } from './know-do-row.view.tsx';
import css from './know-do.module.css';

export function Page() {
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Know it, do it</h1>
        <p className={css.lede}>Do people who were shown how do it? Common sense isn’t common practice.</p>
      </header>
      <Ask<KnowDo> path="/v1/know-do">
        {(report) => (report.kind === 'none' ? <Nothing missing={report.missing} /> : <Told report={report} />)}
      </Ask>
    </div>
  );
}

function Told({ report }: { readonly report: KnowDoFound }) {
  const [first, ...others] = report.told;
  return (
    <>
      {first ? <p className={css.sentence}>{first}</p> : null}
      {report.rows.length > 0 ? (
        <>
          <FourGroups whole={report.whole} />
          <section className={css.section} aria-labelledby="standards">
            <h2 id="standards">Standard by standard</h2>
            <p className={css.soft}>
              Missed most first.
              {report.days
                ? ` Calls, visits and chats from ${day(report.days.first)} to ${day(report.days.last)}.`
                : ''}
            </p>
            <Standards rows={report.rows} />
          </section>
        </>
      ) : null}
      <section className={css.section} aria-labelledby="more">
        <h2 id="more">What else there is to know</h2>
        {others.map((one) => (
          <p key={one}>{one}</p>
        ))}
        <p>
          A certificate counts on a day if it was given by then, had not run out, was for the version of the procedure
          in force, and was in practice. “Likely between” allows for few people making many calls.
        </p>
        <Names title="Who was shown these is not on record" standards={report.notOnRecord} />
        <Names title="Left out, since fewer than three people would be on one side" standards={report.fewPeople} />
        <p>
          Take it out as{' '}
          <a href="/v1/know-do/table?form=csv" download>
            CSV
          </a>{' '}
          or as a{' '}
          <a href="/v1/know-do/table?form=xlsx" download>
            workbook
          </a>
          .
        </p>
      </section>
    </>
  );
}

/** As many as a look takes in; the rest is one press away. */
const atFirst = 8;

function Standards({ rows }: Pick<KnowDoFound, 'rows'>) {
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, atFirst);
  return (
    <>
      <ul className={css.rows}>
        {shown.map((row) => (
          <KnowDoRowView key={row.standard} row={row} />
        ))}
      </ul>
      {shown.length < rows.length ? (
        <div>
          <Button variant="default" onClick={() => setAll(true)}>
            Show all {rows.length}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function Names({ title, standards }: { readonly title: string; readonly standards: readonly NamedStandard[] }) {
  if (standards.length === 0) return null;
  return (
    <details className={css.names}>
      <summary>
        {title}: {countOf(standards.length, 'standard')}
      </summary>
      <ul>
        {standards.map(({ standard, title: name }) => (
          <li key={standard}>
            <Link to="/standards/$id" params={{ id: standard } as never}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Nothing({ missing }: Pick<NoKnowDo, 'missing'>) {
  const me = useMe();
  if (missing === 'marks')
    return (
      <Empty title="Nothing is marked yet" action={<Link to="/contacts/bring">Bring contacts in</Link>}>
        This page sets what people were shown beside what they do. It begins with calls, chats or visits.
      </Empty>
    );
  const brings = sees(me, ['owner', 'district-manager', 'hr']);
  const action = brings ? (
    <Link to="/record/bring">Bring what you have</Link>
  ) : (
    <Link to="/record/add">Add by hand</Link>
  );
  if (missing === 'people')
    return (
      <Empty title="Nobody who served is on record yet" action={action} example={<Example />}>
        Certificates are there, but no call, chat or visit says which person on record served. Bring the people, and a
        column called rep beside the contacts.
      </Empty>
    );
  return (
    <Empty title="No certificate is on record yet" action={action} example={<Example />}>
      Bring who was shown how to do what, and until when that holds: a list of trainings, sign-offs or certificates, one
      row each. This page then says for each standard whether training is what is missing, or something else.
    </Empty>
  );
}

function Example() {
  return (
    <>
      <p>certificates.csv</p>
      <pre className={css.file}>{`person,task,on,expires\nAnn Marlow,new-enquiry,2026-02-03,2027-02-03`}</pre>
    </>
  );
}
