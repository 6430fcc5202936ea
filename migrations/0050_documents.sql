-- What is written: versions of documents in force from day to day, the clauses of policies and the steps of procedures with
-- the standards they serve or obstruct, duties, and who acknowledged which version.

create table document_version (
  org_id text not null,
  kind text not null check (kind in ('policy', 'procedure')),
  id text not null,
  version text not null,
  title text not null,
  owner text,
  from_day date not null,
  to_day date check (to_day > from_day),
  review_due date,
  -- Empty: for everybody, everywhere.
  roles text[] not null,
  sites text[] not null,
  clarity text check (clarity in ('clear', 'unclear')),
  origin_file text not null,
  origin_row integer,
  digest text not null,
  recorded_at timestamptz(3) not null,
  primary key (org_id, kind, id, version)
);
create index document_version_in_force on document_version (org_id, kind, from_day);
select customary_protect('document_version');

create table policy_version (
  org_id text not null,
  kind text not null default 'policy' check (kind = 'policy'),
  id text not null,
  version text not null,
  class text not null check (class in ('customer-service', 'house-rules', 'exempt')),
  legal_basis text,
  primary key (org_id, id, version),
  foreign key (org_id, kind, id, version) references document_version (org_id, kind, id, version)
);
select customary_protect('policy_version');

create table policy_clause (
  org_id text not null,
  policy_id text not null,
  version text not null,
  id text not null,
  position integer not null,
  words text not null,
  serves text[] not null,
  obstructs text[] not null,
  primary key (org_id, policy_id, version, id),
  foreign key (org_id, policy_id, version) references policy_version (org_id, id, version)
);
select customary_protect('policy_clause');

create table procedure_version (
  org_id text not null,
  kind text not null default 'procedure' check (kind = 'procedure'),
  id text not null,
  version text not null,
  task text,
  primary key (org_id, id, version),
  foreign key (org_id, kind, id, version) references document_version (org_id, kind, id, version)
);
select customary_protect('procedure_version');

create table procedure_step (
  org_id text not null,
  procedure_id text not null,
  version text not null,
  id text not null,
  position integer not null,
  words text not null,
  serves text[] not null,
  obstructs text[] not null,
  primary key (org_id, procedure_id, version, id),
  foreign key (org_id, procedure_id, version) references procedure_version (org_id, id, version)
);
select customary_protect('procedure_step');

create table acknowledgement (
  org_id text not null,
  person_id text not null,
  kind text not null,
  document_id text not null,
  version text not null,
  on_day date not null,
  answer text not null check (answer in ('understood', 'not-understood', 'disagree')),
  origin_file text not null,
  origin_row integer,
  digest text not null,
  recorded_at timestamptz(3) not null,
  primary key (org_id, person_id, kind, document_id, version, on_day),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, kind, document_id, version) references document_version (org_id, kind, id, version)
);
select customary_protect('acknowledgement');

create table duty (
  org_id text not null,
  id text not null,
  role text not null,
  task text not null,
  standards text[] not null,
  from_day date not null,
  to_day date check (to_day > from_day),
  origin_file text not null,
  origin_row integer,
  digest text not null,
  recorded_at timestamptz(3) not null,
  primary key (org_id, id)
);
select customary_protect('duty');
