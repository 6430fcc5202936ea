-- Steps against a person that need a second approver, since a letter was written lately: asked for, then agreed to or objected to
-- by somebody else. Why one is needed is nowhere kept: it would tell who wrote.
create table adverse_step (
  org_id text not null,
  id text not null,
  person_id text not null,
  act text not null check (act in ('reprimand', 'another-role')),
  on_day date not null,
  says text not null,
  asked_by text not null,
  asked_at timestamptz(3) not null,
  answered_by text,
  answered_at timestamptz(3),
  agreed boolean,
  answer_says text not null default '',
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  check ((answered_by is null) = (agreed is null)),
  check (answered_by <> asked_by)
);
create index adverse_step_person on adverse_step (org_id, person_id, act, on_day);
select customary_protect('adverse_step', 'select, insert, update');
select customary_open_to_held('adverse_step',
  'person_id <> coalesce((select customary_person()), '''') and person_id in (select p.person_id from post p where p.org_id = customary_org() and p.site_id = any((select customary_sites())::text[]))');
