-- What a procedure says beyond its steps' words, searches that found none, and runs of one at the desk.

-- help: a customer through a process; task: do it; response: to a request, an act or a behaviour, which is its trigger.
-- Absent where a file of the record didn't say.
alter table procedure_version add column sort text check (sort in ('help', 'task', 'response'));
alter table procedure_version add column trigger text;
-- What it is searched by: all its words in small letters, with a space before each.
alter table procedure_version add column words text not null default '';
alter table procedure_step add column actor text;
alter table procedure_step add column say text;
alter table procedure_step add column authority_limit text;
alter table procedure_step add column goes_wrong text;

update procedure_version v set words = ' ' || lower(regexp_replace(
  concat_ws(' ', d.title, v.task, (select string_agg(s.words, ' ' order by s.position) from procedure_step s
    where s.org_id = v.org_id and s.procedure_id = v.id and s.version = v.version)), '[^[:alnum:]]+', ' ', 'g'))
  from document_version d where d.org_id = v.org_id and d.kind = 'procedure' and d.id = v.id and d.version = v.version;

-- Words that somebody searched for and no procedure held: redacted, with the day, the role and the site, never with the person.
create table procedure_search_miss (
  org_id text not null,
  id text not null,
  words text not null,
  on_day date not null,
  role text,
  site_id text,
  primary key (org_id, id)
);
create index procedure_search_miss_words on procedure_search_miss (org_id, words);
select customary_protect('procedure_search_miss', 'select, insert');
-- Anybody's search is kept; those who answer for a site read what was not found there.
select customary_open_to_held('procedure_search_miss', 'site_id = any((select customary_sites())::text[])', 'true');

-- One run of a version as a checklist. What happened in it are rows of their own.
create table procedure_run (
  org_id text not null,
  id text not null,
  kind text not null default 'procedure' check (kind = 'procedure'),
  procedure_id text not null,
  version text not null,
  member_id text not null,
  person_id text,
  site_id text,
  began_at timestamptz(3) not null,
  primary key (org_id, id),
  foreign key (org_id, kind, procedure_id, version) references document_version (org_id, kind, id, version)
);
create index procedure_run_of on procedure_run (org_id, procedure_id, began_at);
create index procedure_run_by on procedure_run (org_id, member_id, procedure_id, began_at);
select customary_protect('procedure_run', 'select, insert');
select customary_open_to_held('procedure_run',
  'member_id = (select customary_member()) or site_id = any((select customary_sites())::text[])',
  'member_id = (select customary_member())');

create table procedure_run_event (
  org_id text not null,
  run_id text not null,
  nth integer not null check (nth > 0),
  -- open: it was ticked or skipped by mistake and is to be done again.
  what text not null check (what in ('done', 'skipped', 'open', 'unclear', 'ended')),
  step_id text check (what = 'ended' or step_id is not null),
  why text,
  at timestamptz(3) not null,
  primary key (org_id, run_id, nth),
  foreign key (org_id, run_id) references procedure_run (org_id, id)
);
select customary_protect('procedure_run_event', 'select, insert');
select customary_open_to_held('procedure_run_event',
  'exists (select from procedure_run r where r.org_id = procedure_run_event.org_id and r.id = procedure_run_event.run_id)');
