-- Moments pinned from contacts, good and bad, and lessons put together from them. A moment points at its turns and at the words
-- that are hidden in them: what is shown is always made from these, and nothing that tells whose contact it was.

create table pinned_moment (
  org_id text not null,
  id text not null,
  contact_id text not null,
  contact_version integer not null,
  from_turn integer not null check (from_turn >= 0),
  to_turn integer not null check (to_turn >= from_turn),
  -- What is hidden: turn, from, to, and the word in its place.
  hidden jsonb not null,
  title text not null,
  sort text not null check (sort in ('good', 'bad')),
  standard text not null,
  pinned_by text not null,
  pinned_at timestamptz(3) not null,
  taken_down_at timestamptz(3),
  taken_down_by text,
  primary key (org_id, id),
  check ((taken_down_at is null) = (taken_down_by is null))
);
create index pinned_moment_contact on pinned_moment (org_id, contact_id);
create index pinned_moment_standard on pinned_moment (org_id, standard);
select customary_protect('pinned_moment');
-- Those who see a whole site read every moment; they pin, and take down, of contacts that they see. A rep is shown their words alone.
select customary_open_to_held('pinned_moment', 'cardinality((select customary_sites())) > 0',
  'exists (select from contact c where c.org_id = pinned_moment.org_id and c.id = pinned_moment.contact_id)');

create table lesson (
  org_id text not null,
  id text not null,
  title text not null,
  says text not null,
  standards text[] not null,
  -- As certificates and duties call them.
  tasks text[] not null,
  -- Empty: for everybody.
  sites text[] not null,
  state text not null check (state in ('being-made', 'out', 'ended')),
  -- Each save has the number of the one before it: nobody writes over what they have not seen.
  revision integer not null,
  made_by text not null,
  made_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  out_at timestamptz(3),
  primary key (org_id, id)
);
select customary_protect('lesson');
select customary_open_to_held('lesson', 'sites = ''{}'' or sites && (select customary_places())',
  'sites <> ''{}'' and sites <@ (select customary_sites())::text[]');

-- In order: a moment with what the trainer says of it, or the trainer's words alone.
create table lesson_part (
  org_id text not null,
  lesson_id text not null,
  position integer not null check (position > 0),
  moment_id text,
  says text not null,
  primary key (org_id, lesson_id, position),
  foreign key (org_id, lesson_id) references lesson (org_id, id),
  foreign key (org_id, moment_id) references pinned_moment (org_id, id)
);
create index lesson_part_moment on lesson_part (org_id, moment_id) where moment_id is not null;
select customary_protect('lesson_part');
select customary_open_to_held('lesson_part',
  'exists (select from lesson l where l.org_id = lesson_part.org_id and l.id = lesson_part.lesson_id)',
  'exists (select from lesson l where l.org_id = lesson_part.org_id and l.id = lesson_part.lesson_id and l.sites <> ''{}'' and l.sites <@ (select customary_sites())::text[])');
