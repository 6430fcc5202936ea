-- What failing costs, as last worked out, and what it was worked out from.

-- One row an organisation, like the shares of the failing: not done again while `read_from` is the same.
create table money_report (
  org_id text not null,
  read_from text not null,
  made_at timestamptz not null,
  report jsonb not null,
  primary key (org_id)
);
select customary_protect('money_report');
