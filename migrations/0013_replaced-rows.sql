-- Rows of the record as they were before they were corrected or taken out: what stood, from when, until when. Written by
-- triggers (0122), so that no way of changing the record can leave it out.

create table replaced_row (
  org_id text not null,
  -- The table of the record and the row's key in it, as the view record_entry names them.
  kind text not null,
  key text not null,
  -- Its columns under the names that record files use.
  cells jsonb not null,
  person_id text,
  site_id text,
  -- Empty: of no site, or of all.
  sites text[] not null,
  origin_file text not null,
  origin_row integer,
  recorded_at timestamptz(3) not null,
  replaced_at timestamptz(3) not null,
  primary key (org_id, kind, key, recorded_at, replaced_at)
);
create index replaced_row_person on replaced_row (org_id, person_id);
select customary_protect('replaced_row', 'select, insert, delete');

-- A row's own columns under the names that record files use: `person_id` is `person`, `from_day` is `from`, `most` is `limit`.
create function record_cells(whole jsonb) returns jsonb language sql immutable parallel safe as $$
  select coalesce(jsonb_object_agg(
    case name when 'most' then 'limit'
      else replace(regexp_replace(name, '^(person|site|supervisor|by|document|procedure|on|from|to)_(id|day|at)$', '\1'), '_', '-') end,
    value), '{}')
  from jsonb_each(whole) as cell (name, value)
  where name not in ('org_id', 'origin_file', 'origin_row', 'digest', 'recorded_at', 'key_hash')
    and value not in ('null', '[]')
$$;

-- An instant in a key: as the program writes it.
create function record_moment(at timestamptz) returns text language sql stable parallel safe
  as $$ select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;
