-- Marks that people made before reviews were kept here, brought in as a table. A contact is named by the keyed digest of the
-- id or file name it goes by, and who marked by a keyed digest; no foreign key, since such a row may come before its contact.
-- The probability is the chance with which the contact was drawn to be marked: without one a mark enters no rate.

create table past_mark (
  org_id text not null,
  key_hash text not null,
  standard text not null,
  marker_hash text not null,
  verdict text not null,
  probability double precision check (probability > 0 and probability <= 1),
  on_day date,
  origin_file text not null,
  origin_row integer,
  digest text not null,
  recorded_at timestamptz(3) not null,
  primary key (org_id, key_hash, standard, marker_hash)
);
select customary_protect('past_mark');
