// The signed checkpoints: what they are for, which left the machine, and who gets each day's by mail.
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { send } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { countOf, day } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import type { CheckpointsOnWire } from '../binder.shape.ts';
import css from './binder.module.css';

const path = '/v1/checkpoints';
const ways = { taken: 'taken', mailed: 'mailed', webhook: 'told to a webhook' } as const;

export function Checkpoints({ makes }: { readonly makes: boolean }) {
  const queries = useQueryClient();
  const sign = useMutation({
    mutationFn: async () => send('POST', path),
    onSuccess: async () => queries.invalidateQueries({ queryKey: [path] }),
  });
  return (
    <section className={css.section} aria-labelledby="checkpoints">
      <h2 id="checkpoints">Checkpoints</h2>
      <p className={css.soft}>
        A checkpoint is a few signed lines that vouch for everything on record at that moment. One that has left this
        machine can’t be changed with it: whoever holds it finds every row that was changed, removed or dated back
        since.
      </p>
      <Ask<CheckpointsOnWire> path={path}>
        {({ checkpoints, key, addresses }) => (
          <>
            {checkpoints.length === 0 ? (
              <p>
                None was signed yet. A server signs one each day by itself; sign the first now, and keep it elsewhere.
              </p>
            ) : (
              <ul className={css.list}>
                {checkpoints.slice(0, 10).map((one) => (
                  <Item key={one.size} checkpoint={one} makes={makes} />
                ))}
              </ul>
            )}
            {sign.error ? <ProblemNotice problem={sign.error} /> : null}
            {makes ? (
              <div>
                <Button variant="default" loading={sign.isPending} onClick={() => sign.mutate()}>
                  Seal and sign now
                </Button>
              </div>
            ) : null}
            <p className={css.soft}>The public key. Hand it on by another way than the files, on paper for example:</p>
            <p className={css.code}>{key}</p>
            <Addresses kept={addresses} />
          </>
        )}
      </Ask>
    </section>
  );
}

function Item({
  checkpoint,
  makes,
}: {
  readonly checkpoint: CheckpointsOnWire['checkpoints'][number];
  readonly makes: boolean;
}) {
  const queries = useQueryClient();
  const { size, madeAt, left } = checkpoint;
  const take = useMutation({
    mutationFn: async () => send<{ readonly note: string }>('POST', `${path}/${size}/take`),
    onSuccess: async ({ note }) => {
      save(`checkpoint-${size}.txt`, note);
      await queries.invalidateQueries({ queryKey: [path] });
    },
  });
  return (
    <li className={css.item}>
      <div>
        <strong>{`${day(madeAt)}, over ${countOf(size, 'line')}`}</strong>
        <p className={css.soft}>
          {left.length === 0
            ? 'Has not left this machine'
            : `Left this machine: ${left.map(({ how, at }) => `${ways[how]} ${day(at)}`).join(', ')}`}
        </p>
        {take.error ? <ProblemNotice problem={take.error} /> : null}
      </div>
      {makes ? (
        <Button
          variant="default"
          size="sm"
          loading={take.isPending}
          onClick={() => take.mutate()}
          aria-label={`Take it away: the checkpoint over ${size} lines`}
        >
          Take it away
        </Button>
      ) : null}
    </li>
  );
}

function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

function Addresses({ kept }: { readonly kept: readonly string[] }) {
  const queries = useQueryClient();
  const isOwner = sees(useMe(), ['owner']);
  const [told, setTold] = useState(kept.join(', '));
  const choose = useMutation({
    mutationFn: async () =>
      send('PUT', `${path}/addresses`, {
        addresses: told
          .split(/[,\s]+/)
          .map((one) => one.trim())
          .filter((one) => one !== ''),
      }),
    onSuccess: async () => queries.invalidateQueries({ queryKey: [path] }),
  });
  if (!isOwner)
    return kept.length === 0 ? null : <p className={css.soft}>{`Each day’s goes by mail to ${kept.join(', ')}.`}</p>;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    choose.mutate();
  };
  return (
    <form className={css.form} onSubmit={submit}>
      <TextInput
        label="Who gets each day’s checkpoint by mail"
        description="Somebody outside is best: your lawyer, your accountant. Several with commas between; empty for nobody."
        placeholder="counsel@example.com"
        value={told}
        onChange={(event) => setTold(event.currentTarget.value)}
        autoComplete="off"
        inputMode="email"
      />
      {choose.error ? <ProblemNotice problem={choose.error} /> : null}
      <div className={css.acts}>
        <Button type="submit" variant="default" loading={choose.isPending}>
          Keep it so
        </Button>
        {choose.isSuccess ? <span role="status">Kept.</span> : null}
      </div>
    </form>
  );
}
