// The fix that an adopted letter began: how far it is, what the contacts say of it, and the one step that comes next.
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { fixStageOf } from '../../fixes/fix-stage.core.ts';
import type { LetterFollowed } from '../../fixes/letters/letters-followed.shape.ts';
import { send } from '../../web/api.ts';
import kit from '../../web/kit/answered.module.css';
import { DoneAt } from '../../web/kit/done-at.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { useMe } from '../../web/me.ts';
import css from './letters.module.css';

type LetterFix = NonNullable<LetterFollowed['fix']>;

const verbs = {
  begin: { word: 'Begin the fix', says: 'From today it is under way.' },
  done: { word: 'It is done', says: 'From today the contacts are compared with those from before.' },
} as const;

export function FixOfLetter({ fix }: { readonly fix: LetterFix }) {
  const me = useMe();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const change = useMutation({
    mutationFn: async ({ verb, sites }: { verb: keyof typeof verbs; sites?: readonly string[] }) =>
      send('POST', `/v1/fixes/${encodeURIComponent(fix.id)}/${verb}`, sites ? { sites } : {}),
    onSuccess: async () => {
      setAsking(false);
      await queries.invalidateQueries({
        predicate: ({ queryKey }) => /^\/v1\/(letters|fixes)/.test(String(queryKey[0])),
      });
    },
  });
  const { stage, word } = fixStageOf(fix.state);
  const [next] = me.readsOnly ? [] : fix.can;
  return (
    <div className={`${kit.standing} ${css.fix}`} data-stage={stage}>
      <p className={kit.soft}>{`The fix: ${fix.says}. Told by “${fix.title}”.`}</p>
      <strong>{word}</strong>
      {fix.sentences.map((one) => (
        <p key={one}>{one}</p>
      ))}
      {asking ? (
        <DoneAt
          sites={fix.waits}
          pending={change.isPending}
          done={(sites) => change.mutate({ verb: 'done', sites })}
          leave={() => setAsking(false)}
        />
      ) : null}
      <div className={kit.actions}>
        {next && !asking ? (
          <Button
            variant="filled"
            loading={change.isPending}
            onClick={() => (next === 'done' && fix.waits.length > 1 ? setAsking(true) : change.mutate({ verb: next }))}
            aria-describedby="next-of-the-fix"
          >
            {verbs[next].word}
          </Button>
        ) : null}
        {fix.here ? (
          <Link to="/fixes" search={{ fix: fix.id } as never}>
            Open this fix
          </Link>
        ) : null}
      </div>
      {next && !asking ? (
        <p id="next-of-the-fix" className={kit.soft}>
          {verbs[next].says}
        </p>
      ) : null}
      {change.error ? <ProblemNotice problem={change.error} /> : null}
    </div>
  );
}
