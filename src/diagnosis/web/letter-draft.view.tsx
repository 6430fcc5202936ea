// The letter, drafted from what customers meet most, to be changed and kept: one's own until it is sent.
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { KeptLetterDraft, LetterDraft as Draft } from '../../policies/letter-draft.shape.ts';
import { send } from '../../web/api.ts';
import { useAsked } from '../../web/kit/ask.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { money } from '../../web/kit/words.ts';
import { useMe } from '../../web/me.ts';
import type { Overview } from '../overview/overview.shape.ts';
import { beginLetter } from './letter.core.ts';
import { oneIn } from './one-in.core.ts';
import css from './first-minutes.module.css';

const path = '/v1/letter-draft';
const parts = [
  ['wrong', 'What is wrong'],
  ['why', 'Why it should change'],
  ['solution', 'What to do instead'],
] as const;

export function LetterDraft({ told }: { readonly told: Overview }) {
  const { data } = useAsked<KeptLetterDraft>(path);
  const begun = begin(told);
  if (!data || (!data.draft && !begun)) return null;
  return <Letter key={data.draft ? 'kept' : 'begun'} begun={data.draft ?? begun!} kept={data.draft !== null} />;
}

function Letter({ begun, kept }: { readonly begun: Draft; readonly kept: boolean }) {
  const { readsOnly } = useMe();
  const [draft, setDraft] = useState<Draft>(begun);
  const queries = useQueryClient();
  const keep = useMutation({
    mutationFn: async (): Promise<void> => {
      const { wrong, why, solution, aboutMark } = draft;
      await send('PUT', path, { wrong, why, solution, ...(aboutMark === undefined ? {} : { aboutMark }) });
    },
    onSuccess: async () => queries.invalidateQueries({ queryKey: [path] }),
  });
  return (
    <section className={css.letter} aria-labelledby="letter">
      <h2 id="letter">A letter, drafted from it</h2>
      <p className={css.soft}>
        Whoever serves customers may write what is wrong and what would be better. It never counts against anyone.
        Change what you like; it stays yours until you send it.
      </p>
      {parts.map(([name, label]) => (
        <Textarea
          key={name}
          label={label}
          autosize
          minRows={2}
          maxLength={4000}
          readOnly={readsOnly}
          value={draft[name]}
          onChange={({ currentTarget: { value } }) => {
            keep.reset();
            setDraft((before) => ({ ...before, [name]: value }));
          }}
        />
      ))}
      {keep.error ? <ProblemNotice problem={keep.error} /> : null}
      {readsOnly ? null : (
        <div className={css.actions}>
          <Button loading={keep.isPending} onClick={() => keep.mutate()}>
            {kept ? 'Keep the changes' : 'Keep it as a draft'}
          </Button>
          <span role="status">{keep.isSuccess ? 'Kept. Nobody else sees it.' : ''}</span>
          {kept || keep.isSuccess ? <Link to="/letters/new">Go on to send it</Link> : null}
        </div>
      )}
    </section>
  );
}

function begin(told: Overview): Draft | null {
  const { speaksOf, costs } = told;
  if (!speaksOf) return null;
  const sum = costs ? `about ${money(costs.money.value, costs.currency)} a month` : null;
  return beginLetter(told, oneIn(speaksOf.failed, speaksOf.met + speaksOf.failed), sum);
}
