-- For how long contacts are kept: rows that are only ever added, the last one stands. Without a row, or without months: for good.
create table retention_setting (
  org_id text not null,
  id text not null,
  months integer check (months between 1 and 600),
  set_at timestamptz(3) not null,
  set_by text not null,
  primary key (org_id, id)
);
create index retention_setting_newest on retention_setting (org_id, set_at desc, id desc);
select customary_protect('retention_setting', 'select, insert');

-- One row an erasing: why, until which day, by whom, and how much went. No id of what is gone stands here.
create table erasure (
  org_id text not null,
  id text not null,
  why text not null check (why in ('retention', 'contact', 'customer')),
  before_day date,
  began_at timestamptz(3) not null,
  began_by text not null,
  ended_at timestamptz(3),
  contacts integer not null default 0,
  -- Left where they were, being under legal hold.
  held integer not null default 0,
  primary key (org_id, id)
);
create index erasure_newest on erasure (org_id, began_at desc, id desc);
select customary_protect('erasure', 'select, insert, update');
