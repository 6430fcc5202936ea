-- What every table stands on: the role that works, the boilerplate that keeps organisations apart, and the ledger.

-- Work runs as this role: neither owner nor superuser, so that row-level security holds for it. Roles belong to the
-- whole cluster, so another database may have made it already, even at this very moment.
do $$
begin
  if not exists (select from pg_roles where rolname = 'customary_worker') then
    create role customary_worker nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;

do $$
begin
  if not pg_has_role(current_user, 'customary_worker', 'member') then
    execute format('grant customary_worker to %I', current_user);
  end if;
  execute format('grant usage on schema %I to customary_worker', current_schema());
end $$;

-- The organisation that this transaction works for; null (and so no row at all) where none is set.
create function customary_org() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('customary.org', true), '') $$;

-- Closes a table to every organisation but the one at work, and grants the worker what the table needs. Call it once,
-- after the table's keys and indexes stand: it refuses a table whose keys leave org_id out. Select and insert are
-- always granted, since a backup reads and a restore writes as the worker.
create function customary_protect(target regclass, privileges text default 'select, insert, update, delete')
returns void language plpgsql as $$
declare
  wrong text;
begin
  select string_agg(key, ', ') into wrong from customary_keys_without_org(target) as key;
  if wrong is not null then
    raise exception 'table % has keys without org_id: %', target, wrong;
  end if;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy own_organisation on %s using (org_id = customary_org()) with check (org_id = customary_org())', target);
  execute format('revoke all on %s from public, customary_worker', target);
  execute format('grant %s on %s to customary_worker', privileges, target);
  -- A restore may meet a child before its parent; the check then waits for the commit.
  for wrong in select conname from pg_constraint where conrelid = target and contype = 'f' loop
    execute format('alter table %s alter constraint %I deferrable initially immediate', target, wrong);
  end loop;
end $$;

-- Names of the table's keys, unique indexes and foreign keys that don't carry org_id; also says when the column or the primary key is missing.
create function customary_keys_without_org(target regclass) returns setof text language sql stable as $$
  with org as (select attnum from pg_attribute where attrelid = target and attname = 'org_id' and attnotnull and not attisdropped)
  select 'no column org_id not null' where not exists (select from org)
  union all
  select 'no primary key' where not exists (select from pg_index where indrelid = target and indisprimary)
  union all
  select indexrelid::regclass::text from pg_index
   where indrelid = target and indisunique and not coalesce((select attnum from org) = any (indkey::int2[]), false)
  union all
  select conname::text from pg_constraint
   where conrelid = target and contype = 'f' and not coalesce((select attnum from org) = any (conkey), false)
$$;

-- The end of each organisation's chain, moved on by the trigger below and by nothing else.
create table ledger_head (
  org_id text not null primary key,
  seq bigint not null,
  hash text not null
);
select customary_protect('ledger_head', 'select');

-- A digest of the organisation's key: tells a data folder whose key is another one before anything is written with it.
create table organisation_seal (
  org_id text not null primary key,
  seal text not null
);
select customary_protect('organisation_seal', 'select, insert');

-- The ledger: append-only, one chain an organisation. Lines carry ids and salted digests, never words or names.
create table event (
  org_id text not null,
  seq bigint not null,
  at timestamptz(3) not null,
  actor text not null,
  kind text not null,
  subjects text[] not null,
  salt text not null,
  digest text,
  prev text not null,
  hash text not null,
  primary key (org_id, seq)
);
select customary_protect('event', 'select, insert');

create function ledger_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only: % refused', lower(tg_op) using errcode = 'insufficient_privilege';
end $$;
create trigger event_stays before update or delete on event for each row execute function ledger_refuse();
create trigger event_not_emptied before truncate on event for each statement execute function ledger_refuse();

-- Locks the head of the organisation at work until the transaction ends, so that lines are appended one after another.
create function ledger_claim(out seq bigint, out hash text) language plpgsql security definer as $$
begin
  insert into ledger_head values (customary_org(), 0, repeat('0', 64)) on conflict do nothing;
  select h.seq, h.hash into seq, hash from ledger_head h where org_id = customary_org() for update;
end $$;

-- A line must follow the head: no writer, however wrong, can leave a gap or a fork.
create function ledger_follow() returns trigger language plpgsql security definer as $$
begin
  update ledger_head set seq = new.seq, hash = new.hash
   where org_id = new.org_id and seq = new.seq - 1 and hash = new.prev;
  if not found then
    raise exception 'ledger line % does not follow the head', new.seq using errcode = 'serialization_failure';
  end if;
  return new;
end $$;
create trigger event_follows before insert on event for each row execute function ledger_follow();

-- Definer's functions look names up where the tables are, whatever the caller's path says.
do $$
begin
  execute format('alter function ledger_claim() set search_path = %I, pg_temp', current_schema());
  execute format('alter function ledger_follow() set search_path = %I, pg_temp', current_schema());
  execute format('revoke all on function ledger_claim() from public');
  execute format('grant execute on function ledger_claim() to customary_worker');
end $$;
