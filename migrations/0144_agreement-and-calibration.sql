-- From when on people's agreement on a standard is called poor, and calibrations: contacts that several people mark blind, then talk
-- over together until there is one key. Their marks are review_mark rows, seen by nobody until the calibration is revealed.

create table agreement_rule (
  org_id text not null,
  -- Krippendorff's alpha that people should reach.
  floor double precision not null check (floor > 0 and floor < 1),
  -- Double reviews from which on anything is said.
  doubles integer not null check (doubles between 10 and 1000),
  set_at timestamptz(3) not null,
  set_by text not null,
  primary key (org_id)
);
select customary_protect('agreement_rule');
select customary_open_to_held('agreement_rule', 'true', 'false');

create table calibration (
  org_id text not null,
  id text not null,
  name text not null,
  -- [{"standard": id, "version": ...}] as they stood when it began.
  standards jsonb not null,
  due date not null,
  made_at timestamptz(3) not null,
  made_by text not null,
  revealed_at timestamptz(3),
  -- Why: everybody was in, the day was over, or whoever runs it said so.
  revealed_because text check (revealed_because in ('all-in', 'day-over', 'told')),
  closed_at timestamptz(3),
  closed_by text,
  dropped_at timestamptz(3),
  primary key (org_id, id)
);
select customary_protect('calibration', 'select, insert, update');

create table calibration_contact (
  org_id text not null,
  calibration_id text not null,
  contact_id text not null,
  contact_version integer not null,
  position integer not null,
  primary key (org_id, calibration_id, contact_id),
  foreign key (org_id, calibration_id) references calibration (org_id, id)
);
create index calibration_contact_of on calibration_contact (org_id, contact_id);
select customary_protect('calibration_contact');

create table calibration_member (
  org_id text not null,
  calibration_id text not null,
  member_id text not null,
  -- Their letter while names are not shown.
  position integer not null,
  primary key (org_id, calibration_id, member_id),
  foreign key (org_id, calibration_id) references calibration (org_id, id)
);
create index calibration_member_of on calibration_member (org_id, member_id);
select customary_protect('calibration_member', 'select, insert');

-- What is said about one standard in one contact; rows are only added, and go with the contact.
create table calibration_comment (
  org_id text not null,
  id text not null,
  calibration_id text not null,
  contact_id text not null,
  standard text not null,
  member_id text not null,
  at timestamptz(3) not null,
  says text not null,
  primary key (org_id, id),
  foreign key (org_id, calibration_id) references calibration (org_id, id)
);
create index calibration_comment_of on calibration_comment (org_id, calibration_id, at);
create index calibration_comment_contact on calibration_comment (org_id, contact_id);
select customary_protect('calibration_comment', 'select, insert, delete');

-- The verdict agreed on, and why; the last of a contact and standard stands.
create table calibration_key (
  org_id text not null,
  calibration_id text not null,
  contact_id text not null,
  standard text not null,
  nth integer not null,
  verdict text not null check (verdict in ('met', 'failed', 'not-applicable', 'unsure')),
  because text not null,
  at timestamptz(3) not null,
  by_member text not null,
  primary key (org_id, calibration_id, contact_id, standard, nth),
  foreign key (org_id, calibration_id) references calibration (org_id, id)
);
create index calibration_key_contact on calibration_key (org_id, contact_id);
select customary_protect('calibration_key', 'select, insert, delete');

-- What is done about a standard's wording after it was talked over; the last of a standard stands.
create table calibration_outcome (
  org_id text not null,
  calibration_id text not null,
  standard text not null,
  nth integer not null,
  decision text not null check (decision in ('keep', 'reword', 'split')),
  note text not null,
  at timestamptz(3) not null,
  by_member text not null,
  primary key (org_id, calibration_id, standard, nth),
  foreign key (org_id, calibration_id) references calibration (org_id, id)
);
create index calibration_outcome_of on calibration_outcome (org_id, standard);
select customary_protect('calibration_outcome', 'select, insert');

-- Whoever is held to sites sees the calibrations that they take part in, or of which they see every contact.
select customary_open_to_held('calibration_member', 'member_id = (select customary_member())', 'false');
select customary_open_to_held('calibration',
  'exists (select from calibration_member m where m.org_id = calibration.org_id and m.calibration_id = calibration.id)', 'true');
select customary_open_to_held('calibration_contact',
  'exists (select from contact c where c.org_id = calibration_contact.org_id and c.id = calibration_contact.contact_id)');
select customary_open_to_held('calibration_comment',
  'exists (select from contact c where c.org_id = calibration_comment.org_id and c.id = calibration_comment.contact_id)');
select customary_open_to_held('calibration_key',
  'exists (select from contact c where c.org_id = calibration_key.org_id and c.id = calibration_key.contact_id)');
select customary_open_to_held('calibration_outcome',
  'exists (select from calibration c where c.org_id = calibration_outcome.org_id and c.id = calibration_outcome.calibration_id)');
