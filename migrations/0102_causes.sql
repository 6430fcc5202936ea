-- How much of the failing each cause explains, as last worked out, and what it was worked out from.

-- One row an organisation: the fit takes seconds to minutes, so it isn't done again while `read_from` is the same.
create table causes_report (
  org_id text not null,
  read_from text not null,
  made_at timestamptz not null,
  report jsonb not null,
  primary key (org_id)
);
select customary_protect('causes_report');
