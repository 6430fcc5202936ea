-- As in 0112, but that the first chunk is no longer than a page of what many contacts have: most who ask want the newest few, and
-- whoever asks for a site alone gets each that is read.
create or replace function contact_search_find(
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
  of_site text := (select min(one) from unnest(asked_tags) one where one like 's:%');
  of_person text := (select min(one) from unnest(asked_tags) one where one like 'p:%');
  chunk integer := most * case when asked_words is null and cardinality(asked_tags) = 1 and (of_site is not null or of_person is not null) then 1 else 4 end;
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
    -- The chunk is cut off before anything is asked of it: else the planner would take it for the cheaper way to ask the index for
    -- all that there are, and sort them.
    return query select c.contact_id, c.at from (
        select s.contact_id, s.at, s.tags, s.words from contact_search s
        where s.org_id = mine and (of_site is null or contact_search_tag(s.tags, 's:') = of_site)
          and (of_person is null or contact_search_tag(s.tags, 'p:') = of_person)
          and (s.at, s.contact_id) < (last_at, last_id) and s.at >= from_at
        order by s.at desc, s.contact_id desc limit chunk) c
      where c.tags @> tags_too and (theirs is null or c.tags && theirs) and (asked_words is null or c.words @@ asked_words)
      order by c.at desc, c.contact_id desc limit most - hits;
    get diagnostics now_hits = row_count;
    hits := hits + now_hits;
    exit when hits >= most;
    -- Where the chunk ended; the last one is shorter.
    select s.at, s.contact_id into next_at, next_id from contact_search s
      where s.org_id = mine and (of_site is null or contact_search_tag(s.tags, 's:') = of_site)
        and (of_person is null or contact_search_tag(s.tags, 'p:') = of_person)
        and (s.at, s.contact_id) < (last_at, last_id) and s.at >= from_at
      order by s.at desc, s.contact_id desc limit 1 offset chunk - 1;
    ended := not found;
    exit when ended;
    looked := looked + chunk;
    last_at := next_at;
    last_id := next_id;
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

-- To replace a function forgets what was set for it.
do $$
begin
  execute format('alter function contact_search_find set search_path = %I, pg_temp', current_schema());
end $$;
