// Judge's files that were made: for what, by whom, when; taken, or their copy dropped.
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { get, send } from '../../web/api.ts';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { Progress } from '../../web/kit/progress.view.tsx';
import { Waiting } from '../../web/kit/waiting.view.tsx';
import { countOf, day } from '../../web/kit/words.ts';
import type { BundleOnWire, BundlesOnWire } from '../binder.shape.ts';
import css from './binder.module.css';

const everyMs = 1000;
const open: readonly string[] = ['waiting', 'making'];

export function BundleList({ makes }: { readonly makes: boolean }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['/v1/bundles'],
    queryFn: async ({ signal }) => get<BundlesOnWire>('/v1/bundles', signal),
    refetchInterval: ({ state }) => (state.data?.bundles.some((one) => open.includes(one.state)) ? everyMs : false),
  });
  return (
    <section className={css.section} aria-labelledby="made">
      <h2 id="made">Files that were made</h2>
      {error ? <ProblemNotice problem={error} again={() => void refetch()} /> : null}
      {data === undefined && !error ? <Waiting says="Being read" /> : null}
      {data?.bundles.length === 0 ? (
        <p className={css.soft}>
          None yet. Pick a day above, for example the day of a complaint, and look what would be in it.
        </p>
      ) : null}
      {data && data.bundles.length > 0 ? (
        <ul className={css.list}>
          {data.bundles.map((one) => (
            <Item key={one.id} bundle={one} makes={makes} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function Item({ bundle, makes }: { readonly bundle: BundleOnWire; readonly makes: boolean }) {
  const { asked, state, says, done, of } = bundle;
  const about = [asked.site, asked.person, asked.document, asked.standard].filter((one) => one !== undefined);
  return (
    <li className={css.item}>
      <div>
        <strong>{asked.from === asked.to ? day(asked.from) : `${day(asked.from)} to ${day(asked.to)}`}</strong>
        <p>{about.length === 0 ? 'Everything' : about.join(' · ')}</p>
        <p
          className={css.soft}
        >{`Asked for by ${bundle.by ?? 'somebody'} on ${day(bundle.askedAt)}${sizeOf(bundle)}`}</p>
        {open.includes(state) ? (
          <Progress says={says ?? 'It waits for its turn'} {...(of ? { done, of } : {})} />
        ) : null}
        {state === 'failed' ? (
          <p>It could not be made. Check the history under Settings, and ask for it again.</p>
        ) : null}
        {state === 'made' && !bundle.kept ? (
          <p className={css.soft}>Its copy is kept here no more; its hash stays: {bundle.sha256}</p>
        ) : null}
      </div>
      {bundle.kept ? <Acts bundle={bundle} makes={makes} /> : null}
    </li>
  );
}

function sizeOf({ pages, bytes, line }: BundleOnWire): string {
  if (pages === null || bytes === null) return '';
  const size = bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
  return ` · ${countOf(pages, 'page')}, ${size} · sealed in line ${line ?? '?'} of the history`;
}

function Acts({ bundle: { id, asked }, makes }: { readonly bundle: BundleOnWire; readonly makes: boolean }) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const drop = useMutation({
    mutationFn: async () => send('DELETE', `/v1/bundles/${id}/file`),
    onSuccess: async () => queries.invalidateQueries({ queryKey: ['/v1/bundles'] }),
  });
  if (asking)
    return (
      <div className={css.acts}>
        {drop.error ? <ProblemNotice problem={drop.error} /> : null}
        <Button variant="default" size="sm" onClick={() => setAsking(false)}>
          Keep it
        </Button>
        <Button size="sm" loading={drop.isPending} onClick={() => drop.mutate()}>
          Drop the copy
        </Button>
      </div>
    );
  return (
    <div className={css.acts}>
      <Button
        component="a"
        size="sm"
        href={`/v1/bundles/${id}/file`}
        download
        aria-label={`Take the file of ${day(asked.from)}`}
      >
        Take the file
      </Button>
      {makes ? (
        <Button
          variant="default"
          size="sm"
          onClick={() => setAsking(true)}
          aria-label={`Drop the copy of ${day(asked.from)}`}
        >
          Drop
        </Button>
      ) : null}
    </div>
  );
}
