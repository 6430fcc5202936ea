// What may be done now about a fix. What sets aside what was found so far is asked for twice, with the reason.
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../web/api.ts';
import { DoneAt } from '../../web/kit/done-at.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import type { Fix } from './fix-columns.core.ts';
import css from './fixes.module.css';

type Verb = Fix['can'][number];

const verbWord: Readonly<Record<Verb, string>> = {
  begin: 'Approve and begin',
  done: 'It is done',
  check: 'Look again',
  drop: 'Drop it',
  reopen: 'Open it again',
};
const askedTwice: Readonly<Partial<Record<Verb, string>>> = {
  drop: 'It is watched no more. Why?',
  reopen: 'What was found so far is set aside, and it begins anew. Why?',
};

export function FixActions({ fix }: { readonly fix: Fix }) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState<Verb | null>(null);
  const [why, setWhy] = useState('');
  const change = useMutation({
    mutationFn: async ({ verb, sites }: { verb: Verb; sites?: readonly string[] }) =>
      verb === 'check'
        ? send('POST', '/v1/fixes/check')
        : send('POST', `/v1/fixes/${fix.id}/${verb}`, {
            ...(why.trim() === '' ? {} : { why: why.trim() }),
            ...(sites ? { sites } : {}),
          }),
    onSuccess: async () => {
      setAsking(null);
      setWhy('');
      await queries.invalidateQueries({ queryKey: ['/v1/fixes'] });
    },
  });
  const can = verbsOf(fix);
  if (can.length === 0) return null;
  const question = asking && askedTwice[asking];
  const done = new Set(fix.doneOn.map((one) => one.site));
  const waits = fix.sites.filter((site) => !done.has(site)).map((id) => ({ id, name: fix.siteNames[id] ?? id }));
  return (
    <>
      {asking === 'done' ? (
        <DoneAt
          sites={waits}
          pending={change.isPending}
          done={(sites) => change.mutate({ verb: 'done', sites })}
          leave={() => setAsking(null)}
        />
      ) : asking && question ? (
        <form
          className={css.asking}
          onSubmit={(event) => {
            event.preventDefault();
            change.mutate({ verb: asking });
          }}
        >
          <TextInput label={question} value={why} maxLength={500} onChange={(event) => setWhy(event.target.value)} />
          <div className={css.actions}>
            <Button type="submit" size="xs" variant="filled" loading={change.isPending}>
              {verbWord[asking]}
            </Button>
            <Button size="xs" variant="default" onClick={() => setAsking(null)}>
              Leave it
            </Button>
          </div>
        </form>
      ) : (
        <div className={css.actions}>
          {can.map((verb, index) => (
            <Button
              key={verb}
              size="xs"
              variant={index === 0 && (verb === 'begin' || verb === 'done') ? 'filled' : 'default'}
              loading={change.isPending && change.variables.verb === verb}
              onClick={() =>
                askedTwice[verb] === undefined && !(verb === 'done' && waits.length > 1)
                  ? change.mutate({ verb })
                  : setAsking(verb)
              }
            >
              {verbWord[verb]}
            </Button>
          ))}
        </div>
      )}
      {change.error ? <ProblemNotice problem={change.error} /> : null}
    </>
  );
}

// Done is said of sites: where it is done at all of them there is nothing more to say.
function verbsOf(fix: Fix): readonly Verb[] {
  const done = new Set(fix.doneOn.map((one) => one.site));
  return fix.can.filter((verb) => verb !== 'done' || fix.sites.some((site) => !done.has(site)));
}
