-- Encounters with customers as stored after redaction; what an import read, and what it could not.

create table import (
  org_id text not null,
  id text not null,
  label text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  counts jsonb not null default '{}',
  primary key (org_id, id)
);
select customary_protect('import');

-- One row a thing that could not go in: never a word of the contact itself.
create table reject (
  org_id text not null,
  import_id text not null,
  seq integer not null,
  file text not null,
  row integer,
  field text,
  expected text not null,
  remedy text not null,
  primary key (org_id, import_id, seq),
  foreign key (org_id, import_id) references import (org_id, id)
);
select customary_protect('reject');

-- Every version of every contact. `id` comes from the source's own id, `content_hash` from the raw content; both are
-- keyed, so neither can be read back.
create table contact (
  org_id text not null,
  id text not null,
  version integer not null,
  latest boolean not null,
  content_hash text not null,
  import_id text not null,
  source_file text not null,
  original_id text not null,
  format text not null,
  channel text not null,
  direction text,
  language text not null,
  timing text not null,
  started_at timestamptz,
  duration_seconds double precision,
  site_id text,
  person_id text,
  rep_hash text,
  outcome text,
  outcome_stated text,
  product_asked text,
  price_quoted double precision,
  rings integer,
  seconds_to_answer double precision,
  customer_hash text,
  consent_basis text not null,
  rep_from text not null,
  rep_certainty double precision not null,
  words integer not null,
  turns jsonb not null,
  answers jsonb not null,
  holds jsonb not null,
  notes jsonb not null,
  -- The digest of the packs and facts it was last marked with; null means that it waits to be marked.
  marked_with text,
  primary key (org_id, id, version),
  foreign key (org_id, import_id) references import (org_id, id)
);
select customary_protect('contact');
create index contact_content on contact (org_id, content_hash);
create index contact_latest on contact (org_id, id) where latest;
create index contact_unmarked on contact (org_id, id) where latest and marked_with is null;

-- Facts that came beside contacts, by the keyed digest of the id or file name they are about; they may come first.
create table contact_fact (
  org_id text not null,
  key_hash text not null,
  facts jsonb not null,
  import_id text not null,
  file text not null,
  row integer not null,
  primary key (org_id, key_hash),
  foreign key (org_id, import_id) references import (org_id, id)
);
select customary_protect('contact_fact');

-- The keyed digests by which facts may name a contact: its id, its file's name with and without the ending.
create table contact_key (
  org_id text not null,
  key_hash text not null,
  contact_id text not null,
  primary key (org_id, key_hash, contact_id)
);
select customary_protect('contact_key');
