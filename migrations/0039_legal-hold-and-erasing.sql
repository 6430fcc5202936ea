-- What may not be erased, and what was. A legal hold names one contact, a site with its days, or a customer by the keyed digest
-- of their reference. It is never rewritten, only released; while it stands the database itself keeps what it holds.

create table legal_hold (
  org_id text not null,
  id text not null,
  about text not null check (about in ('contact', 'site', 'customer')),
  contact_id text,
  site_id text,
  -- Both days included; null: without end on that side.
  from_day date,
  to_day date check (to_day >= from_day),
  customer_hash text,
  says text not null check (says <> ''),
  placed_at timestamptz(3) not null,
  placed_by text not null,
  released_at timestamptz(3),
  released_by text,
  release_says text,
  primary key (org_id, id),
  check (case about when 'contact' then contact_id when 'site' then site_id else customer_hash end is not null),
  check ((released_at is null) = (released_by is null) and (released_at is null) = (release_says is null))
);
create index legal_hold_open on legal_hold (org_id) where released_at is null;
select customary_protect('legal_hold', 'select, insert, update');

-- A hold changes once: when it is released.
create function legal_hold_stays() returns trigger language plpgsql as $$
begin
  if old.released_at is null and new.released_at is not null
    and row(new.org_id, new.id, new.about, new.contact_id, new.site_id, new.from_day, new.to_day, new.customer_hash, new.says, new.placed_at, new.placed_by)
      is not distinct from
        row(old.org_id, old.id, old.about, old.contact_id, old.site_id, old.from_day, old.to_day, old.customer_hash, old.says, old.placed_at, old.placed_by)
  then return new; end if;
  raise exception 'a legal hold is released, never rewritten' using errcode = 'insufficient_privilege';
end $$;
create trigger legal_hold_stays before update on legal_hold for each row execute function legal_hold_stays();

-- Whether a legal hold stands over a contact. A day written by the clock of the site counts as written; of an instant the days
-- before and after count too, since its day depends on the zone; what has no time at all may be of any day.
create function customary_contact_held(
  of_org text, of_id text, of_site text, at_moment timestamptz, at_local text, of_customer text,
  -- Asks one hold alone.
  by_hold text default null
) returns boolean language sql stable security definer as $$
  select exists (
    select from legal_hold h
    where h.org_id = of_org and h.released_at is null and (by_hold is null or h.id = by_hold) and case h.about
      when 'contact' then h.contact_id = of_id
      when 'customer' then h.customer_hash = of_customer
      else h.site_id = of_site and case
        when at_local is not null then
          (h.from_day is null or left(at_local, 10) >= h.from_day::text) and (h.to_day is null or left(at_local, 10) <= h.to_day::text)
        when at_moment is not null then
          (h.from_day is null or (at_moment at time zone 'UTC')::date + 1 >= h.from_day)
          and (h.to_day is null or (at_moment at time zone 'UTC')::date - 1 <= h.to_day)
        else true end
      end)
$$;

-- No delete, by whomever, takes what is held; and no change takes its words.
create function contact_keep_held() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new.answers = old.answers and (select jsonb_agg(t -> 'text') from jsonb_array_elements(new.turns) t)
      is not distinct from (select jsonb_agg(t -> 'text') from jsonb_array_elements(old.turns) t)
    then return new; end if;
  end if;
  if customary_contact_held(old.org_id, old.id, old.site_id, old.started_at, old.started_local, old.customer_hash) then
    raise exception 'under legal hold: % refused', lower(tg_op) using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'UPDATE' then return new; end if;
  return old;
end $$;
create trigger contact_keep_held before delete or update of turns, answers on contact for each row execute function contact_keep_held();

-- By which an erased contact is known again, so that no import brings it back: keyed digests, of which nothing can be read.
create table erased_contact (
  org_id text not null,
  contact_id text not null,
  content_hash text not null,
  erased_at timestamptz(3) not null,
  primary key (org_id, contact_id, content_hash)
);
create index erased_contact_content on erased_contact (org_id, content_hash);
select customary_protect('erased_contact', 'select, insert');

-- The same of the names that a table may give it.
create table erased_key (
  org_id text not null,
  key_hash text not null,
  primary key (org_id, key_hash)
);
select customary_protect('erased_key', 'select, insert');

-- What is left of erased contacts: marks counted by standard, site, day and kind of contact, with no word and no person, so that
-- what is watched over time stays true.
create table erased_count (
  org_id text not null,
  standard text not null,
  standard_version text not null,
  site_id text not null,
  day text not null,
  kind text not null,
  met integer not null,
  failed integer not null,
  unsure integer not null,
  primary key (org_id, standard, standard_version, site_id, day, kind)
);
select customary_protect('erased_count', 'select, insert, update');

-- Definer's functions look names up where the tables are, whatever the caller's path says.
do $$
begin
  execute format('alter function customary_contact_held set search_path = %I, pg_temp', current_schema());
  execute format('revoke all on function customary_contact_held from public');
  execute format('grant execute on function customary_contact_held to customary_worker');
end $$;
