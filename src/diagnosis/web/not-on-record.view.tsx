// In place of the page of somebody whom the record doesn't know: why there is a code and no name, where they served, and a way to
// the name for those who may know it.
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '../../web/api.ts';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { Waiting } from '../../web/kit/waiting.view.tsx';
import { countOf, counted } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import type { RepCodeOnWire } from '../one-person/rep-code.shape.ts';
import css from './people.module.css';

const ask = async (code: string, name?: string): Promise<RepCodeOnWire> =>
  send<RepCodeOnWire>('POST', '/v1/people/code', { code, ...(name === undefined ? {} : { name }) });

export function NotOnRecord({ code }: { readonly code: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['/v1/people/code', code],
    queryFn: async () => ask(code),
    retry: false,
  });
  return (
    <article className={css.page}>
      <header className={css.head}>
        <p>
          <Link to="/people">People</Link>
        </p>
        <h1>Somebody not on record</h1>
        <p className={css.soft}>
          Names are not kept with contacts, only a code that is the same wherever the same rep served: {code}. Once they
          are among the people on record, their name stands everywhere in its place.
        </p>
      </header>
      {error ? <ProblemNotice problem={error} again={() => void refetch()} /> : null}
      {!data && !error ? <Waiting says="Being looked up" /> : null}
      {data ? <Told code={code} told={data} /> : null}
    </article>
  );
}

function Told({ code, told: { contacts, sites } }: { readonly code: string; readonly told: RepCodeOnWire }) {
  return (
    <>
      <p>
        <Link to="/contacts" search={{ person: code } as never}>
          {`They served in ${countOf(contacts, 'contact')}`}
        </Link>
        {sites.length > 0
          ? `: ${sites.map((one) => `${one.name} (${counted(one.contacts)})`).join(', ')}.`
          : '; at which site isn’t said.'}
      </p>
      <WhoIsIt code={code} />
    </>
  );
}

function WhoIsIt({ code }: { readonly code: string }) {
  const me = useMe();
  const [name, setName] = useState('');
  const look = useMutation({ mutationFn: async (asked: string) => ({ asked, ...(await ask(code, asked)) }) });
  const keeps = sees(me, ['owner', 'district-manager', 'hr']) && !me.readsOnly;
  const answer = look.data?.asked === name.trim() ? look.data : undefined;
  return (
    <section className={css.head} aria-labelledby="who">
      <h2 id="who">Who is it?</h2>
      <form
        className={css.ask}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') look.mutate(name.trim());
        }}
      >
        <TextInput
          label="Name or number"
          description="As the source of the contacts writes it; small and large letters don’t matter."
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" loading={look.isPending}>
          Is it them?
        </Button>
      </form>
      {look.error ? <ProblemNotice problem={look.error} again={() => look.mutate(name.trim())} /> : null}
      <div role="status">
        {answer?.is === false ? (
          <p>
            It is not the code of “{answer.asked}”. Another way of writing it has another code: “Brandt, Tessa” is not
            “Tessa Brandt”. Look how the file writes it that the contacts came in.
          </p>
        ) : null}
        {answer?.is === true ? (
          <>
            <p>Yes: it is the code of “{answer.asked}”.</p>
            {keeps ? (
              <p className={css.actions}>
                <Button
                  renderRoot={(props) => (
                    <Link {...props} to="/record/add/people" search={{ name: answer.asked } as never} />
                  )}
                >
                  Put them on record
                </Button>
              </p>
            ) : (
              <p>Ask whoever keeps the record to add them under that name.</p>
            )}
          </>
        ) : null}
      </div>
    </section>
  );
}
