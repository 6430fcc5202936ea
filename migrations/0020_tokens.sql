-- API tokens: rows that are only ever added. What opens a door is kept as a keyed digest; the token itself nowhere.

create table api_token (
  org_id text not null,
  id text not null,
  says text not null,
  roles text[] not null check (cardinality(roles) > 0),
  sites text[],
  reads_only boolean not null,
  until_day date,
  digest text not null,
  made_at timestamptz(3) not null,
  made_by text not null,
  primary key (org_id, id)
);
select customary_protect('api_token', 'select, insert');

create table api_token_end (
  org_id text not null,
  token_id text not null,
  ended_at timestamptz(3) not null,
  ended_by text not null,
  primary key (org_id, token_id),
  foreign key (org_id, token_id) references api_token (org_id, id)
);
select customary_protect('api_token_end', 'select, insert');
