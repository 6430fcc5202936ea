-- Addresses that are told what was done: the lines of the ledger from where each stands, and how each try went.

create table webhook (
  org_id text not null,
  id text not null,
  url text not null,
  -- First parts of the kinds that it is told of; empty for all.
  kinds text[] not null,
  made_at timestamptz(3) not null,
  made_by text not null,
  ended_at timestamptz(3),
  -- The last line that it has taken.
  told_to bigint not null,
  failures integer not null default 0,
  -- Nobody tells it anything before this: it failed, or somebody is telling it.
  not_before timestamptz(3) not null,
  primary key (org_id, id)
);
select customary_protect('webhook');

create table webhook_try (
  org_id text not null,
  webhook_id text not null,
  at timestamptz(3) not null,
  from_seq bigint not null,
  to_seq bigint not null,
  -- What it answered; null where it did not.
  status integer,
  -- Why it did not, in our own words.
  failed text,
  ms integer not null,
  primary key (org_id, webhook_id, at),
  foreign key (org_id, webhook_id) references webhook (org_id, id)
);
select customary_protect('webhook_try', 'select, insert, delete');
