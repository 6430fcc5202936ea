-- A letter that somebody has begun: their own, one at a time, in nobody else's sight until it is sent.

create table letter_draft (
  org_id text not null,
  member_id text not null,
  wrong text not null,
  why text not null,
  solution text not null,
  about_mark text,
  kept_at timestamptz not null,
  primary key (org_id, member_id)
);
select customary_protect('letter_draft');
-- Whose it is the program asks for each time: a member need not be a person of the record, so the database can't tell.
select customary_open_to_held('letter_draft', 'true');
