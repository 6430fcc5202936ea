-- What lets the history be checked without this database: signed checkpoints over the ledger's Merkle tree, which of them left
-- the machine, and which rows each sealing line of the ledger vouches for.

-- One for each length of the ledger at which somebody signed it. The note is C2SP's, with its signature.
create table ledger_checkpoint (
  org_id text not null,
  size bigint not null,
  root text not null,
  note text not null,
  made_at timestamptz(3) not null,
  made_by text not null,
  primary key (org_id, size)
);
select customary_protect('ledger_checkpoint', 'select, insert');

-- How it left: taken by somebody, or mailed.
create table checkpoint_left (
  org_id text not null,
  size bigint not null,
  at timestamptz(3) not null,
  how text not null check (how in ('taken', 'mailed')),
  by text not null,
  primary key (org_id, size, at, how, by),
  foreign key (org_id, size) references ledger_checkpoint (org_id, size)
);
select customary_protect('checkpoint_left', 'select, insert');

-- Addresses that get each day's checkpoint.
create table checkpoint_address (
  org_id text not null,
  address text not null,
  chosen_at timestamptz(3) not null,
  chosen_by text not null,
  primary key (org_id, address)
);
select customary_protect('checkpoint_address', 'select, insert, delete');

-- A row of the record or of marks as a line of the ledger vouches for it: the line's number, the row's place among those it
-- sealed, and the salted hash of what it said. `stamp` tells without reading its content whether it is still the row that was sealed.
create table sealed_row (
  org_id text not null,
  seq bigint not null,
  place integer not null,
  kind text not null,
  key text not null,
  stamp text not null,
  hash text not null,
  primary key (org_id, seq, place)
);
create index sealed_row_of on sealed_row (org_id, kind, key, seq);
select customary_protect('sealed_row', 'select, insert');

-- A judge's file that was made, or is being made: what was asked for, by whom, how far it is, and what it came to.
create table bundle (
  org_id text not null,
  id text not null,
  asked jsonb not null,
  state text not null check (state in ('waiting', 'making', 'made', 'failed')),
  done integer not null default 0,
  of_all integer,
  says text,
  asked_at timestamptz(3) not null,
  asked_by text not null,
  made_at timestamptz(3),
  bytes bigint,
  pages integer,
  -- SHA-256 of the whole file, of its list of files, and the line of the ledger that names the latter.
  sha256 text,
  manifest text,
  line bigint,
  counts jsonb,
  primary key (org_id, id)
);
create index bundle_newest on bundle (org_id, asked_at desc);
select customary_protect('bundle', 'select, insert, update');

-- The file itself, in pieces, until it is dropped: it quotes contacts.
create table bundle_piece (
  org_id text not null,
  bundle_id text not null,
  place integer not null,
  bytes bytea not null,
  primary key (org_id, bundle_id, place),
  foreign key (org_id, bundle_id) references bundle (org_id, id)
);
select customary_protect('bundle_piece', 'select, insert, delete');

create table bundle_contact (
  org_id text not null,
  bundle_id text not null,
  contact_id text not null,
  primary key (org_id, bundle_id, contact_id),
  foreign key (org_id, bundle_id) references bundle (org_id, id)
);
create index bundle_contact_of on bundle_contact (org_id, contact_id);
select customary_protect('bundle_contact', 'select, insert, delete');

-- A contact that goes takes along the files that quote it; that they were made, and their hashes, stay.
create function bundle_forget_contact() returns trigger language plpgsql as $$
begin
  delete from bundle_piece p using bundle_contact b
   where b.org_id = old.org_id and b.contact_id = old.id and p.org_id = b.org_id and p.bundle_id = b.bundle_id;
  delete from bundle_contact where org_id = old.org_id and contact_id = old.id;
  return old;
end $$;
create trigger bundle_forget_contact after delete on contact for each row execute function bundle_forget_contact();
