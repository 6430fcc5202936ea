// The register of policies and procedures: how each stands, who owns it, when it is looked at next, who has still to read it; as of
// any day.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ListedDocumentOnWire } from '../../record/publish/documents.shape.ts';
import { Empty } from '../../web/kit/empty.view.tsx';
import { ListComing, MoreOf, textsIn, useListed } from '../../web/kit/listed.view.tsx';
import { Rows } from '../../web/kit/rows.view.tsx';
import { day } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import { columnsFor } from './document-columns.view.tsx';
import css from './documents.module.css';
import { thoseWhoWriteDocuments } from './writers.core.ts';

const named = ['words', 'kind', 'state', 'due', 'day'] as const;
type Query = Partial<Record<(typeof named)[number], string>>;

export function Page() {
  const query = textsIn(useSearch({ strict: false }), named);
  const go = useNavigate();
  const me = useMe();
  const change = (more: Query): void =>
    void go({ to: '/documents', search: textsIn({ ...query, ...more }, named) as never, replace: true });
  const list = useListed<ListedDocumentOnWire>('/v1/documents', query, 60);
  const rows = list.items;
  const writes = !me.readsOnly && sees(me, thoseWhoWriteDocuments);
  return (
    <div className={css.page}>
      <header className={css.head}>
        <div className={css.title}>
          <h1>Policies and procedures</h1>
          <p className={css.soft}>
            {query.day === undefined
              ? 'What is in writing, how it stands today, and when somebody looks at it again.'
              : `As it stood on ${day(query.day)}.`}
          </p>
        </div>
        {writes ? (
          <p className={css.actions}>
            <Button renderRoot={(props) => <Link {...props} to="/documents/new" />}>Write a new one</Button>
            <Button variant="default" renderRoot={(props) => <Link {...props} to="/documents/rules" />}>
              How they are approved
            </Button>
          </p>
        ) : null}
      </header>
      <Filters query={query} change={change} drafts={writes} />
      <ListComing of={list} />
      {list.isEmpty ? <Nothing query={query} writes={writes} clear={() => void go({ to: '/documents' })} /> : null}
      {rows.length > 0 ? (
        <Rows
          label="Policies and procedures"
          rows={rows}
          columns={columnsFor(rows, query.day ?? new Date().toISOString().slice(0, 10))}
          keyOf={({ kind, id }) => `${kind} ${id}`}
        />
      ) : null}
      <MoreOf of={list} />
    </div>
  );
}

function Filters({
  query,
  change,
  drafts,
}: {
  readonly query: Query;
  readonly change: (more: Query) => void;
  readonly drafts: boolean;
}) {
  return (
    <div className={css.filters}>
      <TextInput
        type="search"
        label="Words of the title"
        leftSection={<IconSearch size={18} aria-hidden />}
        defaultValue={query.words ?? ''}
        onChange={(event) => change({ words: event.currentTarget.value })}
      />
      <NativeSelect
        label="Of what kind"
        value={query.kind ?? ''}
        onChange={(event) => change({ kind: event.currentTarget.value })}
        data={[
          { value: '', label: 'Both' },
          { value: 'policy', label: 'Policies' },
          { value: 'procedure', label: 'Procedures' },
        ]}
      />
      <NativeSelect
        label="How it stands"
        value={query.due === 'yes' ? 'due' : (query.state ?? '')}
        onChange={(event) => {
          const { value } = event.currentTarget;
          change(value === 'due' ? { state: '', due: 'yes' } : { state: value, due: '' });
        }}
        data={[
          { value: '', label: 'Any way' },
          { value: 'in-force', label: 'In force' },
          { value: 'due', label: 'Due for review' },
          { value: 'suspended', label: 'Suspended' },
          { value: 'to-come', label: 'To come' },
          { value: 'ended', label: 'Ended' },
          ...(drafts ? [{ value: 'draft', label: 'Being written' }] : []),
        ]}
      />
      <TextInput
        type="date"
        label="As of"
        value={query.day ?? ''}
        onChange={(event) => change({ day: event.currentTarget.value })}
      />
    </div>
  );
}

function Nothing({
  query,
  writes,
  clear,
}: {
  readonly query: Query;
  readonly writes: boolean;
  readonly clear: () => void;
}) {
  if (Object.keys(query).length > 0)
    return (
      <Empty
        title="No document fits that"
        action={
          <Button variant="default" onClick={clear}>
            Show all of them
          </Button>
        }
      >
        A rule that is not in writing here is nobody’s rule: write it, or let people act for the customer as they see
        fit.
      </Empty>
    );
  return (
    <Empty
      title="Nothing is in writing yet"
      action={writes ? <Link to="/documents/new">Write the first one, or bring a file</Link> : undefined}
      example={
        <p>
          “The rep may waive one late fee a year for a tenant who asks, and says so.” Owner: the manager. From 1 May.
        </p>
      }
    >
      Rules and ways to do things, each with an owner, a day from which it holds and a day on which somebody asks
      whether it is still right. What nobody stands up for lapses.
    </Empty>
  );
}
