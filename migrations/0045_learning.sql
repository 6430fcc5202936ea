-- What was learned from turns that people rated. The newest model of a purpose is the one in use; the others show what was.

create table learned_model (
  org_id text not null,
  id text not null,
  purpose text not null,
  made_at timestamptz not null,
  document jsonb not null,
  primary key (org_id, id)
);
select customary_protect('learned_model', 'select, insert, delete');
create index learned_model_newest on learned_model (org_id, purpose, made_at);
