-- What contacts are found by: one row a contact, made from it and its marks by a batch job, never by an import. It can be
-- made again at any time, and goes with its contact.

create table contact_search (
  org_id text not null,
  contact_id text not null,
  contact_version integer not null,
  -- When it began by the clock of its site, kept as if that clock were UTC, so that days are those of the site; the year 1
  -- where no time is known.
  at timestamptz(3) not null,
  -- Its redacted words, with their places, so that phrases are found.
  words tsvector not null,
  -- `o:` organisation, `s:` site, `p:` person, `c:` channel, `u:` outcome, `k:` kind, `met:`, `failed:`, `unsure:` and a
  -- standard; `met`, `failed`, `unsure` alone for any standard.
  tags text[] not null,
  met integer not null,
  failed integer not null,
  unsure integer not null,
  atrocities integer not null,
  -- Digest of what the row was made from: a row whose contact says otherwise is made again.
  made_of text not null,
  primary key (org_id, contact_id),
  foreign key (org_id, contact_id, contact_version) references contact (org_id, id, version) on delete cascade
);
create index contact_search_newest on contact_search (org_id, at desc, contact_id desc);
-- Organisations and words in one index: whoever asks for a word never walks through another one's contacts.
create index contact_search_found on contact_search using gin (tags, words);
select customary_protect('contact_search');
-- Of one policy, so that none but the permissive ones below holds for the tables' owner, who is a member of every role.
drop policy held on contact_search;
alter policy own_organisation on contact_search using (org_id = customary_org() and (customary_not_held() or tags &&
  (select array_remove(array_append(array(select 's:' || one from unnest(customary_sites()) one), 'p:' || customary_person()), null))));

-- Row-level security lets no index answer `@@` and `@>` (they are not leakproof), so one function of the tables' owner
-- asks them, and asks itself for the organisation at work and for what the work is held to. This policy lets the owner, whom no work runs as, read.
do $$
begin
  execute format('create policy search_reads on contact_search for select to %I using (true)', current_user);
end $$;

-- Contacts of the organisation at work, newest first, after a place in that order. A word or tag that many contacts have
-- is found by reading the newest few; one that few have, by the index.
create function contact_search_find(
  asked_words tsquery, asked_tags text[],
  from_at timestamptz, before_at timestamptz, before_id text, most integer
) returns table (found_id text, found_at timestamptz)
language plpgsql stable security definer set plan_cache_mode = force_custom_plan as $$
declare
  mine text := customary_org();
  tags_too text[] := array_append(asked_tags, 'o:' || mine);
  -- The role that was set for the transaction; `current_user` is the tables' owner here.
  theirs text[] := case when current_setting('role', true) = 'customary_held' then
    array_remove(array_append(array(select 's:' || one from unnest(customary_sites()) one), 'p:' || customary_person()), null) end;
  narrow boolean := asked_words is not null or cardinality(asked_tags) > 0 or theirs is not null;
  held double precision;
  chunk integer := 500;
  looked integer := 0;
  ended boolean;
  hits integer := 0;
  now_hits integer;
  last_at timestamptz := before_at;
  last_id text := before_id;
  next_at timestamptz;
  next_id text;
begin
  if mine is null then return; end if;
  if not narrow then
    return query select s.contact_id, s.at from contact_search s
      where s.org_id = mine and (s.at, s.contact_id) < (before_at, before_id) and s.at >= from_at
      order by s.at desc, s.contact_id desc limit most;
    return;
  end if;
  select greatest(reltuples, 0) into held from pg_class where oid = 'contact_search'::regclass;
  loop
    -- Where the chunk ends; the last one is shorter.
    select s.at, s.contact_id into next_at, next_id from contact_search s
      where s.org_id = mine and (s.at, s.contact_id) < (last_at, last_id) and s.at >= from_at
      order by s.at desc, s.contact_id desc limit 1 offset chunk - 1;
    ended := not found;
    return query select s.contact_id, s.at from contact_search s
      where s.org_id = mine and (s.at, s.contact_id) < (last_at, last_id) and (ended or (s.at, s.contact_id) >= (next_at, next_id)) and s.at >= from_at
        and s.tags @> tags_too and (theirs is null or s.tags && theirs)
        and (asked_words is null or s.words @@ asked_words)
      order by s.at desc, s.contact_id desc limit most - hits;
    get diagnostics now_hits = row_count;
    hits := hits + now_hits;
    looked := looked + chunk;
    last_at := next_at;
    last_id := next_id;
    exit when hits >= most or ended;
    -- So many rows would still be read in order; so many would the index give, all at once.
    exit when looked::double precision * (most - hits) / greatest(hits, 0.5) > 2 * held * greatest(hits, 0.5) / looked;
    chunk := least(chunk * 4, 8000);
  end loop;
  if hits >= most or ended then return; end if;
  return query with found as materialized (
      select s.contact_id, s.at from contact_search s
      where s.tags @> tags_too and (theirs is null or s.tags && theirs)
        and (asked_words is null or s.words @@ asked_words) and s.org_id = mine)
    select f.contact_id, f.at from found f
    where (f.at, f.contact_id) < (last_at, last_id) and f.at >= from_at
    order by f.at desc, f.contact_id desc limit most - hits;
end $$;

do $$
begin
  execute format('alter function contact_search_find set search_path = %I, pg_temp', current_schema());
  execute format('revoke all on function contact_search_find from public');
  execute format('grant execute on function contact_search_find to customary_worker');
end $$;

-- Searches that a person kept by a name; the query as the address of the page has it.
create table saved_view (
  org_id text not null,
  id text not null,
  person text not null,
  of_page text not null,
  name text not null,
  query jsonb not null,
  made_at timestamptz(3) not null,
  primary key (org_id, id)
);
create unique index saved_view_name on saved_view (org_id, person, of_page, name);
select customary_protect('saved_view', 'select, insert, delete');
select customary_open_to_held('saved_view', 'person = (select customary_member())');
