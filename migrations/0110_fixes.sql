-- What is done about a pattern, and what came of it. What was agreed is never rewritten; what happened since are rows of their own.

create table fix (
  org_id text not null,
  id text not null,
  -- The pattern's id, and what it was about: the fix stands also when the findings that made the pattern are gone.
  pattern_id text not null,
  standard text not null,
  site_id text,
  cause text not null,
  kind text not null,
  says text not null,
  owner text,
  due date,
  sites text[] not null,
  expected double precision not null check (expected > 0 and expected <= 1),
  guardrails text[] not null,
  picked_from date,
  picked_to date,
  proposed_at timestamptz(3) not null,
  proposed_by text not null,
  primary key (org_id, id)
);
select customary_protect('fix', 'select, insert');
create index fix_pattern on fix (org_id, pattern_id);

create table fix_event (
  org_id text not null,
  fix_id text not null,
  nth integer not null check (nth > 0),
  kind text not null check (kind in ('proposed', 'begun', 'done', 'checked', 'dropped', 'reopened')),
  on_day date not null,
  sites text[],
  verdict text check (verdict in ('too-early', 'not-verified', 'verified', 'harmed')),
  why text,
  picked_from date,
  picked_to date,
  recorded_at timestamptz(3) not null,
  by_actor text not null,
  primary key (org_id, fix_id, nth),
  foreign key (org_id, fix_id) references fix (org_id, id)
);
select customary_protect('fix_event', 'select, insert');
