-- Long work that outlives the request that asked for it, and answers kept so that the same write is not done twice.

create table job (
  org_id text not null,
  id text not null,
  -- What is to be done, e.g. `marking`, and what it is given.
  work text not null,
  input jsonb not null,
  -- Who asked, with what they may: the work is done as them.
  asked_by text not null,
  acting jsonb not null,
  asked_at timestamptz(3) not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  not_before timestamptz(3) not null,
  tries integer not null default 0,
  begun_at timestamptz(3),
  -- When whoever runs it last said that they do.
  beat_at timestamptz(3),
  runner text,
  ended_at timestamptz(3),
  done bigint not null default 0,
  of_all bigint,
  says text,
  problem jsonb,
  cancelled_at timestamptz(3),
  primary key (org_id, id)
);
create index job_open on job (org_id, asked_at) where state in ('waiting', 'running');
create index job_newest on job (org_id, asked_at desc, id desc);
select customary_protect('job');

-- One row a write that came with a key: put in by the write's own transaction, so that both are there or neither is.
create table kept_answer (
  org_id text not null,
  actor text not null,
  route text not null,
  key text not null,
  -- Digest of the address and the body, keyed.
  asked text not null,
  made_at timestamptz(3) not null,
  status integer,
  -- Sealed with the organisation's key: some answers hold what opens something.
  answer text,
  primary key (org_id, actor, route, key)
);
create index kept_answer_made on kept_answer (org_id, made_at);
select customary_protect('kept_answer');
select customary_open_to_held('kept_answer', 'actor = (select customary_member())');
