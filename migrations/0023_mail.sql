-- Mail that is to be sent, kept until it has gone. Where no mail server is set, owners read it on the screen instead.
create table mail (
  org_id text not null,
  id text not null,
  to_address text not null,
  subject text not null,
  -- Emptied once it has been sent: it may hold a link that opens something.
  words text not null,
  made_at timestamptz(3) not null,
  sent_at timestamptz(3),
  tries integer not null default 0,
  -- The kind of the last failure; never the server's words.
  failed text,
  primary key (org_id, id)
);
create index mail_waiting on mail (org_id, made_at) where sent_at is null;
select customary_protect('mail', 'select, insert, update, delete');
select customary_open_to_held('mail', 'false', 'true');
