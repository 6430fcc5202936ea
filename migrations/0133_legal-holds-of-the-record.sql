-- A legal hold may name a document, a letter or a person too. A letter keeps its words, its citations and the contacts that it cites; a
-- person, the contacts that they served and every row of the record about them; a document, what readers answered to it; and a site with
-- its days, the rows of the record about whoever was posted there.

alter table legal_hold
  add column document_kind text check (document_kind in ('policy', 'procedure')),
  add column document_id text,
  add column letter_id text,
  add column person_id text;

do $$
declare
  one text;
begin
  for one in select conname from pg_constraint
    where conrelid = 'legal_hold'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%about%'
  loop
    execute format('alter table legal_hold drop constraint %I', one);
  end loop;
end $$;
alter table legal_hold
  add constraint legal_hold_about_check check (about in ('contact', 'site', 'customer', 'document', 'letter', 'person')),
  add constraint legal_hold_names_what_it_holds check (case about
    when 'contact' then contact_id is not null
    when 'site' then site_id is not null
    when 'customer' then customer_hash is not null
    when 'document' then document_kind is not null and document_id is not null
    when 'letter' then letter_id is not null
    else person_id is not null end);

create or replace function legal_hold_stays() returns trigger language plpgsql as $$
begin
  if old.released_at is null and new.released_at is not null
    and (to_jsonb(new) - '{released_at,released_by,release_says}'::text[])
      is not distinct from (to_jsonb(old) - '{released_at,released_by,release_says}'::text[])
  then return new; end if;
  raise exception 'a legal hold is released, never rewritten' using errcode = 'insufficient_privilege';
end $$;

create or replace function customary_contact_held(
  of_org text, of_id text, of_site text, at_moment timestamptz, at_local text, of_customer text,
  by_hold text default null
) returns boolean language sql stable security definer as $$
  select exists (
    select from legal_hold h
    where h.org_id = of_org and h.released_at is null and (by_hold is null or h.id = by_hold) and case h.about
      when 'contact' then h.contact_id = of_id
      when 'customer' then h.customer_hash = of_customer
      when 'person' then exists (select from contact c where c.org_id = h.org_id and c.id = of_id and c.person_id = h.person_id)
      when 'letter' then exists (select from letter_citation l join mark m on m.org_id = l.org_id and m.id = l.mark_id
        where l.org_id = h.org_id and l.letter_id = h.letter_id and m.contact_id = of_id)
      when 'document' then false
      else h.site_id = of_site and case
        when at_local is not null then
          (h.from_day is null or left(at_local, 10) >= h.from_day::text) and (h.to_day is null or left(at_local, 10) <= h.to_day::text)
        when at_moment is not null then
          (h.from_day is null or (at_moment at time zone 'UTC')::date + 1 >= h.from_day)
          and (h.to_day is null or (at_moment at time zone 'UTC')::date - 1 <= h.to_day)
        else true end
      end)
$$;

-- Whether a hold stands over a row of the record: by whom it is about, where, or to which document it answers. What somebody says of
-- their site is told by where they were posted in the days that are held.
create function customary_row_held(
  of_org text, of_person text, of_site text, of_kind text, of_document text, by_hold text default null
) returns boolean language sql stable security definer as $$
  select exists (
    select from legal_hold h
    where h.org_id = of_org and h.released_at is null and (by_hold is null or h.id = by_hold) and case h.about
      when 'person' then h.person_id = of_person
      when 'document' then h.document_kind = of_kind and h.document_id = of_document
      when 'site' then h.site_id = of_site or exists (select from post p where p.org_id = h.org_id and p.person_id = of_person
        and p.site_id = h.site_id and (h.to_day is null or p.from_day <= h.to_day) and (h.from_day is null or p.to_day is null or p.to_day > h.from_day))
      else false end)
$$;

-- The program tells it from other refusals by its code.
create function record_keep_held() returns trigger language plpgsql as $$
declare
  whole jsonb := to_jsonb(old);
