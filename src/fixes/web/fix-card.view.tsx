// One fix: what was agreed, what was expected, how failing went where it was changed and where it was not, the verdict in words,
// and what may be done now.
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from '../../web/api.ts';
import { CauseLabel } from '../../web/kit/cause.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { day, percent, sentence } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import type { Fix } from './fix-columns.core.ts';
import css from './fixes.module.css';

const verbWord: Readonly<Record<Fix['can'][number], string>> = {
  begin: 'Approve and begin',
  done: 'It is done',
  check: 'Look again',
  drop: 'Drop it',
  reopen: 'Open it again',
};

export function FixCard({ fix }: { readonly fix: Fix }) {
  const me = useMe();
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: async (verb: string) => send('POST', `/v1/fixes/${fix.id}/${verb}`, {}),
    onSuccess: async () => queries.invalidateQueries({ queryKey: ['/v1/fixes'] }),
  });
  const { evidence } = fix;
  const may = !me.readsOnly && sees(me, ['owner', 'district-manager', 'manager']);
  return (
    <article className={css.card}>
      <CauseLabel cause={fix.cause} />
      <h3>{fix.says}</h3>
      <p className={css.soft}>{`${fix.title} · ${fix.sites.map((site) => fix.siteNames[site] ?? site).join(', ')}`}</p>
      <p>{`Expected: ${Math.round(fix.expected * 100)} points less failing.`}</p>
      {evidence ? (
        <dl className={css.evidence}>
          <Side name="Where it was changed" before={evidence.changedBefore} after={evidence.changedAfter} />
          <Side name="Where it was not" before={evidence.unchangedBefore} after={evidence.unchangedAfter} />
        </dl>
      ) : null}
      {fix.sentences[0] ? <p>{fix.sentences[0]}</p> : null}
      <details>
        <summary>{`${sentence(fix.stateSays)}; what happened when`}</summary>
        <ul className={css.events}>
          {fix.events.map((one) => (
            <li key={`${one.kind} ${one.on}`}>{`${day(one.on)}: ${one.kind}${one.why ? `, ${one.why}` : ''}`}</li>
          ))}
          {fix.sentences.slice(1).map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </details>
      {may && fix.can.length > 0 ? (
        <div className={css.actions}>
          {fix.can.map((verb, index) => (
            <Button
              key={verb}
              size="xs"
              variant={index === 0 && (verb === 'begin' || verb === 'done') ? 'filled' : 'default'}
              loading={change.isPending && change.variables === verb}
              onClick={() => change.mutate(verb)}
            >
              {verbWord[verb]}
            </Button>
          ))}
        </div>
      ) : null}
      {change.error ? <ProblemNotice problem={change.error} /> : null}
    </article>
  );
}

interface Counts {
  readonly failed: number;
  readonly marked: number;
}

function Side({ name, before, after }: { readonly name: string; readonly before: Counts; readonly after: Counts }) {
  const rate = ({ failed, marked }: Counts): string => percent(marked === 0 ? null : failed / marked);
  return (
    <div>
      <dt>{name}</dt>
      <dd>{`${rate(before)} before, ${rate(after)} since`}</dd>
    </div>
  );
}
