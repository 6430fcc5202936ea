// Sets of standards: which are kept, whole sets at a time or the customary few; the organisation's own put in place, checked line by
// line, read and taken out.
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PacksOnWire } from '../../standards/packs.shape.ts';
import { packName } from '../../standards/title.core.ts';
import { send } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { RunJob } from '../../web/kit/run-job.view.tsx';
import { counted, countOf } from '../../web/kit/words.ts';
import { OwnPack } from './own-pack.view.tsx';
import css from './settings.module.css';

const path = '/v1/packs';

export function Page() {
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Sets of standards</h1>
        <p className={css.lede}>
          What every contact is held to. Begin with few, and take up more once these are kept; one at a time on{' '}
          <Link to="/standards">Standards</Link>.
        </p>
      </header>
      <Ask<PacksOnWire> path={path}>{(told) => <Packs told={told} />}</Ask>
    </div>
  );
}

type Pack = PacksOnWire['packs'][number];

function Packs({ told: { packs, change } }: { readonly told: PacksOnWire }) {
  const queries = useQueryClient();
  const choose = useMutation({
    mutationFn: async (asked: Record<string, unknown>) => send<PacksOnWire>('PUT', `${path}/kept`, asked),
    onSuccess: async () => queries.invalidateQueries(),
  });
  const sum = (of: 'kept' | 'standards'): number => packs.reduce((all, one) => all + one[of], 0);
  return (
    <>
      <section className={css.section} aria-labelledby="kept">
        <h2 id="kept">What you keep</h2>
        <p role="status">{`${counted(sum('kept'))} of ${countOf(sum('standards'), 'standard')} are looked for in every contact.`}</p>
        <p className={css.soft}>
          A new organisation begins with five, the customary few: nobody changes everything at once. They are marked
          with a star in the <Link to="/standards">library</Link>.
        </p>
        {change ? (
          <div className={css.acts}>
            <Button variant="default" loading={choose.isPending} onClick={() => choose.mutate({ choose: 'few' })}>
              Only the customary few
            </Button>
            <Button variant="default" loading={choose.isPending} onClick={() => choose.mutate({ choose: 'all' })}>
              All of them
            </Button>
          </div>
        ) : null}
        {choose.error ? <ProblemNotice problem={choose.error} /> : null}
        {choose.isSuccess ? (
          <div className={css.panel}>
            <p>
              Contacts are marked by this choice from the next marking on. Marks made before stay, outside every rate.
            </p>
            <RunJob work="all" label="Mark now, and find causes again" says="Marking" />
          </div>
        ) : null}
        <ul className={css.list}>
          {packs
            .filter((one) => one.standards > 0)
            .map((one) => (
              <Item
                key={one.name}
                pack={one}
                change={change}
                busy={choose.isPending}
                onKeep={(kept) => choose.mutate({ pack: one.name, kept })}
              />
            ))}
        </ul>
      </section>
      {change ? <OwnPack /> : null}
    </>
  );
}

interface ItemProps {
  readonly pack: Pack;
  readonly change: boolean;
  readonly busy: boolean;
  readonly onKeep: (kept: boolean) => void;
}

function Item({ pack: { name, says, own, changes, standards, kept }, change, busy, onKeep }: ItemProps) {
  const queries = useQueryClient();
  const title = packName(name);
  const drop = useMutation({
    mutationFn: async () => send('DELETE', `${path}/${name}`),
    onSuccess: async () => queries.invalidateQueries(),
  });
  return (
    <li className={css.item}>
      <div>
        <strong>{title}</strong>
        {says === undefined ? null : <p>{says}</p>}
        <p className={css.soft}>
          {[
            `${counted(kept)} of ${countOf(standards, 'standard')} kept`,
            ...(own ? ['your own'] : []),
            ...(changes === undefined ? [] : [`in the place of those of ${packName(changes)}`]),
          ].join(' · ')}
        </p>
      </div>
      <div className={css.acts}>
        <Button
          component="a"
          variant="default"
          size="sm"
          href={`${path}/${name}/file`}
          download
          aria-label={`Take out the file of ${title}`}
        >
          File
        </Button>
        {own && change ? (
          <Button
            variant="default"
            size="sm"
            loading={drop.isPending}
            onClick={() => drop.mutate()}
            aria-label={`Take ${title} out of use`}
          >
            Take out
          </Button>
        ) : null}
        {change && kept < standards ? (
          <Button
            variant="default"
            size="sm"
            disabled={busy}
            onClick={() => onKeep(true)}
            aria-label={`Keep all of ${title}`}
          >
            Keep all
          </Button>
        ) : null}
        {change && kept > 0 ? (
          <Button
            variant="default"
            size="sm"
            disabled={busy}
            onClick={() => onKeep(false)}
            aria-label={`Keep none of ${title}`}
          >
            Keep none
          </Button>
        ) : null}
      </div>
      {drop.error ? <ProblemNotice problem={drop.error} /> : null}
    </li>
  );
}
