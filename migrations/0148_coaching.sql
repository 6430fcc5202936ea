-- Coaching from a mark: what whoever answers for a person wrote to them about a moment of a contact, and dated rows of what
-- became of it. The moment and the example are pointed at, never copied.

create table coaching_note (
  org_id text not null,
  id text not null,
  person_id text not null,
  -- Who coaches: the person of the record, and the member they signed in as.
  by_id text not null,
  by_member text not null,
  -- The mark that it speaks of. Its contact and standard stand beside it: the same contact marked anew may have another mark.
  mark_id text not null,
  contact_id text not null,
  contact_version integer not null,
  standard text not null,
  verdict text not null check (verdict in ('met', 'failed')),
  evidence jsonb not null,
  says text not null,
  try text not null,
  -- What good sounds like: a mark on somebody else's contact; null for what the set of standards itself gives.
  example_mark text,
  example_contact text,
  follow_up date,
  given_at timestamptz(3) not null,
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, by_id) references person (org_id, id)
);
create index coaching_note_of on coaching_note (org_id, person_id, given_at);
create index coaching_note_contact on coaching_note (org_id, contact_id);
create index coaching_note_example on coaching_note (org_id, example_contact) where example_contact is not null;
select customary_protect('coaching_note');
select customary_open_to_held('coaching_note',
  'person_id = (select customary_person()) or person_id in (select p.person_id from post p where p.org_id = customary_org() and p.site_id = any((select customary_sites())::text[]))');

create table coaching_event (
  org_id text not null,
  note_id text not null,
  nth integer not null check (nth > 0),
  -- withdrawn: by the coach, before it was read. looked: the coach looked again on the day to follow up.
  kind text not null check (kind in ('read', 'acknowledged', 'withdrawn', 'looked')),
  says text not null default '',
  by_id text not null,
  at timestamptz(3) not null,
  primary key (org_id, note_id, nth),
  foreign key (org_id, note_id) references coaching_note (org_id, id)
);
select customary_protect('coaching_event', 'select, insert, delete');
select customary_open_to_held('coaching_event',
  'exists (select from coaching_note n where n.org_id = coaching_event.org_id and n.id = coaching_event.note_id)');
