-- People who sign in: who they are, what they may, how they show who they are, and where they are signed in. Secrets are kept
-- as keyed digests, passwords as scrypt hashes, the secrets of codes sealed with the organisation's key.

create table member (
  org_id text not null,
  id text not null,
  name text not null,
  -- In lower case; null for a person of the demo, whom nobody signs in as.
  email text,
  person_id text,
  made_at timestamptz(3) not null,
  made_by text not null,
  ended_at timestamptz(3),
  ended_by text,
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id)
);
create unique index member_email on member (org_id, email) where ended_at is null;
select customary_protect('member', 'select, insert, update');
select customary_open_to_held('member', 'id = (select customary_member())');

-- What they may: a role, at some sites or (null) at all, from one moment until another.
create table member_grant (
  org_id text not null,
  id text not null,
  member_id text not null,
  role text not null,
  sites text[] check (cardinality(sites) > 0),
  given_at timestamptz(3) not null,
  given_by text not null,
  ended_at timestamptz(3),
  ended_by text,
  primary key (org_id, id),
  foreign key (org_id, member_id) references member (org_id, id)
);
create index member_grant_member on member_grant (org_id, member_id) where ended_at is null;
select customary_protect('member_grant', 'select, insert, update');
select customary_open_to_held('member_grant', 'member_id = (select customary_member())', 'false');

create table sign_in_password (
  org_id text not null,
  member_id text not null,
  -- scrypt$N$r$p$salt$hash
  hash text not null,
  set_at timestamptz(3) not null,
  primary key (org_id, member_id),
  foreign key (org_id, member_id) references member (org_id, id)
);
select customary_protect('sign_in_password');
select customary_open_to_held('sign_in_password', 'member_id = (select customary_member())');

create table sign_in_passkey (
  org_id text not null,
  id text not null,
  member_id text not null,
  public_key text not null,
  counter bigint not null,
  transports text[] not null,
  says text not null,
  made_at timestamptz(3) not null,
  used_at timestamptz(3),
  ended_at timestamptz(3),
  primary key (org_id, id),
  foreign key (org_id, member_id) references member (org_id, id)
);
select customary_protect('sign_in_passkey', 'select, insert, update');
select customary_open_to_held('sign_in_passkey', 'member_id = (select customary_member())');

-- The secret of one-time codes; in use once a first code has confirmed it.
create table sign_in_code (
  org_id text not null,
  member_id text not null,
  sealed text not null,
  made_at timestamptz(3) not null,
  confirmed_at timestamptz(3),
  -- The half minute of the last code that opened: none opens twice.
  last_step bigint,
  primary key (org_id, member_id),
  foreign key (org_id, member_id) references member (org_id, id)
);
select customary_protect('sign_in_code');
select customary_open_to_held('sign_in_code', 'member_id = (select customary_member())');

create table sign_in_recovery (
  org_id text not null,
  member_id text not null,
  digest text not null,
  used_at timestamptz(3),
  primary key (org_id, member_id, digest),
  foreign key (org_id, member_id) references member (org_id, id)
);
select customary_protect('sign_in_recovery');
select customary_open_to_held('sign_in_recovery', 'member_id = (select customary_member())');

create table sign_in_session (
  org_id text not null,
  id text not null,
  member_id text not null,
  digest text not null,
  way text not null check (way in ('password', 'passkey', 'single-sign-on', 'look-around', 'set-up', 'link')),
  device text not null,
  made_at timestamptz(3) not null,
  seen_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  ended_at timestamptz(3),
  ended_by text,
  primary key (org_id, id),
  foreign key (org_id, member_id) references member (org_id, id)
);
create index sign_in_session_member on sign_in_session (org_id, member_id) where ended_at is null;
select customary_protect('sign_in_session');
select customary_open_to_held('sign_in_session', 'member_id = (select customary_member())');

-- What was asked of a browser and is waited for, for some minutes: a passkey's challenge, the way back from single sign-on.
create table sign_in_challenge (
  org_id text not null,
  id text not null,
  kind text not null check (kind in ('passkey', 'new-passkey', 'single-sign-on')),
  member_id text,
  about jsonb not null,
  expires_at timestamptz(3) not null,
  primary key (org_id, id)
);
select customary_protect('sign_in_challenge');
select customary_open_to_held('sign_in_challenge', 'member_id = (select customary_member())');

-- Links that are sent by mail: an invitation, or a new password for a member. Each opens once.
create table sign_in_link (
  org_id text not null,
  id text not null,
  kind text not null check (kind in ('invitation', 'new-password')),
  digest text not null,
  email text not null,
  name text not null,
  member_id text,
  person_id text,
  grants jsonb not null,
  made_at timestamptz(3) not null,
  made_by text not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  ended_at timestamptz(3),
  primary key (org_id, id),
  foreign key (org_id, member_id) references member (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id)
);
create index sign_in_link_email on sign_in_link (org_id, email) where used_at is null and ended_at is null;
select customary_protect('sign_in_link', 'select, insert, update');

-- Tries, to slow down whoever guesses; forgotten after a day. Account, address and device are keyed digests.
create table sign_in_attempt (
  org_id text not null,
  id text not null,
  account text,
  address text not null,
  at timestamptz(3) not null,
  primary key (org_id, id)
);
create index sign_in_attempt_account on sign_in_attempt (org_id, account, at);
create index sign_in_attempt_address on sign_in_attempt (org_id, address, at);
select customary_protect('sign_in_attempt', 'select, insert, delete');
