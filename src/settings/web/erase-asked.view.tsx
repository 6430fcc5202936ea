// Erases one contact or everything of one customer, as somebody asked: looked at first, then done.
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { send } from '../../web/api.ts';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { countOf } from '../../web/kit/words.ts';
import type { ErasureOnWire } from '../erasing/erasing.shape.ts';
import css from './settings.module.css';

type What = 'customer' | 'contact';

export function EraseAsked() {
  const queries = useQueryClient();
  const [what, setWhat] = useState<What>('customer');
  const [said, setSaid] = useState('');
  const asked = { [what]: said };
  const look = useMutation({
    mutationFn: async () => send<{ contacts: number; held: number }>('POST', '/v1/erasures/preview', asked),
  });
  const erase = useMutation({
    mutationFn: async () => send<ErasureOnWire>('POST', '/v1/erasures', asked),
    onSuccess: async () => {
      setSaid('');
      look.reset();
      await queries.invalidateQueries();
    },
  });
  const begin = (): void => {
    look.reset();
    erase.reset();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    erase.reset();
    look.mutate();
  };
  return (
    <section className={css.section} aria-labelledby="asked">
      <h2 id="asked">Erase on request</h2>
      <p className={css.soft}>
        When a customer asks to be forgotten. Their reference isn’t kept, only a digest of it, so write it as your
        source does.
      </p>
      <form className={css.narrow} onSubmit={submit}>
        <SegmentedControl
          aria-label="What to erase"
          value={what}
          onChange={(value) => {
            setWhat(value as What);
            begin();
          }}
          data={[
            { value: 'customer', label: 'A customer' },
            { value: 'contact', label: 'One contact' },
          ]}
        />
        <TextInput
          label={what === 'customer' ? 'The customer’s reference' : 'The contact’s id'}
          description={
            what === 'contact'
              ? 'It stands at the end of its page’s address.'
              : 'As in the column that you brought as customer.'
          }
          value={said}
          onChange={(event) => {
            setSaid(event.currentTarget.value);
            begin();
          }}
          withAsterisk={false}
          required
          autoComplete="off"
        />
        {look.data === undefined ? (
          <div>
            <Button type="submit" variant="default" loading={look.isPending}>
              See what is held
            </Button>
          </div>
        ) : null}
      </form>
      {look.error ? <ProblemNotice problem={look.error} /> : null}
      {look.data ? <Found {...look.data} busy={erase.isPending} onErase={() => erase.mutate()} /> : null}
      {erase.error ? <ProblemNotice problem={erase.error} /> : null}
      {erase.data ? (
        <p role="status">
          {`${countOf(erase.data.contacts, 'contact was', 'contacts were')} erased. Backups and files made before still hold what they held.`}
        </p>
      ) : null}
    </section>
  );
}

interface FoundProps {
  readonly contacts: number;
  readonly held: number;
  readonly busy: boolean;
  readonly onErase: () => void;
}

function Found({ contacts, held, busy, onErase }: FoundProps) {
  const kept =
    held === 0 ? '' : ` ${countOf(held, 'is', 'are')} under legal hold and ${held === 1 ? 'stays' : 'stay'}.`;
  if (contacts === 0)
    return (
      <p role="status">
        {held === 0 ? 'Nothing is held of it. Look at the spelling: a reference counts letter by letter.' : kept.trim()}
      </p>
    );
  return (
    <div className={`${css.panel} ${css.grave}`}>
      <p role="status">
        <strong>{countOf(contacts, 'contact')}</strong>
        {` would go for good, with all that was found of ${contacts === 1 ? 'it' : 'them'}.${kept}`}
      </p>
      <div>
        <Button color="red" loading={busy} onClick={onErase}>
          {`Erase ${countOf(contacts, 'contact')} for good`}
        </Button>
      </div>
    </div>
  );
}
