-- What the person served says of a mark on their own contact. It stands beside the mark and never changes it.

create table mark_answer (
  org_id text not null,
  -- A mark's id comes from its content: the same mark made anew keeps its answer.
  mark_id text not null,
  contact_id text not null,
  person_id text not null,
  answer text not null check (answer in ('right', 'not-so')),
  because text check (answer = 'right' or because is not null),
  answered_at timestamptz(3) not null,
  -- Who answers for them has read it.
  seen_at timestamptz(3),
  seen_by text,
  primary key (org_id, mark_id),
  foreign key (org_id, person_id) references person (org_id, id)
);
create index mark_answer_contact on mark_answer (org_id, contact_id);
create index mark_answer_waiting on mark_answer (org_id, answered_at) where seen_at is null;
select customary_protect('mark_answer');
