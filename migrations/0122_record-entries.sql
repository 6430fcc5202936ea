-- Every row of the record as one list, for pages that look at all of it; and its old rows kept whenever one changes.

-- What a document's own tables add to its version: class and legal basis, or the task; and its clauses or steps.
create function record_document(of text, whole jsonb) returns jsonb language sql stable as $$
  select (whole - 'kind') || case when of = 'policies' then
    coalesce((select jsonb_build_object('class', v.class, 'legal_basis', v.legal_basis) from policy_version v
      where v.org_id = customary_org() and v.id = whole ->> 'id' and v.version = whole ->> 'version'), '{}')
    || jsonb_build_object('parts', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'text', c.words, 'serves', c.serves, 'obstructs', c.obstructs) order by c.position)
      from policy_clause c where c.org_id = customary_org() and c.policy_id = whole ->> 'id' and c.version = whole ->> 'version'), '[]'))
  else
    coalesce((select jsonb_build_object('task', v.task) from procedure_version v
      where v.org_id = customary_org() and v.id = whole ->> 'id' and v.version = whole ->> 'version'), '{}')
    || jsonb_build_object('parts', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'text', s.words, 'serves', s.serves, 'obstructs', s.obstructs) order by s.position)
      from procedure_step s where s.org_id = customary_org() and s.procedure_id = whole ->> 'id' and s.version = whole ->> 'version'), '[]'))
  end
$$;

-- Whoever asks sees through it what they see of the tables. `from_day` is null for what has no beginning, `to_day` for what
-- still holds and for what was done on one day.
create view record_entry with (security_invoker = true) as
  select t.org_id, 'sites'::text as kind, t.id as key, null::text as person_id, t.id as site_id,
    '{}'::text[] as sites, null::date as from_day, null::date as to_day, lower(t.id || ' ' || t.name) as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at from site t
  union all
  select t.org_id, 'site-months'::text as kind, t.site_id || '~' || t.month as key, null::text as person_id, t.site_id as site_id,
    '{}'::text[] as sites, (t.month || '-01')::date as from_day, null::date as to_day, lower(t.month) as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at from site_month t
  union all
  select t.org_id, 'people'::text as kind, t.id as key, t.id as person_id, null::text as site_id,
    '{}'::text[] as sites, null::date as from_day, null::date as to_day, lower(t.id || ' ' || t.name) as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at from person t
  union all
  select t.org_id, 'posts'::text as kind, t.person_id || '~' || t.site_id || '~' || t.from_day as key, t.person_id as person_id, t.site_id as site_id,
    '{}'::text[] as sites, t.from_day as from_day, t.to_day as to_day, lower(t.role) as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at from post t
  union all
  select t.org_id, 'shifts'::text as kind, t.person_id || '~' || t.site_id || '~' || record_moment(t.from_at) as key, t.person_id as person_id, t.site_id as site_id,
    '{}'::text[] as sites, (t.from_at at time zone 'UTC')::date as from_day, null::date as to_day, '' as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at from shift t
  union all
  select t.org_id, 'authority-limits'::text as kind, t.id as key, null::text as person_id, null::text as site_id,
    '{}'::text[] as sites, t.from_day as from_day, t.to_day as to_day, lower(t.id || ' ' || t.role || ' ' || t.act) as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at from authority_limit t
  union all
  select t.org_id, 'policies'::text as kind, t.id || '~' || t.version as key, null::text as person_id, null::text as site_id,
    t.sites as sites, t.from_day as from_day, t.to_day as to_day, lower(t.id || ' ' || t.title) as words,
    record_cells(record_document('policies', to_jsonb(t))) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at from document_version t where t.kind = 'policy'
  union all
  select t.org_id, 'procedures'::text as kind, t.id || '~' || t.version as key, null::text as person_id, null::text as site_id,
    t.sites as sites, t.from_day as from_day, t.to_day as to_day, lower(t.id || ' ' || t.title) as words,
    record_cells(record_document('procedures', to_jsonb(t))) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at from document_version t where t.kind = 'procedure'
  union all
  select t.org_id, 'duties'::text as kind, t.id as key, null::text as person_id, null::text as site_id,
    '{}'::text[] as sites, t.from_day as from_day, t.to_day as to_day, lower(t.id || ' ' || t.role || ' ' || t.task) as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at from duty t
  union all
  select t.org_id, 'acknowledgements'::text as kind, t.person_id || '~' || t.kind || '~' || t.document_id || '~' || t.on_day || '~' || t.version as key, t.person_id as person_id, null::text as site_id,
    '{}'::text[] as sites, t.on_day as from_day, null::date as to_day, lower(t.document_id || ' ' || t.answer) as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at from acknowledgement t
  union all
  select t.org_id, 'certificates'::text as kind, t.id as key, t.person_id as person_id, null::text as site_id,
    '{}'::text[] as sites, t.on_day as from_day, t.expires as to_day, lower(t.id || ' ' || t.task || ' ' || coalesce(t.procedure_id, '')) as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at from certificate t
  union all
  select t.org_id, 'observations'::text as kind, t.id as key, t.person_id as person_id, null::text as site_id,
    '{}'::text[] as sites, t.on_day as from_day, null::date as to_day, lower(t.id || ' ' || t.act) as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at from observation t
  union all
  select t.org_id, 'targets'::text as kind, t.id as key, null::text as person_id, null::text as site_id,
    t.sites as sites, t.from_day as from_day, t.to_day as to_day, lower(t.id || ' ' || t.says) as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at from target t
  union all
  select t.org_id, 'approvals'::text as kind, t.id as key, t.person_id as person_id, null::text as site_id,
    '{}'::text[] as sites, (t.asked_at at time zone 'UTC')::date as from_day, null::date as to_day, lower(t.id || ' ' || t.waited_for) as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at from approval t
  union all
  select t.org_id, 'outages'::text as kind, t.id as key, null::text as person_id, t.site_id as site_id,
    '{}'::text[] as sites, (t.from_at at time zone 'UTC')::date as from_day, null::date as to_day, lower(t.id || ' ' || t.what) as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at from outage t
  union all
  select t.org_id, 'attempts'::text as kind, t.id as key, t.person_id as person_id, null::text as site_id,
    '{}'::text[] as sites, t.on_day as from_day, null::date as to_day, lower(t.id || ' ' || t.tried) as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at from attempt t
  union all
  select t.org_id, 'outcomes'::text as kind, t.key_hash as key, null::text as person_id, null::text as site_id,
    '{}'::text[] as sites, t.on_day as from_day, null::date as to_day, lower(coalesce(t.outcome, '')) as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at from contact_worth t;
