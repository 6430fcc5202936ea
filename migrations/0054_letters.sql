-- Letters about what is wrong with a rule: what was written, what it cites, who joined, and dated rows of what became of it. Of a
-- shielded writer nothing is kept: no member, no person, no hour.

create table letter (
  org_id text not null,
  id text not null,
  -- In the order in which letters came out; null for a shielded one until the day after it was handed in.
  number integer,
  shielded boolean not null,
  -- The member who wrote it, and the person of the record that they were then.
  writer text,
  writer_person text,
  site_id text,
  wrong text not null,
  why text not null,
  solution text not null,
  about_kind text check (about_kind in ('policy', 'procedure')),
  about_document text,
  about_part text,
  sent_on date not null,
  -- Keyed digest of the code by which a shielded writer reads replies.
  claim_digest text,
  primary key (org_id, id),
  check (not shielded or (writer is null and writer_person is null and claim_digest is not null))
);
create unique index letter_number on letter (org_id, number) where number is not null;
create index letter_claim on letter (org_id, claim_digest) where claim_digest is not null;
create index letter_writer on letter (org_id, writer_person) where writer_person is not null;
create index letter_about on letter (org_id, about_kind, about_document) where about_document is not null;
select customary_protect('letter', 'select, insert, update');

-- Marks that it speaks of; their words are read where they stand, by those who may.
create table letter_citation (
  org_id text not null,
  letter_id text not null,
  mark_id text not null,
  standard text not null,
  position integer not null,
  primary key (org_id, letter_id, mark_id),
  foreign key (org_id, letter_id) references letter (org_id, id)
);
create index letter_citation_mark on letter_citation (org_id, mark_id);
select customary_protect('letter_citation');

create table letter_supporter (
  org_id text not null,
  letter_id text not null,
  member_id text not null,
  since date not null,
  primary key (org_id, letter_id, member_id),
  foreign key (org_id, letter_id) references letter (org_id, id)
);
select customary_protect('letter_supporter', 'select, insert, delete');

create table letter_event (
  org_id text not null,
  letter_id text not null,
  seq integer not null,
  kind text not null check (kind in ('sent', 'escalated', 'answered', 'looked', 'not-looked', 'signed', 'said', 'grown', 'followed')),
  on_day date not null,
  -- A member's id, `writer` where the writer is shielded, or a part of the program.
  by text not null,
  says text not null default '',
  -- What answers next: who, as what, until which day.
  level text,
  owner text,
  due date,
  next text check (next in ('open', 'counsel', 'sign-off', 'adopted', 'in-part', 'refused')),
  answer text check (answer in ('adopted', 'in-part', 'refused')),
  -- The law or the risk that an objection names.
  law text,
  because text,
  -- What came of it: a document that is being written, a fix.
  document text,
  fix_id text,
  -- False until the day after, of what a shielded writer said: nobody is to tell them by the hour.
  told boolean not null default true,
  primary key (org_id, letter_id, seq),
  foreign key (org_id, letter_id) references letter (org_id, id)
);
select customary_protect('letter_event', 'select, insert, update');

-- How long answers may take, and what an adoption needs.
create table letter_rule (
  org_id text not null primary key,
  days integer not null check (days between 1 and 60),
  counsel_days integer not null check (counsel_days between 1 and 30),
  sign_off boolean not null,
  days_off date[] not null
);
select customary_protect('letter_rule');

-- Letters are public inside the organisation: whoever is held to sites reads them as everybody does.
select customary_open_to_held('letter', 'true');
select customary_open_to_held('letter_citation', 'true');
select customary_open_to_held('letter_supporter', 'true', 'member_id = (select customary_member())');
select customary_open_to_held('letter_event', 'true');
select customary_open_to_held('letter_rule', 'true', 'false');
