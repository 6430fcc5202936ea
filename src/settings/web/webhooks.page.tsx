// Webhooks: addresses of other programs that are told what was done, each with its tries. A secret is shown where it is made.
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { send } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { type Column, Rows } from '../../web/kit/rows.view.tsx';
import { counted, countOf, day } from '../../web/kit/words.ts';
import css from './settings.module.css';

interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly kinds: readonly string[];
  readonly madeAt: string;
  readonly failures: number;
  readonly secret: string;
}

const path = '/v1/webhooks';

export function Page() {
  const [made, setMade] = useState<Webhook | null>(null);
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Webhooks</h1>
        <p className={css.lede}>
          Other programs that are told what was done here: lines of the history, signed, tried again until they are
          taken. No word of a contact goes out.
        </p>
      </header>
      {made === null ? null : (
        <div className={css.panel} role="status">
          <p>
            <strong>Copy the secret now.</strong> It is shown this once; the other program checks the signature with it.
          </p>
          <p className={css.code}>{made.secret}</p>
        </div>
      )}
      <Ask<{ items: readonly Webhook[] }>
        path={path}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <p>
            Nobody is told yet. Add the address of a program that should hear of a finished import or a fix that worked.
          </p>
        }
      >
        {({ items }) => (
          <ul className={css.list}>
            {items.map((one) => (
              <Hook key={one.id} hook={one} />
            ))}
          </ul>
        )}
      </Ask>
      <AddHook onMade={setMade} />
    </div>
  );
}

function Hook({ hook }: { readonly hook: Webhook }) {
  const queries = useQueryClient();
  const [opened, setOpened] = useState(false);
  const end = useMutation({
    mutationFn: async () => send('DELETE', `${path}/${hook.id}`),
    onSuccess: async () => queries.invalidateQueries({ queryKey: [path] }),
  });
  const told = hook.kinds.length === 0 ? 'everything' : hook.kinds.join(', ');
  return (
    <li className={css.item}>
      <div>
        <strong className={css.address}>{hook.url}</strong>
        <p className={css.soft}>
          {`Told of ${told} · since ${day(hook.madeAt)}${hook.failures === 0 ? '' : ` · ${countOf(hook.failures, 'try', 'tries')} failed in a row`}`}
        </p>
      </div>
      <div className={css.acts}>
        <Button
          variant="default"
          size="sm"
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
          aria-label={`Tries of ${hook.url}`}
        >
          Tries
        </Button>
        <Button
          variant="default"
          size="sm"
          loading={end.isPending}
          onClick={() => end.mutate()}
          aria-label={`End ${hook.url}`}
        >
          End
        </Button>
      </div>
      {end.error ? <ProblemNotice problem={end.error} /> : null}
      {opened ? <Tries id={hook.id} /> : null}
    </li>
  );
}

interface Try {
  readonly at: string;
  readonly from: number;
  readonly to: number;
  readonly status: number | null;
  readonly failed: string | null;
  readonly ms: number;
}

const columns: Column<Try>[] = [
  { name: 'When', of: ({ at }) => at.slice(0, 19).replace('T', ' ') },
  { name: 'Lines', of: ({ from, to }) => (from === to ? counted(from) : `${counted(from)} to ${counted(to)}`) },
  { name: 'Answer', of: ({ status, failed }) => failed ?? String(status ?? 'none') },
  { name: 'Took', number: true, of: ({ ms }) => `${counted(ms)} ms` },
];

function Tries({ id }: { readonly id: string }) {
  return (
    <div className={css.wide}>
      <Ask<{ items: readonly Try[] }>
        path={`${path}/${id}/tries`}
        isEmpty={({ items }) => items.length === 0}
        empty={<p>Nothing was done since it was added, so nothing was sent.</p>}
      >
        {({ items }) => <Rows label="Tries, newest first" rows={items} columns={columns} keyOf={({ at }) => at} />}
      </Ask>
    </div>
  );
}

function AddHook({ onMade }: { readonly onMade: (made: Webhook) => void }) {
  const queries = useQueryClient();
  const [url, setUrl] = useState('');
  const [kinds, setKinds] = useState('');
  const add = useMutation({
    mutationFn: async () =>
      send<Webhook>('POST', path, { url, kinds: kinds.split(/[\s,]+/).filter((one) => one !== '') }),
    onSuccess: async (made) => {
      onMade(made);
      setUrl('');
      setKinds('');
      await queries.invalidateQueries({ queryKey: [path] });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <section className={css.section} aria-labelledby="add">
      <h2 id="add">Add one</h2>
      <form className={css.narrow} onSubmit={submit}>
        <TextInput
          label="Its address"
          placeholder="https://…"
          type="url"
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
          withAsterisk={false}
          required
        />
        <TextInput
          label="Only of"
          description="First parts of what the history calls it, parted by commas: contacts, import, fix. Empty: everything."
          value={kinds}
          onChange={(event) => setKinds(event.currentTarget.value)}
        />
        {add.error ? <ProblemNotice problem={add.error} /> : null}
        <div>
          <Button type="submit" loading={add.isPending}>
            Add it
          </Button>
        </div>
      </form>
    </section>
  );
}
