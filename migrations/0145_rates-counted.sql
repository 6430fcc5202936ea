-- Marks counted for rates: a row a standard and group, kept until something is done that bears on marks, so that rates are read at
-- once whatever the number of contacts. Counts alone; closed to those who are held to sites, whose own are counted each time.

create table rate_count (
  org_id text not null,
  -- standard, site, person or month.
  split text not null,
  standard text not null,
  group_id text not null,
  met integer not null,
  failed integer not null,
  unsure integer not null,
  -- Of these, in contacts that a plan could have drawn to be reviewed by this standard.
  framed_met integer not null,
  framed_failed integer not null,
  framed_unsure integer not null,
  primary key (org_id, split, standard, group_id)
);
select customary_protect('rate_count');

-- What a split was last counted from.
create table rate_counted (
  org_id text not null,
  split text not null,
  read_from text not null,
  counted_at timestamptz(3) not null,
  primary key (org_id, split)
);
select customary_protect('rate_counted');
