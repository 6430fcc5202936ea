// What marks by a standard now, and what may be done about it: let a learned marker in, or go back to the cues. Both are asked twice,
// since everybody is marked by it; both can be undone at once.
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../web/api.ts';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { RunJob } from '../../web/kit/run-job.view.tsx';
import { countOf, day } from '../../web/kit/words.ts';
import type { OneMarkersOnWire } from '../markers/markers.shape.ts';
import css from './markers.module.css';

type Marker = OneMarkersOnWire['markers'][number];

export function Stands({ one }: { readonly one: OneMarkersOnWire }) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState<'promote' | 'roll-back' | null>(null);
  const path = `/v1/markers/${encodeURIComponent(one.standard)}`;
  const ready = one.markers.find((marker) => marker.whyNot.length === 0 && marker.id !== one.marker);
  const change = useMutation({
    mutationFn: async (verb: 'promote' | 'roll-back') =>
      verb === 'promote' ? send('POST', `${path}/promote`, { marker: ready?.id }) : send('POST', `${path}/roll-back`),
    onSuccess: async () => {
      setAsking(null);
      await queries.invalidateQueries({ predicate: (asked) => asked.queryKey[0] !== '/v1/jobs' });
    },
  });
  const learned = one.stands === 'learned';
  return (
    <section className={css.panel} aria-labelledby="stands">
      <h2 id="stands">{learned ? 'What was learned marks' : 'The cues mark'}</h2>
      <p>{told(one)}</p>
      {change.isSuccess && asking === null ? (
        <div className={css.done} role="status">
          <p>
            {change.variables === 'promote'
              ? 'It marks from now on. Contacts that are here already are marked by it when contacts are marked next.'
              : 'The cues mark again, and what they said before is back.'}
          </p>
          <RunJob work="marking" label="Mark contacts now" says="Marking contacts" />
        </div>
      ) : null}
      {change.error ? <ProblemNotice problem={change.error} /> : null}
      {asking ? (
        <div className={css.asking} role="group" aria-label="Are you sure?">
          <p>
            {asking === 'promote'
              ? promoteAsks(ready)
              : 'The cues mark again, at once. What was learned is kept, and may be let in again.'}
          </p>
          <div className={css.buttons}>
            <Button loading={change.isPending} onClick={() => change.mutate(asking)}>
              {asking === 'promote' ? 'Let it mark' : 'Go back to the cues'}
            </Button>
            <Button variant="default" onClick={() => setAsking(null)}>
              Leave it
            </Button>
          </div>
        </div>
      ) : one.can.decide ? (
        <div className={css.buttons}>
          {ready ? (
            <Button variant={learned || change.isSuccess ? 'default' : 'filled'} onClick={() => setAsking('promote')}>
              {learned ? 'Let the newer one mark …' : 'Let what was learned mark …'}
            </Button>
          ) : null}
          {one.marker === undefined ? null : (
            <Button variant="default" onClick={() => setAsking('roll-back')}>
              Go back to the cues …
            </Button>
          )}
        </div>
      ) : null}
    </section>
  );
}

function told({ stands, since, marker, markers }: OneMarkersOnWire): string {
  const own = markers.find((one) => one.id === marker);
  if (stands === 'learned' && own && since)
    return `Since ${day(since)}, by what ${countOf(own.reviews, 'review')} taught. Each of its marks quotes the words that weighed.`;
  if (own) return 'What was learned stands no longer: the standard says something else by now. Learn it anew.';
  return 'Its phrases are looked for in what was said: anybody can read them on the page of the standard.';
}

function promoteAsks(ready: Marker | undefined): string {
  return `What ${countOf(ready?.reviews ?? 0, 'review')} taught takes the place of the cues for this standard, in new contacts and in those that are here. What the cues said is kept, and comes back whenever you go back.`;
}
