-- What was last told of all fixes, and what from: whoever opens them need not wait until every contact is counted again.

-- One row an organisation, for those who see all of it. Nothing that is not in other tables: it may go at any time.
create table fixes_told (
  org_id text not null,
  -- The last deed that bears on it, the day, and what whoever asked may see.
  told_from text not null,
  told jsonb not null,
  primary key (org_id)
);
select customary_protect('fixes_told');
