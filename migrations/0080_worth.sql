-- What came of a contact and what it was worth, told beside it, by the keyed digest of the id or file name it goes by. No
-- foreign key: such a row may come before its contact, and the id itself is never kept.

create table contact_worth (
  org_id text not null,
  key_hash text not null,
  outcome text,
  worth double precision check (worth >= 0),
  on_day date,
  origin_file text not null,
  origin_row integer,
  digest text not null,
  recorded_at timestamptz(3) not null,
  primary key (org_id, key_hash)
);
select customary_protect('contact_worth');
