// The form that places a legal hold: on a contact, a site with its days, a customer, a document, a letter or a person.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { HoldAbout } from '../../contacts/legal-hold/legal-hold.core.ts';
import { send } from '../../web/api.ts';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { ChooseDocument, type ChosenDocument } from './choose-document.view.tsx';
import css from './settings.module.css';

const empty = {
  site: '',
  from: '',
  to: '',
  customer: '',
  contact: '',
  letter: '',
  person: '',
  says: '',
};

export function PlaceHold() {
  const queries = useQueryClient();
  const [opened, setOpened] = useState(false);
  const [about, setAbout] = useState<HoldAbout>('contact');
  const [told, setTold] = useState(empty);
  const [document, setDocument] = useState<ChosenDocument | null>(null);
  const place = useMutation({
    mutationFn: async () => send('POST', '/v1/legal-holds', bodyOf(about, told, document)),
    onSuccess: async () => {
      setTold(empty);
      setDocument(null);
      setOpened(false);
      await queries.invalidateQueries();
    },
  });
  if (!opened)
    return (
      <div>
        <Button variant="default" onClick={() => setOpened(true)}>
          Place a legal hold
        </Button>
      </div>
    );
  const field = (name: keyof typeof told) => ({
    value: told[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setTold((before) => ({ ...before, [name]: value }));
    },
    withAsterisk: false,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    place.mutate();
  };
  return (
    <form className={css.panel} onSubmit={submit}>
      <NativeSelect
        label="What to hold"
        value={about}
        onChange={(event) => setAbout(event.currentTarget.value as HoldAbout)}
        data={[
          { value: 'contact', label: 'One contact' },
          { value: 'site', label: 'A site, and who was posted there' },
          { value: 'customer', label: 'A customer' },
          { value: 'document', label: 'A policy or a procedure, and who answered it' },
          { value: 'letter', label: 'A letter, and what it cites' },
          { value: 'person', label: 'A person, and all that is on record of them' },
        ]}
      />
      {about === 'contact' ? (
        <TextInput
          label="The contact’s id"
          description="It stands at the end of its page’s address."
          {...field('contact')}
          required
        />
      ) : null}
      {about === 'customer' ? (
        <TextInput
          label="The customer’s reference"
          description="As your source writes it; only a digest is kept."
          {...field('customer')}
          required
        />
      ) : null}
      {about === 'document' ? <ChooseDocument chosen={document} choose={setDocument} /> : null}
      {about === 'letter' ? <TextInput label="Its number" {...field('letter')} required /> : null}
      {about === 'person' ? (
        <TextInput
          label="The person’s id"
          description="It stands at the end of their page’s address."
          {...field('person')}
          required
        />
      ) : null}
      {about === 'site' ? (
        <>
          <TextInput label="The site’s id" {...field('site')} required />
          <div className={css.two}>
            <TextInput label="From (may stay empty)" type="date" {...field('from')} />
            <TextInput label="Until (may stay empty)" type="date" {...field('to')} />
          </div>
        </>
      ) : null}
      <TextInput
        label="Why"
        placeholder="A letter from their lawyer, 12 May"
        {...field('says')}
        required
        minLength={3}
        maxLength={500}
      />
      {place.error ? <ProblemNotice problem={place.error} /> : null}
      <div className={css.acts}>
        <Button variant="default" onClick={() => setOpened(false)}>
          Leave it
        </Button>
        <Button type="submit" loading={place.isPending}>
          Place the hold
        </Button>
      </div>
    </form>
  );
}

function bodyOf(about: HoldAbout, told: typeof empty, chosen: ChosenDocument | null): Record<string, string> {
  const { site, from, to, customer, contact, letter, person, says } = told;
  switch (about) {
    case 'contact':
      return { about, contact: contact.trim(), says };
    case 'customer':
      return { about, customer, says };
    case 'document':
      return { about, kind: chosen?.kind ?? '', document: chosen?.id ?? '', says };
    case 'letter':
      return { about, letter: letter.trim(), says };
    case 'person':
      return { about, person: person.trim(), says };
    case 'site':
      return { about, site: site.trim(), ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }), says };
  }
}
