-- What is written for everybody is written by nobody who is held to sites: they put in, change and end documents of their own sites
-- alone. And what people rely on as having been said is taken out of no table: versions, job descriptions, answers of readers.

create function customary_all_own(sites text[]) returns boolean language sql stable parallel safe
  as $$ select customary_not_held() or (sites <> '{}' and sites <@ customary_sites()) $$;

create policy held_writes on document_version as restrictive for insert to customary_held
  with check (customary_all_own(sites));

-- Links to standards and where a row was read from are told of any version; its words, its days and whom it is for are not.
create function document_version_of_ones_own() returns trigger language plpgsql as $$
begin
  if customary_not_held() or (customary_all_own(old.sites) and customary_all_own(new.sites)) then
    return new;
  end if;
  if (to_jsonb(new) - '{digest,recorded_at,origin_file,origin_row}'::text[])
    is distinct from (to_jsonb(old) - '{digest,recorded_at,origin_file,origin_row}'::text[]) then
    raise exception 'a document of other sites is not changed by whoever is held to their own' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger document_version_of_ones_own before update on document_version
  for each row execute function document_version_of_ones_own();

-- What a version holds beside its head, as far as it is not the links of its parts.
create function document_part_of_ones_own() returns trigger language plpgsql as $$
declare
  said jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
  links text[] := '{serves,obstructs}';
begin
  if customary_not_held() then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and (to_jsonb(new) - links) is not distinct from (to_jsonb(old) - links) then
    return new;
  end if;
  if not exists (select from document_version d where d.org_id = said ->> 'org_id' and d.kind = tg_argv[0]
    and d.id = said ->> tg_argv[1] and d.version = said ->> 'version' and customary_all_own(d.sites)) then
    raise exception 'a document of other sites is not changed by whoever is held to their own' using errcode = 'insufficient_privilege';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger of_ones_own before insert or update or delete on policy_version
  for each row execute function document_part_of_ones_own('policy', 'id');
create trigger of_ones_own before insert or update or delete on policy_clause
  for each row execute function document_part_of_ones_own('policy', 'policy_id');
create trigger of_ones_own before insert or update or delete on procedure_version
  for each row execute function document_part_of_ones_own('procedure', 'id');
create trigger of_ones_own before insert or update or delete on procedure_step
  for each row execute function document_part_of_ones_own('procedure', 'procedure_id');

revoke delete on document_version, policy_version, procedure_version, job_description from customary_worker;

-- A slip that somebody entered by hand may be taken out, and stays among the old rows; what a reader said here, and what a file
-- told, may not.
create function acknowledgement_stays() returns trigger language plpgsql as $$
begin
  if old.origin_file <> 'entered by hand' then
    raise exception 'an answer to a document is not taken out' using errcode = 'insufficient_privilege';
  end if;
  return old;
end $$;
create trigger acknowledgement_stays before delete on acknowledgement
  for each row execute function acknowledgement_stays();
