-- How a standard is learned again as reviews come: after how many new ones (0: only when somebody asks), and whether what proved
-- better comes in by itself. The newest row of a standard holds.
create table marker_rule (
  org_id text not null,
  id text not null,
  standard text not null,
  nth integer not null,
  after_reviews integer not null check (after_reviews between 0 and 100000),
  by_itself boolean not null,
  set_at timestamptz(3) not null,
  set_by text not null,
  primary key (org_id, id),
  unique (org_id, standard, nth)
);
select customary_protect('marker_rule', 'select, insert');
