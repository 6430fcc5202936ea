-- The Monday page by mail: who wants it, to whom it went, and which profit-killers were told. Each row is put in by the transaction
-- that writes the letter, so that nobody gets the same twice.
create table monday_choice (
  org_id text not null,
  member_id text not null,
  is_on boolean not null,
  changed_at timestamptz(3) not null,
  primary key (org_id, member_id)
);
select customary_protect('monday_choice');

create table monday_letter (
  org_id text not null,
  member_id text not null,
  -- The Monday on which it was due.
  monday date not null,
  mail_id text not null,
  made_at timestamptz(3) not null,
  primary key (org_id, member_id, monday)
);
select customary_protect('monday_letter', 'select, insert');

create table told_profit_killer (
  org_id text not null,
  -- What tells it from others, e.g. `standard/opening.greeted`.
  id text not null,
  told_at timestamptz(3) not null,
  primary key (org_id, id)
);
select customary_protect('told_profit_killer', 'select, insert');
