-- What a person said the columns, questions and answers of another tool's export are, kept by its head: the next file with the same
-- columns is read the same way.
create table mark_mapping (
  org_id text not null,
  head text not null,
  mapping jsonb not null,
  kept_at timestamptz(3) not null,
  primary key (org_id, head)
);
select customary_protect('mark_mapping');
