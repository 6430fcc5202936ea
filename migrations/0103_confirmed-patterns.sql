-- Patterns that a fix has shown to be right: the rate moved as expected once their cause was mended.

-- A row a fix and round of it; withdrawn where the rate slipped back. What was confirmed is never rewritten, only ended.
create table confirmed_pattern (
  org_id text not null,
  fix_id text not null,
  confirmed_on date not null,
  standard text not null,
  cause text not null,
  -- Where the fix stands.
  sites text[] not null,
  withdrawn_on date,
  primary key (org_id, fix_id, confirmed_on)
);
select customary_protect('confirmed_pattern', 'select, insert, update');
