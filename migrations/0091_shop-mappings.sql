-- What a person said the columns of a file of mystery shops are, kept by a name for the next file of the same sort.
create table shop_mapping (
  org_id text not null,
  name text not null,
  columns jsonb not null,
  kept_at timestamptz(3) not null,
  primary key (org_id, name)
);
select customary_protect('shop_mapping');
