-- The first look at an organisation, as last told to who sees all of it: every page opens with it, and it counts every mark.

-- One row an organisation. It shows somebody's own words: erasing contacts takes it away.
create table overview_report (
  org_id text not null,
  read_from text not null,
  made_at timestamptz not null,
  report jsonb not null,
  primary key (org_id)
);
select customary_protect('overview_report');
