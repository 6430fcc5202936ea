-- A row of the record is found again by where it lies, as long as nobody writes: whoever picks rows from a long list and then reads
-- those whole looks through the list once. `whole` is the row as its table holds it, for those who put its cells in order themselves:
-- the database takes ten times as long over it.
create or replace view record_entry with (security_invoker = true) as
  select t.org_id, 'sites'::text as kind, t.id as key, null::text as person_id, t.id as site_id,
    '{}'::text[] as sites, null::date as from_day, null::date as to_day, lower(t.id || ' ' || t.name) as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at, t.ctid as place, to_jsonb(t) as whole from site t
  union all
  select t.org_id, 'site-months'::text as kind, t.site_id || '~' || t.month as key, null::text as person_id, t.site_id as site_id,
    '{}'::text[] as sites, (t.month || '-01')::date as from_day, null::date as to_day, lower(t.month) as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at, t.ctid as place, to_jsonb(t) as whole from site_month t
  union all
  select t.org_id, 'people'::text as kind, t.id as key, t.id as person_id, null::text as site_id,
    '{}'::text[] as sites, null::date as from_day, null::date as to_day, lower(t.id || ' ' || t.name) as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at, t.ctid as place, to_jsonb(t) as whole from person t
  union all
  select t.org_id, 'posts'::text as kind, t.person_id || '~' || t.site_id || '~' || t.from_day as key, t.person_id as person_id, t.site_id as site_id,
    '{}'::text[] as sites, t.from_day as from_day, t.to_day as to_day, lower(t.role) as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at, t.ctid as place, to_jsonb(t) as whole from post t
  union all
  select t.org_id, 'shifts'::text as kind, t.person_id || '~' || t.site_id || '~' || record_moment(t.from_at) as key, t.person_id as person_id, t.site_id as site_id,
    '{}'::text[] as sites, (t.from_at at time zone 'UTC')::date as from_day, null::date as to_day, '' as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at, t.ctid as place, to_jsonb(t) as whole from shift t
  union all
  select t.org_id, 'authority-limits'::text as kind, t.id as key, null::text as person_id, null::text as site_id,
    '{}'::text[] as sites, t.from_day as from_day, t.to_day as to_day, lower(t.id || ' ' || t.role || ' ' || t.act) as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at, t.ctid as place, to_jsonb(t) as whole from authority_limit t
  union all
  select t.org_id, 'policies'::text as kind, t.id || '~' || t.version as key, null::text as person_id, null::text as site_id,
    t.sites as sites, t.from_day as from_day, t.to_day as to_day, lower(t.id || ' ' || t.title) as words,
    record_cells(record_document('policies', to_jsonb(t))) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at, t.ctid as place, record_document('policies', to_jsonb(t)) as whole from document_version t where t.kind = 'policy'
  union all
  select t.org_id, 'procedures'::text as kind, t.id || '~' || t.version as key, null::text as person_id, null::text as site_id,
    t.sites as sites, t.from_day as from_day, t.to_day as to_day, lower(t.id || ' ' || t.title) as words,
    record_cells(record_document('procedures', to_jsonb(t))) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at, t.ctid as place, record_document('procedures', to_jsonb(t)) as whole from document_version t where t.kind = 'procedure'
  union all
  select t.org_id, 'duties'::text as kind, t.id as key, null::text as person_id, null::text as site_id,
    '{}'::text[] as sites, t.from_day as from_day, t.to_day as to_day, lower(t.id || ' ' || t.role || ' ' || t.task) as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at, t.ctid as place, to_jsonb(t) as whole from duty t
  union all
  select t.org_id, 'acknowledgements'::text as kind, t.person_id || '~' || t.kind || '~' || t.document_id || '~' || t.on_day || '~' || t.version as key, t.person_id as person_id, null::text as site_id,
    '{}'::text[] as sites, t.on_day as from_day, null::date as to_day, lower(t.document_id || ' ' || t.answer) as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at, t.ctid as place, to_jsonb(t) as whole from acknowledgement t
  union all
  select t.org_id, 'certificates'::text as kind, t.id as key, t.person_id as person_id, null::text as site_id,
    '{}'::text[] as sites, t.on_day as from_day, t.expires as to_day, lower(t.id || ' ' || t.task || ' ' || coalesce(t.procedure_id, '')) as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at, t.ctid as place, to_jsonb(t) as whole from certificate t
  union all
  select t.org_id, 'observations'::text as kind, t.id as key, t.person_id as person_id, null::text as site_id,
    '{}'::text[] as sites, t.on_day as from_day, null::date as to_day, lower(t.id || ' ' || t.act) as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at, t.ctid as place, to_jsonb(t) as whole from observation t
  union all
  select t.org_id, 'targets'::text as kind, t.id as key, null::text as person_id, null::text as site_id,
    t.sites as sites, t.from_day as from_day, t.to_day as to_day, lower(t.id || ' ' || t.says) as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at, t.ctid as place, to_jsonb(t) as whole from target t
  union all
  select t.org_id, 'approvals'::text as kind, t.id as key, t.person_id as person_id, null::text as site_id,
    '{}'::text[] as sites, (t.asked_at at time zone 'UTC')::date as from_day, null::date as to_day, lower(t.id || ' ' || t.waited_for) as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at, t.ctid as place, to_jsonb(t) as whole from approval t
  union all
  select t.org_id, 'outages'::text as kind, t.id as key, null::text as person_id, t.site_id as site_id,
    '{}'::text[] as sites, (t.from_at at time zone 'UTC')::date as from_day, null::date as to_day, lower(t.id || ' ' || t.what) as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at, t.ctid as place, to_jsonb(t) as whole from outage t
  union all
  select t.org_id, 'attempts'::text as kind, t.id as key, t.person_id as person_id, null::text as site_id,
    '{}'::text[] as sites, t.on_day as from_day, null::date as to_day, lower(t.id || ' ' || t.tried) as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at, t.ctid as place, to_jsonb(t) as whole from attempt t
  union all
  select t.org_id, 'outcomes'::text as kind, t.key_hash as key, null::text as person_id, null::text as site_id,
    '{}'::text[] as sites, t.on_day as from_day, null::date as to_day, lower(coalesce(t.outcome, '')) as words,
    record_cells(to_jsonb(t)) as cells,
    t.origin_file, t.origin_row, t.digest, t.recorded_at, t.ctid as place, to_jsonb(t) as whole from contact_worth t;

-- The newest of many acknowledgements, without putting all of them in order.
create index acknowledgement_newest on acknowledgement (org_id, (coalesce(on_day, '0001-01-01'::date)) desc);
