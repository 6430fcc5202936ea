-- What managers did and asked for, what people waited for, what broke; and what was tried with a person before anyone decides.

create table observation (
  org_id text not null,
  id text not null,
  person_id text not null,
  by_id text not null,
  on_day date not null,
  act text not null check (act in ('encourage', 'help', 'guide', 'observe', 'reprimand')),
  standards text[] not null,
  cycle integer,
  origin_file text not null,
  origin_row integer,
  digest text not null,
  recorded_at timestamptz(3) not null,
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, by_id) references person (org_id, id)
);
create index observation_person on observation (org_id, person_id, on_day);
select customary_protect('observation');

create table target (
  org_id text not null,
  id text not null,
  says text not null,
  roles text[] not null,
  sites text[] not null,
  set_by text check (set_by in ('site', 'district', 'owner')),
  from_day date not null,
  to_day date check (to_day > from_day),
  against text[] not null,
  origin_file text not null,
  origin_row integer,
  digest text not null,
  recorded_at timestamptz(3) not null,
  primary key (org_id, id)
);
select customary_protect('target');

create table approval (
  org_id text not null,
  id text not null,
  person_id text not null,
  waited_for text not null,
  asked_at timestamptz(3) not null,
  answered_at timestamptz(3) check (answered_at >= asked_at),
  standards text[] not null,
  origin_file text not null,
  origin_row integer,
  digest text not null,
  recorded_at timestamptz(3) not null,
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id)
);
select customary_protect('approval');

create table outage (
  org_id text not null,
  id text not null,
  site_id text not null,
  what text not null,
  from_at timestamptz(3) not null,
  to_at timestamptz(3) not null check (to_at > from_at),
  origin_file text not null,
  origin_row integer,
  digest text not null,
  recorded_at timestamptz(3) not null,
  primary key (org_id, id),
  foreign key (org_id, site_id) references site (org_id, id)
);
select customary_protect('outage');

create table attempt (
  org_id text not null,
  id text not null,
  person_id text not null,
  tried text not null check (tried in ('training', 'coaching', 'another-role', 'own-account')),
  standards text[] not null,
  on_day date not null,
  result text check (result in ('kept', 'not-kept')),
  account text check (account in ('did-not-know', 'could-not', 'was-told-to', 'chose-not-to')),
  origin_file text not null,
  origin_row integer,
  digest text not null,
  recorded_at timestamptz(3) not null,
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id)
);
select customary_protect('attempt');
