-- Whoever is held to sites or to themself works as a role of its own. Restrictive policies for that role alone close every
-- table until one opens it, so that work which is not held pays nothing for them, and a new table is closed by itself.

do $$
begin
  if not exists (select from pg_roles where rolname = 'customary_held') then
    create role customary_held nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;

do $$
begin
  if not pg_has_role('customary_held', 'customary_worker', 'member') then
    grant customary_worker to customary_held;
  end if;
  if not pg_has_role(current_user, 'customary_held', 'member') then
    execute format('grant customary_held to %I', current_user);
  end if;
end $$;

-- True for everybody but that role. The owner of the tables is a member of it, and policies would hold for them too.
create function customary_not_held() returns boolean language sql stable parallel safe
  as $$ select current_user <> 'customary_held' $$;

-- What the transaction is held to: sites seen whole, sites known by name, the person they are, the member they are.
create function customary_list(setting text) returns text[] language sql stable parallel safe
  as $$ select coalesce(string_to_array(nullif(current_setting(setting, true), ''), chr(31)), '{}') $$;
create function customary_sites() returns text[] language sql stable parallel safe
  as $$ select customary_list('customary.sites') $$;
create function customary_places() returns text[] language sql stable parallel safe
  as $$ select customary_list('customary.places') $$;
create function customary_person() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('customary.person', true), '') $$;
create function customary_member() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('customary.member', true), '') $$;

-- Closes a table to those who are held.
create function customary_close_to_held(target regclass) returns void language plpgsql as $$
begin
  execute format('create policy held on %s as restrictive to customary_held using (customary_not_held())', target);
end $$;

-- Opens it to the rows that a condition names, which may look into other tables: their own policies hold there too.
-- Settings in it belong into a subselect, `(select customary_person())`, so that they are read once and not for each row.
create function customary_open_to_held(target regclass, reading text, writing text default null)
returns void language plpgsql as $$
begin
  execute format('drop policy held on %s', target);
  execute format('create policy held on %s as restrictive to customary_held using (customary_not_held() or (%s)) with check (customary_not_held() or (%s))',
    target, reading, coalesce(writing, reading));
end $$;

create or replace function customary_protect(target regclass, privileges text default 'select, insert, update, delete')
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
  perform customary_close_to_held(target);
  execute format('revoke all on %s from public, customary_worker', target);
  execute format('grant %s on %s to customary_worker', privileges, target);
  -- A restore may meet a child before its parent; the check then waits for the commit.
  for wrong in select conname from pg_constraint where conrelid = target and contype = 'f' loop
    execute format('alter table %s alter constraint %I deferrable initially immediate', target, wrong);
  end loop;
end $$;

-- Tables that were there before.
do $$
declare
  target regclass;
begin
  for target in select p.polrelid from pg_policy p join pg_class c on c.oid = p.polrelid
    where p.polname = 'own_organisation' and c.relnamespace = current_schema()::regnamespace
  loop
    perform customary_close_to_held(target);
  end loop;
end $$;
