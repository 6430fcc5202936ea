-- Who was written to that a document waits for them: each time once, whatever process looks and however often.
create table document_mail (
  org_id text not null,
  -- `approval:DRAFT:REVISION`, or `review:KIND/ID/VERSION:DAY` with `soon` or `late`.
  about text not null,
  member_id text not null,
  on_day date not null,
  primary key (org_id, about, member_id)
);
select customary_protect('document_mail', 'select, insert');
