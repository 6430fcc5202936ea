// Invites somebody: their address, their name, what they will see. The link goes by mail, or is shown to be passed on.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Grant } from '../../kernel/actor.ts';
import { send } from '../../web/api.ts';
import { useAsked } from '../../web/kit/ask.view.tsx';
import { GrantFields } from './grant-fields.view.tsx';
import { roleWords } from './grant-words.ts';
import { PassOn } from './pass-on.view.tsx';
import { FormEnd } from './form-end.view.tsx';
import css from './settings.module.css';
import { useAct } from './use-act.ts';
import { useAgain } from './use-again.ts';

const begun: readonly Grant[] = [{ role: 'manager', sites: null }];

export function InviteForm({ sites }: { readonly sites: ReadonlyMap<string, string> }) {
  const act = useAct();
  const again = useAgain('/v1/invitations', '/v1/mail/outbox');
  const [opened, setOpened] = useState(false);
  const [told, setTold] = useState({ email: '', name: '', person: '' });
  const [grants, setGrants] = useState(begun);
  const [sent, setSent] = useState<{ readonly name: string; readonly address: string | null } | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { person, ...rest } = told;
    const done = await act.run(async () => {
      const body = { ...rest, grants, ...(person === '' ? {} : { person }) };
      const { address } = await send<{ address: string | null }>('POST', '/v1/invitations', body);
      setSent({ name: told.name, address });
    });
    if (!done) return;
    setTold({ email: '', name: '', person: '' });
    setGrants(begun);
    setOpened(false);
    await again();
  };
  const change = (name: keyof typeof told) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    setTold((before) => ({ ...before, [name]: value }));
  };
  return (
    <section className={css.section} aria-label="Invite somebody">
      {sent ? <PassOn says={`${sent.name} is invited.`} address={sent.address} /> : null}
      {opened ? (
        <form className={css.panel} onSubmit={(event) => void submit(event)}>
          <TextInput
            label="E-mail"
            type="email"
            value={told.email}
            onChange={change('email')}
            withAsterisk={false}
            required
            autoComplete="off"
          />
          <TextInput
            label="Name"
            value={told.name}
            onChange={change('name')}
            withAsterisk={false}
            required
            autoComplete="off"
          />
          <GrantFields grants={grants} onChange={setGrants} sites={sites} />
          <PersonField grants={grants} value={told.person} onChange={change('person')} />
          <FormEnd act={act} does="Invite" onLeave={() => setOpened(false)} />
        </form>
      ) : (
        <div>
          <Button onClick={() => setOpened(true)}>Invite somebody</Button>
        </div>
      )}
    </section>
  );
}

interface PersonFieldProps {
  readonly grants: readonly Grant[];
  readonly value: string;
  readonly onChange: (event: { currentTarget: { value: string } }) => void;
}

/** Which person of the record they are: without it a rep sees nothing, since nothing is known to be theirs. */
function PersonField({ grants, value, onChange }: PersonFieldProps) {
  const { data } = useAsked<{ people: readonly { id: string; name: string }[] }>('/v1/members/sites');
  const people = data?.people ?? [];
  const needed = grants.some((grant) => grant.role === 'rep');
  if (people.length === 0)
    return needed ? (
      <p className={css.soft}>
        Bring people.csv of the record first: a {roleWords.rep[0]} sees what is theirs, and nobody is on record yet.
      </p>
    ) : null;
  return (
    <NativeSelect
      label="Who they are on record"
      description={needed ? 'A rep sees the calls of this person.' : 'So that they see what is on record of themself.'}
      data={[{ value: '', label: 'Nobody' }, ...people.map((one) => ({ value: one.id, label: one.name }))]}
      value={value}
      onChange={onChange}
    />
  );
}
