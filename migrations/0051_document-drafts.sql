-- Documents while they are written, and how each version came to be: drafts with every save, what two wrote of one part, who
-- approved what, the rules of approving, each published version whole, and reviews that let a version stand on.

create table document_draft (
  org_id text not null,
  id text not null,
  kind text not null check (kind in ('policy', 'procedure')),
  document_id text not null,
  -- The version that it began from; null: there was none.
  based_on text,
  revision integer not null check (revision > 0),
  content jsonb not null,
  -- Empty: for everywhere. As in the content, for the database to tell who sees it.
  sites text[] not null,
  letters text[] not null,
  begun_by text not null,
  begun_at timestamptz(3) not null,
  changed_by text not null,
  changed_at timestamptz(3) not null,
  -- What approval was asked for: a later revision asks anew.
  asked_revision integer,
  asked_at timestamptz(3),
  -- A person's word on whether the change is material, and why where the comparison says otherwise.
  material boolean,
  material_why text,
  -- Advice of the checklist that somebody read and leaves as it is.
  accepted text[] not null,
  ended text check (ended in ('published', 'dropped')),
  ended_at timestamptz(3),
  primary key (org_id, id)
);
create unique index document_draft_open on document_draft (org_id, kind, document_id) where ended is null;
select customary_protect('document_draft', 'select, insert, update');
select customary_open_to_held('document_draft', 'sites = ''{}'' or sites && (select customary_places())');

-- Every save, whole: any of them can be read again.
create table document_save (
  org_id text not null,
  draft_id text not null,
  revision integer not null,
  content jsonb not null,
  saved_by text not null,
  saved_at timestamptz(3) not null,
  primary key (org_id, draft_id, revision),
  foreign key (org_id, draft_id) references document_draft (org_id, id)
);
select customary_protect('document_save', 'select, insert');

-- What somebody wrote of a part that another had changed meanwhile: kept until one of the two is chosen, and after.
create table document_clash (
  org_id text not null,
  id text not null,
  draft_id text not null,
  -- `part:ID`, or the name of a field of the head.
  place text not null,
  -- JSON null: they took the part out.
  mine jsonb not null,
  revision integer not null,
  written_by text not null,
  written_at timestamptz(3) not null,
  settled_at timestamptz(3),
  primary key (org_id, id),
  foreign key (org_id, draft_id) references document_draft (org_id, id)
);
create index document_clash_open on document_clash (org_id, draft_id) where settled_at is null;
select customary_protect('document_clash', 'select, insert, update');

-- Who has it open: told to the others, of the last minute alone.
create table document_editor (
  org_id text not null,
  draft_id text not null,
  member_id text not null,
  seen_at timestamptz(3) not null,
  primary key (org_id, draft_id, member_id),
  foreign key (org_id, draft_id) references document_draft (org_id, id)
);
select customary_protect('document_editor');

-- What was said of a revision by those who approve, by counsel and by whoever signs.
create table document_say (
  org_id text not null,
  draft_id text not null,
  nth integer not null,
  revision integer not null,
  said text not null check (said in ('approve', 'object', 'counsel-clear', 'counsel-object', 'sign')),
  -- The law or the risk that counsel names; the reason of whoever objects.
  why text,
  -- Whoever approved wrote it alone: nobody else may.
  alone boolean not null,
  member_id text not null,
  said_at timestamptz(3) not null,
  primary key (org_id, draft_id, nth),
  foreign key (org_id, draft_id) references document_draft (org_id, id)
);
select customary_protect('document_say', 'select, insert');

-- How many approve, who, whether counsel looks and somebody signs: of a kind, of a class of policies, or of one document.
create table document_rule (
  org_id text not null,
  kind text not null check (kind in ('policy', 'procedure')),
  -- `*`, `class:CLASS` or `document:ID`; the narrowest holds.
  scope text not null,
  quorum integer not null check (quorum between 1 and 20),
  -- Roles, or members as `member:ID`.
  approvers text[] not null,
  counsel boolean not null,
  counsel_days integer not null check (counsel_days between 1 and 60),
  sign_off boolean not null,
  review_months integer not null check (review_months between 1 and 120),
  -- Also versions that were not published here lapse when they are not re-justified.
  sunset_all boolean not null,
  set_by text not null,
  set_at timestamptz(3) not null,
  primary key (org_id, kind, scope)
);
select customary_protect('document_rule');
select customary_open_to_held('document_rule', 'true', 'false');

-- A version as it was published here: whole, with the digest of its canonical text, and how it came to be.
create table document_text (
  org_id text not null,
  kind text not null,
  id text not null,
  version text not null,
  content jsonb not null,
  sha256 text not null check (length(sha256) = 64),
  material boolean not null,
  -- The version of the last material change: who acknowledged one of the same is not asked again.
  material_since text not null,
  -- What the comparison proposed and what the person decided, both.
  change jsonb not null,
  letters text[] not null,
  draft_id text not null,
  revision integer not null,
  published_by text not null,
  published_at timestamptz(3) not null,
  primary key (org_id, kind, id, version),
  foreign key (org_id, kind, id, version) references document_version (org_id, kind, id, version),
  foreign key (org_id, draft_id) references document_draft (org_id, id)
);
select customary_protect('document_text', 'select, insert');

-- A version looked at again and left as it is, with the reason and the day of the next look.
create table document_review (
  org_id text not null,
  kind text not null,
  id text not null,
  version text not null,
  nth integer not null,
  on_day date not null,
  next_due date not null check (next_due > on_day),
  why text not null,
  reviewed_by text not null,
  reviewed_at timestamptz(3) not null,
  primary key (org_id, kind, id, version, nth),
  foreign key (org_id, kind, id, version) references document_version (org_id, kind, id, version)
);
select customary_protect('document_review', 'select, insert');

-- Who sees the draft or the version sees what belongs to it.
do $$
declare
  target text;
begin
  foreach target in array array['document_save', 'document_clash', 'document_editor', 'document_say'] loop
    perform customary_open_to_held(target::regclass, format(
      'exists (select from document_draft d where d.org_id = %1$I.org_id and d.id = %1$I.draft_id)', target));
  end loop;
  foreach target in array array['document_text', 'document_review'] loop
    perform customary_open_to_held(target::regclass, format(
      'exists (select from document_version v where v.org_id = %1$I.org_id and v.kind = %1$I.kind and v.id = %1$I.id and v.version = %1$I.version)', target));
  end loop;
end $$;

-- The register counts who acknowledged each version.
create index acknowledgement_of_version on acknowledgement (org_id, kind, document_id, version, person_id);
