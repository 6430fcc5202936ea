-- Who was shown able to do which task, when, on which version of its procedure, until when.

create table certificate (
  org_id text not null,
  id text not null,
  person_id text not null,
  task text not null,
  standards text[] not null,
  procedure_id text,
  procedure_version text,
  on_day date not null,
  expires date check (expires > on_day),
  last_practised date,
  origin_file text not null,
  origin_row integer,
  digest text not null,
  recorded_at timestamptz(3) not null,
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, procedure_id, procedure_version) references procedure_version (org_id, id, version)
);
create index certificate_person on certificate (org_id, person_id, on_day);
select customary_protect('certificate');
