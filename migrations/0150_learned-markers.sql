-- What was learned of each standard from people's marks, and which marker stands for it from when. Rows are only ever added: which
-- marker stood on any day can always be told.

-- Weights under hashes, and how far they agreed with people when they were learned: never a word of a contact.
create table learned_marker (
  org_id text not null,
  id text not null,
  standard text not null,
  -- A digest of what the standard says: where that changes, nothing learned of it stands any longer.
  stated text not null,
  made_at timestamptz(3) not null,
  made_by text not null,
  document jsonb not null,
  primary key (org_id, id)
);
select customary_protect('learned_marker', 'select, insert');
create index learned_marker_of_standard on learned_marker (org_id, standard, made_at);

-- The newest row of a standard tells which marker stands: a learned one, or (null) its cues.
create table standing_marker (
  org_id text not null,
  id text not null,
  standard text not null,
  -- The first, second ... decision about the standard.
  nth integer not null,
  marker text,
  since timestamptz(3) not null,
  decided_by text not null,
  -- A person pressed it, or it was set to come in by itself.
  how text not null check (how in ('person', 'by-itself')),
  primary key (org_id, id),
  unique (org_id, standard, nth),
  foreign key (org_id, marker) references learned_marker (org_id, id)
);
select customary_protect('standing_marker', 'select, insert');
