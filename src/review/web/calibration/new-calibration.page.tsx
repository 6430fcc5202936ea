// A calibration begun: which standards, which contacts, who, until when.
import { Button, Checkbox, MultiSelect, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '../../../web/api.ts';
import { Ask } from '../../../web/kit/ask.view.tsx';
import { ProblemNotice } from '../../../web/kit/problem.view.tsx';
import { countOf } from '../../../web/kit/words.ts';
import css from './calibrations.module.css';
import { ChooseContacts, mostContacts } from './choose-contacts.view.tsx';

interface Choices {
  readonly standards: readonly { readonly id: string; readonly title: string }[];
  readonly members: readonly { readonly id: string; readonly name: string }[];
}

export function Page() {
  return (
    <div className={css.page}>
      <header className={css.head}>
        <p>
          <Link to="/calibrations">Calibrations</Link>
        </p>
        <h1>Begin a calibration</h1>
        <p className={css.lede}>
          Six contacts and three standards are a quarter of an hour of marking for each, and half an hour together.
        </p>
      </header>
      <Ask<Choices> path="/v1/calibrations/choices">{(choices) => <Form choices={choices} />}</Ask>
    </div>
  );
}

const mostStandards = 10;
const daysToMark = 7;

function Form({ choices }: { readonly choices: Choices }) {
  const asked = useSearch({ strict: false }) as { readonly standard?: string };
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [standards, setStandards] = useState<readonly string[]>(
    choices.standards.some((one) => one.id === asked.standard) ? [asked.standard!] : [],
  );
  const [contacts, setContacts] = useState<readonly string[]>([]);
  const [members, setMembers] = useState<readonly string[]>([]);
  const [due, setDue] = useState(() => new Date(Date.now() + daysToMark * 86_400_000).toISOString().slice(0, 10));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const lacks = lacking({ name, standards, contacts, members, due });
  const begin = async (): Promise<void> => {
    setBusy(true);
    try {
      const { id } = await send<{ id: string }>('POST', '/v1/calibrations', {
        name,
        standards,
        contacts,
        members,
        due,
      });
      await queries.invalidateQueries({ queryKey: ['/v1/calibrations'] });
      await navigate({ to: '/calibrations/$id', params: { id } as never });
    } catch (error) {
      setProblem(error as Error);
      setBusy(false);
    }
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <TextInput
        label="What to call it"
        placeholder="November, greetings"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={120}
      />
      <MultiSelect
        label="Standards"
        description="Up to ten; two or three are best to talk over."
        data={choices.standards.map(({ id, title }) => ({ value: id, label: title }))}
        value={[...standards]}
        onChange={setStandards}
        maxValues={mostStandards}
        searchable
        {...(standards.length === 0 ? { placeholder: 'Choose standards' } : {})}
      />
      <ChooseContacts standards={standards} chosen={contacts} choose={setContacts} />
      <Checkbox.Group
        label="Who takes part"
        description="Two at least. Nobody marks a contact that they served in."
        value={[...members]}
        onChange={setMembers}
      >
        <div className={css.ticks}>
          {choices.members.map((one) => (
            <Checkbox key={one.id} value={one.id} label={one.name} />
          ))}
        </div>
      </Checkbox.Group>
      <TextInput
        label="Last day to mark"
        description="On the day after, or once everybody is in, each sees what the others said."
        type="date"
        value={due}
        onChange={(event) => setDue(event.currentTarget.value)}
      />
      {problem ? <ProblemNotice problem={problem} /> : null}
      <p className={css.acts}>
        <Button type="submit" loading={busy} disabled={lacks.length > 0}>
          Begin
        </Button>
        <span className={css.soft}>
          {lacks.length > 0
            ? `Still to choose: ${lacks.join(', ')}.`
            : `${countOf(contacts.length * members.length, 'review')} in all.`}
        </span>
      </p>
    </form>
  );
}

function lacking(said: {
  readonly name: string;
  readonly standards: readonly string[];
  readonly contacts: readonly string[];
  readonly members: readonly string[];
  readonly due: string;
}): string[] {
  return [
    ...(said.name.trim() === '' ? ['a name'] : []),
    ...(said.standards.length === 0 ? ['a standard'] : []),
    ...(said.contacts.length === 0 ? ['a contact'] : []),
    ...(said.contacts.length > mostContacts ? [`no more than ${mostContacts} contacts`] : []),
    ...(said.members.length < 2 ? ['two people'] : []),
    ...(said.due === '' ? ['a day'] : []),
  ];
}
