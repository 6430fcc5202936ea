-- What was said of each contact. Marks are kept for good: a new version of a standard adds marks beside the old.

create table standard_version (
  org_id text not null,
  standard text not null,
  version text not null,
  stated jsonb not null,
  seen_at timestamptz not null,
  primary key (org_id, standard, version)
);
select customary_protect('standard_version');

-- The standards in use, as one set: which version of each standard the current rates are read from.
create table pack_set (
  org_id text not null,
  id text not null,
  standards jsonb not null,
  current boolean not null,
  made_at timestamptz not null,
  primary key (org_id, id)
);
select customary_protect('pack_set');

-- One row a contact version as a whole: its kind, the reason in the customer's words, and words that serve as a record.
create table marking (
  org_id text not null,
  contact_id text not null,
  contact_version integer not null,
  pack_set text not null,
  kinds jsonb not null,
  reason jsonb,
  heard jsonb not null,
  not_applicable integer not null,
  marked_at timestamptz not null,
  primary key (org_id, contact_id, contact_version),
  foreign key (org_id, contact_id, contact_version) references contact (org_id, id, version)
);
select customary_protect('marking');

create table mark (
  org_id text not null,
  id text not null,
  contact_id text not null,
  contact_version integer not null,
  standard text not null,
  standard_version text not null,
  marker text not null,
  verdict text not null,
  confidence real not null,
  evidence jsonb not null,
  searched jsonb,
  why text,
  primary key (org_id, id)
);
select customary_protect('mark');
create index mark_contact on mark (org_id, contact_id, contact_version);
create index mark_failed on mark (org_id, contact_id, standard) where verdict = 'failed';
