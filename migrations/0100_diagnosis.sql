-- Why failures happened, as the last finished run found it, and what owners answered where nobody kept a record.

-- One row an organisation: the run whose findings count, and what all of them came to.
create table diagnosis (
  org_id text not null,
  run text not null,
  made_at timestamptz not null,
  summary jsonb not null,
  primary key (org_id)
);
select customary_protect('diagnosis');

-- Findings of a run stay apart from those of the run before until it is finished; then the old ones go.
create table finding (
  org_id text not null,
  run text not null,
  id text not null,
  mark_id text not null,
  contact_id text not null,
  standard text not null,
  site_id text,
  standing text not null,
  odds jsonb not null,
  leading_causes jsonb not null,
  gaps jsonb not null,
  rungs_id text not null,
  primary key (org_id, run, id)
);
select customary_protect('finding');
create index finding_mark on finding (org_id, run, mark_id);
create index finding_contact on finding (org_id, run, contact_id);

-- Twelve answers, kept once however many failures share them, word for word.
create table finding_rungs (
  org_id text not null,
  run text not null,
  id text not null,
  rungs jsonb not null,
  primary key (org_id, run, id)
);
select customary_protect('finding_rungs');

-- An owner's own answers: the latest of a question stands, the earlier ones are kept.
create table own_answer (
  org_id text not null,
  question text not null,
  on_day date not null,
  rung integer not null,
  about text not null,
  about_value text not null,
  asked text not null,
  said text not null,
  answer text not null,
  by_actor text not null,
  recorded_at timestamptz not null,
  primary key (org_id, question, on_day)
);
select customary_protect('own_answer');
