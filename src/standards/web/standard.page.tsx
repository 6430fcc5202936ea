// One standard: what it says and why, how it is heard, its examples as they come out, how often it is missed over time and where,
// and what it was before.
import { Button, Switch } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { day } from '../../web/kit/words.ts';
import { sees, seesWhole, useMe } from '../../web/me.ts';
import type { OneStandard } from '../one-standard.shape.ts';
import { titleOf } from '../title.core.ts';
import { Examples } from './examples.view.tsx';
import { Rates } from './standard-rates.view.tsx';
import css from './standards.module.css';

export function Page() {
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string };
  const path = `/v1/standards/${encodeURIComponent(id)}`;
  return (
    <Ask<OneStandard> title="Standard" path={path}>
      {(told) => <Told key={told.standard.id} told={told} path={path} />}
    </Ask>
  );
}

const readers = ['owner', 'district-manager', 'manager', 'trainer', 'reviewer', 'auditor'] as const;
const tryers = ['owner', 'district-manager', 'manager', 'trainer', 'reviewer'] as const;

function Told({ told, path }: { readonly told: OneStandard; readonly path: string }) {
  const me = useMe();
  const { standard, rules, cues, published } = told;
  const serious = standard.kind === 'atrocity';
  return (
    <article className={css.page}>
      <header className={css.head}>
        <p>
          <Link to="/standards">Standards</Link>
        </p>
        <h1>{titleOf(standard)}</h1>
        <p className={css.lede}>{standard.says}</p>
        {standard.because ? <p className={css.soft}>{standard.because}</p> : null}
        {standard.instead ? (
          <p>
            <strong>Instead:</strong> {standard.instead}
          </p>
        ) : null}
        <dl className={css.facts}>
          <div>
            <dt>Kind</dt>
            <dd>{serious ? 'a serious act' : 'a standard'}</dd>
          </div>
          <div>
            <dt>Where</dt>
            <dd>{standard.channels.length === 0 ? 'everywhere' : standard.channels.join(', ')}</dd>
          </div>
          <div>
            <dt>Weight</dt>
            <dd>{standard.weight} of 5</dd>
          </div>
          {standard.task ? (
            <div>
              <dt>Task</dt>
              <dd>{standard.task.replaceAll('-', ' ')}</dd>
            </div>
          ) : null}
          {told.changedHere ? (
            <div>
              <dt>Wording</dt>
              <dd>changed here</dd>
            </div>
          ) : null}
        </dl>
        <div className={css.buttons}>
          <Kept told={told} path={path} />
          {sees(me, tryers) ? (
            <Button
              variant="default"
              renderRoot={(props) => <Link {...props} to="/standards/$id/edit" params={{ id: standard.id } as never} />}
            >
              {told.can.change ? 'Change it' : 'Try a change'}
            </Button>
          ) : null}
        </div>
      </header>
      {sees(me, readers) && seesWhole(me) && standard.inUse ? <Rates standard={standard} /> : null}
      <section className={css.block} aria-labelledby="heard">
        <h2 id="heard">How it is heard</h2>
        {standard.applies ? <p>{standard.applies}</p> : null}
        {sees(me, readers) && seesWhole(me) && standard.inUse ? (
          <p>
            <Link to="/markers/$standard" params={{ standard: standard.id } as never}>
              How far it agrees with people, and what their marks taught
            </Link>
          </p>
        ) : null}
        <ul>
          {rules.map((rule) => (
            <li key={rule.when}>
              <strong>{rule.when}</strong> {rule.says}.
            </li>
          ))}
        </ul>
        {cues.map((cue) => (
          <details key={cue.name}>
            <summary>
              {cue.name.replaceAll('-', ' ')} ({cue.phrases.length})
            </summary>
            <ul className={css.phrases}>
              {cue.phrases.slice(0, 60).map((phrase) => (
                <li key={phrase}>
                  <code>{phrase}</code>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </section>
      <Examples examples={told.examples} />
      {published.length > 0 ? (
        <section className={css.block} aria-labelledby="published">
          <h2 id="published">What others found</h2>
          <p className={css.soft}>Wide guides, each of its own sector. Never targets.</p>
          <ul>
            {published.map((one) => (
              <li key={one.says}>
                {serious ? 'Happened' : 'Missed'} in {one.says} <span className={css.soft}>{one.source}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Versions told={told} />
    </article>
  );
}

function Kept({ told, path }: { readonly told: OneStandard; readonly path: string }) {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  const keep = async (kept: boolean): Promise<void> => {
    setBusy(true);
    try {
      await send('PUT', `${path}/kept`, { kept });
      setProblem(null);
      await Promise.all([path, '/v1/standards'].map(async (one) => queries.invalidateQueries({ queryKey: [one] })));
    } catch (error) {
      setProblem(error as Error);
    }
    setBusy(false);
  };
  if (!told.can.change) return <p>{told.standard.inUse ? 'Kept here.' : 'Not kept here.'}</p>;
  return (
    <>
      <Switch
        label="Contacts are marked by it"
        checked={told.standard.inUse}
        disabled={busy}
        onChange={(event) => void keep(event.currentTarget.checked)}
      />
      {problem ? <ProblemNotice problem={problem} /> : null}
    </>
  );
}

function Versions({ told: { versions, saved } }: { readonly told: OneStandard }) {
  if (versions.length + saved.length === 0) return null;
  return (
    <section className={`${css.block} ${css.versions}`} aria-labelledby="versions">
      <h2 id="versions">Before</h2>
      {saved.map((one) => (
        <details key={one.id}>
          <summary>
            {day(one.savedAt)}: {one.note || (one.written === null ? 'back to what it was' : 'changed')}
          </summary>
          {one.written === null ? null : (
            <pre tabIndex={0} aria-label="As it was written">
              {one.written}
            </pre>
          )}
        </details>
      ))}
      {versions.length > 0 ? (
        <p className={css.soft}>
          Contacts were marked by {versions.length === 1 ? 'one version' : `${versions.length} versions`}, the newest
          since {day(versions[0]!.seenAt)} (<code>{versions[0]!.version}</code>). Marks of older versions are kept.
        </p>
      ) : null}
    </section>
  );
}
