-- Every table has one policy for who is held: what they may not put in is refused by the trigger that guards changes.
drop policy held_writes on document_version;
create or replace function document_version_of_ones_own() returns trigger language plpgsql as $$
begin
  if customary_not_held() then
    return new;
  end if;
  if tg_op = 'INSERT' then
    -- A row that is there already goes on as a change of it.
    if customary_all_own(new.sites) or exists (select from document_version d
      where d.org_id = new.org_id and d.kind = new.kind and d.id = new.id and d.version = new.version) then
      return new;
    end if;
  elsif customary_all_own(old.sites) and customary_all_own(new.sites)
    or (to_jsonb(new) - '{digest,recorded_at,origin_file,origin_row}'::text[])
      is not distinct from (to_jsonb(old) - '{digest,recorded_at,origin_file,origin_row}'::text[]) then
    return new;
  end if;
  raise exception 'a document of other sites is not changed by whoever is held to their own' using errcode = 'insufficient_privilege';
end $$;
create trigger document_version_put_in_of_ones_own before insert on document_version
  for each row execute function document_version_of_ones_own();
