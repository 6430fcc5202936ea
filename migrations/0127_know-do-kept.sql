-- Know it, do it, as last told to who sees the whole organisation: it counts every mark. Counts alone, no word of a contact
-- and nobody's name; closed to those who are held to sites, whose own counts are made for them each time.

create table know_do_report (
  org_id text not null,
  read_from text not null,
  made_at timestamptz not null,
  report jsonb not null,
  primary key (org_id)
);
select customary_protect('know_do_report');
