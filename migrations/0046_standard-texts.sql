-- What was written of a standard in the editor, each time it was saved: rows that are only ever added. Without a text: back to
-- what ships.

create table standard_text (
  org_id text not null,
  id text not null,
  standard text not null,
  written text,
  note text not null,
  saved_at timestamptz(3) not null,
  saved_by text not null,
  primary key (org_id, id)
);
create index standard_text_of on standard_text (org_id, standard, saved_at);
select customary_protect('standard_text', 'select, insert');
