-- Who works where, from when to when. Every row of the record says which file and row it was read from, and carries a
-- keyed digest of its content, so that reading the same file again changes nothing. Dated rows hold from `from_day` up to,
-- not including, `to_day`.

create table organisation (
  org_id text not null,
  name text not null,
  other_names text[] not null,
  customer_word text not null,
  products text[] not null,
  currency text not null,
  enquiries_a_month integer,
  conversion double precision,
  worth_of_a_stay double precision,
  origin_file text not null,
  origin_row integer,
  digest text not null,
  recorded_at timestamptz(3) not null,
  primary key (org_id)
);
select customary_protect('organisation');

create table site (
  org_id text not null,
  id text not null,
  name text not null,
  time_zone text not null,
  location_class text,
  spoken_names text[] not null,
  origin_file text not null,
  origin_row integer,
  digest text not null,
  recorded_at timestamptz(3) not null,
  primary key (org_id, id)
);
select customary_protect('site');

create table site_month (
  org_id text not null,
  site_id text not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  occupancy double precision check (occupancy between 0 and 1),
  move_ins integer check (move_ins >= 0),
  move_outs integer check (move_outs >= 0),
  revenue double precision check (revenue >= 0),
  origin_file text not null,
  origin_row integer,
  digest text not null,
  recorded_at timestamptz(3) not null,
  primary key (org_id, site_id, month),
  foreign key (org_id, site_id) references site (org_id, id)
);
select customary_protect('site_month');

create table person (
  org_id text not null,
  id text not null,
  name text not null,
  origin_file text not null,
  origin_row integer,
  digest text not null,
  recorded_at timestamptz(3) not null,
  primary key (org_id, id)
);
select customary_protect('person');

create table post (
  org_id text not null,
  person_id text not null,
  site_id text not null,
  role text not null,
  supervisor_id text,
  from_day date not null,
  to_day date check (to_day > from_day),
  origin_file text not null,
  origin_row integer,
  digest text not null,
  recorded_at timestamptz(3) not null,
  primary key (org_id, person_id, site_id, from_day),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, site_id) references site (org_id, id),
  foreign key (org_id, supervisor_id) references person (org_id, id)
);
create index post_site on post (org_id, site_id, from_day);
select customary_protect('post');

create table shift (
  org_id text not null,
  person_id text not null,
  site_id text not null,
  from_at timestamptz(3) not null,
  to_at timestamptz(3) not null check (to_at > from_at),
  origin_file text not null,
  origin_row integer,
  digest text not null,
  recorded_at timestamptz(3) not null,
  primary key (org_id, person_id, site_id, from_at),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, site_id) references site (org_id, id)
);
create index shift_site on shift (org_id, site_id, from_at);
select customary_protect('shift');

create table authority_limit (
  org_id text not null,
  id text not null,
  role text not null,
  act text not null,
  -- In the organisation's currency; 0 means that one must always ask.
  most double precision not null check (most >= 0),
  from_day date not null,
  to_day date check (to_day > from_day),
  standards text[] not null,
  origin_file text not null,
  origin_row integer,
  digest text not null,
  recorded_at timestamptz(3) not null,
  primary key (org_id, id)
);
select customary_protect('authority_limit');
