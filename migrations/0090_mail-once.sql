-- Mail may have an HTML form beside its words, and some must rather be lost than be sent twice. Whoever sends a letter claims it first.
alter table mail add column html text;
-- Not tried again where nobody can know whether it went.
alter table mail add column once boolean not null default false;
alter table mail add column claimed_at timestamptz(3);
