-- Why a clause stands, as said by those who answer for it, and which standards it serves or stands in the way of; what readers said of
-- parts of documents beside their acknowledgement, and the check questions they were asked. What was said is only ever added to.

-- The digest is of the clause's words: what was said holds for every version in which they are the same.
create table clause_reason (
  org_id text not null,
  id text not null,
  kind text not null default 'policy' check (kind = 'policy'),
  policy_id text not null,
  version text not null,
  clause_id text not null,
  words_digest text not null,
  -- Null: nobody said. A legal basis of 'none' was said to be none.
  purpose text,
  protects text,
  legal_basis text,
  authority text,
  factor text check (factor in ('yes', 'no', 'partly')),
  factor_reason text,
  by_actor text not null,
  said_at timestamptz(3) not null,
  -- Acts for one policy in their order, though two be of the same instant.
  nth integer not null,
  primary key (org_id, id),
  foreign key (org_id, kind, policy_id, version) references document_version (org_id, kind, id, version)
);
create index clause_reason_of on clause_reason (org_id, policy_id, nth);
select customary_protect('clause_reason', 'select, insert');

create table clause_link (
  org_id text not null,
  id text not null,
  kind text not null default 'policy' check (kind = 'policy'),
  policy_id text not null,
  version text not null,
  clause_id text not null,
  words_digest text not null,
  serves text[] not null,
  obstructs text[] not null,
  by_actor text not null,
  said_at timestamptz(3) not null,
  -- Acts for one policy in their order, though two be of the same instant.
  nth integer not null,
  primary key (org_id, id),
  foreign key (org_id, kind, policy_id, version) references document_version (org_id, kind, id, version)
);
create index clause_link_of on clause_link (org_id, policy_id, nth);
select customary_protect('clause_link', 'select, insert');

create table reader_note (
  org_id text not null,
  id text not null,
  person_id text not null,
  kind text not null,
  document_id text not null,
  version text not null,
  -- Empty: the document as a whole.
  part_id text not null,
  about text not null check (about in ('understanding', 'agreement', 'factor', 'check')),
  said text not null,
  words text,
  on_day date not null,
  said_at timestamptz(3) not null,
  -- One reader's notes on one version in their order.
  nth integer not null,
  check (case about
    when 'understanding' then said in ('understood', 'not-understood')
    when 'agreement' then said = 'disagree'
    when 'factor' then said in ('yes', 'no', 'partly')
    else said in ('right', 'wrong') end),
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, kind, document_id, version) references document_version (org_id, kind, id, version)
);
create index reader_note_of on reader_note (org_id, kind, document_id, version, part_id);
create index reader_note_by on reader_note (org_id, person_id, kind, document_id);
select customary_protect('reader_note', 'select, insert');

create table check_question (
  org_id text not null,
  id text not null,
  kind text not null check (kind in ('policy', 'procedure')),
  document_id text not null,
  part_id text not null,
  asks text not null,
  choices text[] not null check (cardinality(choices) between 2 and 5),
  -- Which of the choices, from 1.
  right_choice integer not null check (right_choice between 1 and cardinality(choices)),
  by_actor text not null,
  set_at timestamptz(3) not null,
  ended_at timestamptz(3),
  primary key (org_id, id)
);
create index check_question_of on check_question (org_id, kind, document_id);
select customary_protect('check_question', 'select, insert, update');

do $$
declare
  target text;
begin
  foreach target in array array['clause_reason', 'clause_link'] loop
    perform customary_open_to_held(target::regclass,
      format('exists (select from document_version d where d.org_id = %1$I.org_id and d.kind = %1$I.kind and d.id = %1$I.policy_id and d.version = %1$I.version)', target));
  end loop;
end $$;
select customary_open_to_held('check_question',
  'exists (select from document_version d where d.org_id = check_question.org_id and d.kind = check_question.kind and d.id = check_question.document_id)');
-- Read by those who answer for the reader, said by the reader alone.
select customary_open_to_held('reader_note',
  'person_id = (select customary_person()) or person_id in (select p.person_id from post p where p.org_id = customary_org() and p.site_id = any((select customary_sites())::text[]))',
  'person_id = (select customary_person())');
