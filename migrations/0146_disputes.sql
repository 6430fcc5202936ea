-- Disputes of marks: what whoever served says against a mark on their own contact, on which ground, and dated rows of what became
-- of it. And what no longer counts as a failure, since somebody ruled so.

-- Failures that a ruling took out: of this standard in this contact, whatever version of either is marked. The mark itself stays.
create table overturned_mark (
  org_id text not null,
  contact_id text not null,
  standard text not null,
  -- The mark that was looked at.
  mark_id text not null,
  -- What ruled: the id of a dispute.
  ruled_by text not null,
  overturned_at timestamptz(3) not null,
  primary key (org_id, contact_id, standard)
);
create index overturned_mark_mark on overturned_mark (org_id, mark_id);
select customary_protect('overturned_mark', 'select, insert, delete');
select customary_open_to_held('overturned_mark',
  'exists (select from contact c where c.org_id = overturned_mark.org_id and c.id = overturned_mark.contact_id)');

create table dispute (
  org_id text not null,
  id text not null,
  mark_id text not null,
  contact_id text not null,
  contact_version integer not null,
  standard text not null,
  standard_version text not null,
  -- Who made the mark: a marker, and the member where it was one.
  marker text not null,
  made_by text,
  -- Who disputes it: a member, and the person of the record who served.
  member_id text not null,
  person_id text not null,
  site_id text,
  ground text not null check (ground in ('words', 'person', 'not-applicable', 'instruction', 'other')),
  -- In their own words, without personal data.
  says text not null,
  -- The instruction that was followed: a clause, a step, or somebody's word on a day.
  instruction text check (instruction in ('policy', 'procedure', 'word')),
  document_id text,
  document_version text,
  part_id text,
  said_by text,
  said_on date,
  -- The clock when it was opened.
  opened_at timestamptz(3) not null,
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  check ((ground = 'instruction') = (instruction is not null)),
  check (instruction is null or (instruction = 'word') = (document_id is null))
);
create index dispute_mark on dispute (org_id, mark_id);
create index dispute_contact on dispute (org_id, contact_id);
create index dispute_person on dispute (org_id, person_id);
select customary_protect('dispute', 'select, insert, delete');

create table dispute_event (
  org_id text not null,
  dispute_id text not null,
  seq integer not null,
  kind text not null check (kind in ('opened', 'escalated', 'answered', 'second-round', 'withdrawn', 'rep-corrected')),
  happened_at timestamptz(3) not null,
  -- A member's id, or a part of the program.
  by text not null,
  says text not null default '',
  round integer not null check (round in (1, 2)),
  -- Who is asked now, as what, until which day.
  level text check (level in ('reviewer', 'manager', 'district-manager', 'owner')),
  asked text,
  due date,
  answer text check (answer in ('upheld', 'in-part', 'not-upheld')),
  primary key (org_id, dispute_id, seq),
  foreign key (org_id, dispute_id) references dispute (org_id, id)
);
create index dispute_event_due on dispute_event (org_id, due) where due is not null;
select customary_protect('dispute_event', 'select, insert, delete');

-- How long answers may take.
create table dispute_rule (
  org_id text not null primary key,
  days integer not null check (days between 1 and 30),
  days_off date[] not null
);
select customary_protect('dispute_rule');

-- Whoever is held to themself sees their own; whoever is held to sites, those of their sites.
select customary_open_to_held('dispute', 'site_id = any((select customary_sites())::text[]) or person_id = (select customary_person())');
select customary_open_to_held('dispute_event',
  'exists (select from dispute d where d.org_id = dispute_event.org_id and d.id = dispute_event.dispute_id)');
select customary_open_to_held('dispute_rule', 'true', 'false');