grant select on record_entry to customary_worker;

-- The row as it was goes to replaced_row when its content changes or it is taken out; one that only moved within its file stays.
-- Arguments: what the view calls the table, and the columns of the key. Work that forgets for good says so first.
create function record_keep_old() returns trigger language plpgsql as $$
declare
  whole jsonb := to_jsonb(old);
  kind text := tg_argv[0];
begin
  if (tg_op = 'DELETE' and current_setting('customary.forgetting', true) = 'yes') or (tg_op = 'UPDATE' and old.digest = new.digest) then
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end if;
  if kind = 'documents' then
    kind := case whole ->> 'kind' when 'policy' then 'policies' else 'procedures' end;
    whole := record_document(kind, whole);
  end if;
  insert into replaced_row (org_id, kind, key, cells, person_id, site_id, sites, origin_file, origin_row, recorded_at, replaced_at)
  values (
    old.org_id, kind,
    (select string_agg(case when name like '%\_at' then record_moment((whole ->> name)::timestamptz) else whole ->> name end, '~' order by nth)
      from unnest(tg_argv[1:]) with ordinality as part (name, nth)),
    record_cells(whole),
    case kind when 'people' then whole ->> 'id' else whole ->> 'person_id' end,
    case kind when 'sites' then whole ->> 'id' else whole ->> 'site_id' end,
    array(select jsonb_array_elements_text(case when jsonb_typeof(whole -> 'sites') = 'array' then whole -> 'sites' else '[]' end)),
    old.origin_file, old.origin_row, old.recorded_at,
    coalesce((to_jsonb(new) ->> 'recorded_at')::timestamptz, nullif(current_setting('customary.now', true), '')::timestamptz, now())
  ) on conflict do nothing;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;

do $$
declare
  one text[];
begin
  foreach one slice 1 in array array[
    array['site', 'sites', 'id'], array['site_month', 'site-months', 'site_id, month'], array['person', 'people', 'id'],
    array['post', 'posts', 'person_id, site_id, from_day'], array['shift', 'shifts', 'person_id, site_id, from_at'],
    array['authority_limit', 'authority-limits', 'id'], array['document_version', 'documents', 'id, version'], array['duty', 'duties', 'id'],
    array['acknowledgement', 'acknowledgements', 'person_id, kind, document_id, on_day, version'], array['certificate', 'certificates', 'id'],
    array['observation', 'observations', 'id'], array['target', 'targets', 'id'], array['approval', 'approvals', 'id'],
    array['outage', 'outages', 'id'], array['attempt', 'attempts', 'id'], array['contact_worth', 'outcomes', 'key_hash']]
  loop
    execute format('create trigger keep_old before update or delete on %I for each row execute function record_keep_old(%L, %s)',
      one[1], one[2], (select string_agg(quote_literal(part), ', ') from unnest(string_to_array(one[3], ', ')) as part));
  end loop;
end $$;

-- Old rows are seen by those who see the rows that replaced them.
select customary_open_to_held('replaced_row',
  'person_id = (select customary_person()) or person_id in (select p.person_id from post p where p.org_id = customary_org() and p.site_id = any((select customary_sites())::text[])) '
  || 'or (person_id is null and kind <> ''outcomes'' and (site_id = any((select customary_places())::text[]) or (site_id is null and (sites = ''{}'' or sites && (select customary_places())))))');

-- An answer is seen by those who see the contact, and given by whoever it was with.
select customary_open_to_held('mark_answer', 'exists (select from contact c where c.org_id = mark_answer.org_id and c.id = mark_answer.contact_id and c.latest)');