begin
  if customary_row_held(old.org_id, case tg_table_name when 'person' then whole ->> 'id' else whole ->> 'person_id' end,
    case tg_table_name when 'site' then whole ->> 'id' else whole ->> 'site_id' end, whole ->> 'kind',
    coalesce(whole ->> 'document_id', whole ->> 'procedure_id', case when tg_table_name like 'document\_%' then whole ->> 'id' end))
  then
    raise exception 'under legal hold: % refused', lower(tg_op) using errcode = 'LH001';
  end if;
  return old;
end $$;
do $$
declare
  target text;
begin
  foreach target in array array['acknowledgement', 'certificate', 'observation', 'approval', 'attempt', 'post', 'shift', 'person', 'site',
    'site_month', 'outage', 'job_description', 'reader_note', 'procedure_run', 'procedure_run_event', 'document_version', 'document_text']
  loop
    execute format('create trigger a_record_keep_held before delete on %I for each row execute function record_keep_held()', target);
  end loop;
end $$;

-- Of a letter under hold no word goes, nor what it cites; a flag may still grow.
create function letter_keep_held() returns trigger language plpgsql as $$
declare
  whole jsonb := to_jsonb(old);
  letter_of text := coalesce(whole ->> 'letter_id', whole ->> 'id');
begin
  if tg_op = 'UPDATE' then
    if new.wrong = old.wrong and old.why in ('', new.why) and old.solution in ('', new.solution) then return new; end if;
  end if;
  if exists (select from legal_hold h where h.org_id = old.org_id and h.released_at is null and h.about = 'letter' and h.letter_id = letter_of) then
    raise exception 'under legal hold: % refused', lower(tg_op) using errcode = 'LH001';
  end if;
  if tg_op = 'UPDATE' then return new; end if;
  return old;
end $$;
create trigger letter_keep_held before delete or update of wrong, why, solution on letter for each row execute function letter_keep_held();
create trigger letter_citation_keep_held before delete on letter_citation for each row execute function letter_keep_held();
create trigger letter_event_keep_held before delete on letter_event for each row execute function letter_keep_held();

-- How many rows beside contacts a hold keeps: versions and answers of a document, a letter with what was said of it, what the record
-- holds of a person.
create function customary_rows_kept(of_org text, by_hold text) returns bigint language sql stable security definer as $$
  select coalesce(sum(case h.about
    when 'document' then
      (select count(*) from document_version d where d.org_id = h.org_id and d.kind = h.document_kind and d.id = h.document_id)
      + (select count(*) from acknowledgement a where a.org_id = h.org_id and a.kind = h.document_kind and a.document_id = h.document_id)
      + (select count(*) from reader_note n where n.org_id = h.org_id and n.kind = h.document_kind and n.document_id = h.document_id)
      + (select count(*) from procedure_run r where h.document_kind = 'procedure' and r.org_id = h.org_id and r.procedure_id = h.document_id)
    when 'letter' then
      (select count(*) from letter l where l.org_id = h.org_id and l.id = h.letter_id)
      + (select count(*) from letter_event e where e.org_id = h.org_id and e.letter_id = h.letter_id and e.told)
    when 'person' then
      (select count(*) from person p where p.org_id = h.org_id and p.id = h.person_id)
      + (select count(*) from acknowledgement a where a.org_id = h.org_id and a.person_id = h.person_id)
      + (select count(*) from certificate c where c.org_id = h.org_id and c.person_id = h.person_id)
      + (select count(*) from observation o where o.org_id = h.org_id and o.person_id = h.person_id)
      + (select count(*) from attempt t where t.org_id = h.org_id and t.person_id = h.person_id)
      + (select count(*) from job_description j where j.org_id = h.org_id and j.person_id = h.person_id and j.state <> 'being-written')
    else 0 end), 0)
  from legal_hold h where h.org_id = of_org and h.id = by_hold and h.released_at is null
$$;

do $$
declare
  one text;
begin
  foreach one in array array['customary_contact_held', 'customary_row_held', 'customary_rows_kept'] loop
    execute format('alter function %I set search_path = %I, pg_temp', one, current_schema());
    execute format('revoke all on function %I from public', one);
    execute format('grant execute on function %I to customary_worker', one);
  end loop;
end $$;
