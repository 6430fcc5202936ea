-- A language model as one more marker, where the owner has named one. What it says stands apart from the marks that count.

create table model_marker (
  org_id text not null,
  provider text not null check (provider in ('openai', 'anthropic')),
  url text not null,
  model text not null,
  -- Sealed with the organisation's key; null for a server that wants none.
  key_sealed text,
  standards text[] not null check (cardinality(standards) between 1 and 20),
  share double precision not null check (share > 0 and share <= 1),
  tokens_a_month bigint not null check (tokens_a_month > 0),
  at_once integer not null check (at_once between 1 and 8),
  set_at timestamptz(3) not null,
  set_by text not null,
  primary key (org_id)
);
select customary_protect('model_marker');

-- What it said of a standard in a contact. Asked once: the row is also why it isn't asked again.
create table model_mark (
  org_id text not null,
  contact_id text not null,
  contact_version integer not null,
  standard text not null,
  standard_version text not null,
  -- Which model was asked, and in which words.
  asked_as text not null,
  verdict text not null check (verdict in ('met', 'failed', 'not-applicable', 'unsure')),
  evidence jsonb not null,
  why text,
  -- Words in the contact speak to whoever marks.
  instructed boolean not null,
  marked_at timestamptz(3) not null,
  primary key (org_id, contact_id, contact_version, standard, standard_version, asked_as),
  foreign key (org_id, contact_id, contact_version) references contact (org_id, id, version)
);
create index model_mark_standard on model_mark (org_id, asked_as, standard);
create index model_mark_instructed on model_mark (org_id, marked_at) where instructed;
select customary_protect('model_mark', 'select, insert, delete');

-- What was used up of a month's budget.
create table model_use (
  org_id text not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  calls integer not null,
  tokens_in bigint not null,
  tokens_out bigint not null,
  primary key (org_id, month)
);
select customary_protect('model_use', 'select, insert, update');
