-- Job descriptions as those who hold the job write them, and what whoever answers for them said of each line. Both stay: what was
-- sent is not changed any more, and nothing once it was evaluated.

create table job_description (
  org_id text not null,
  id text not null,
  person_id text not null,
  -- 1, 2, 3 ... of one person.
  nth integer not null check (nth > 0),
  role text not null,
  site_id text,
  supervisor_id text,
  state text not null check (state in ('being-written', 'sent', 'evaluated')),
  -- Each save has the number of the one before it: nobody writes over what they have not seen.
  revision integer not null,
  written jsonb not null,
  begun_at timestamptz(3) not null,
  sent_at timestamptz(3) check (state = 'being-written' or sent_at is not null),
  due_on date check (state = 'being-written' or due_on is not null),
  evaluated_on date check (state <> 'evaluated' or evaluated_on is not null),
  evaluated_by text,
  evaluation jsonb check (state <> 'evaluated' or evaluation is not null),
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id)
);
create unique index job_description_of on job_description (org_id, person_id, nth);
select customary_protect('job_description');
-- One's own; of the people at one's sites once it was sent.
select customary_open_to_held('job_description',
  'person_id = (select customary_person()) or (state <> ''being-written'' and person_id in (select p.person_id from post p where p.org_id = customary_org() and p.site_id = any((select customary_sites())::text[])))');

create function job_description_stays() returns trigger language plpgsql as $$
begin
  if old.state = 'evaluated' then
    raise exception 'a job description that was evaluated stays as it is';
  end if;
  if old.state = 'sent' and (new.written is distinct from old.written or new.state = 'being-written') then
    raise exception 'a job description that was sent stays as it was written';
  end if;
  return new;
end $$;
create trigger job_description_stays before update on job_description for each row execute function job_description_stays();
