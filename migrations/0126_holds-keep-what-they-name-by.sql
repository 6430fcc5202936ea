-- A hold on a site with its days, or on a customer, knows its contacts by what these say of themselves. Facts that are told of a
-- contact later may change that; while a hold stands they change nothing by which it would lose the contact.
create function contact_stays_held() returns trigger language plpgsql as $$
begin
  if (new.site_id, new.started_at, new.started_local, new.customer_hash)
      is distinct from (old.site_id, old.started_at, old.started_local, old.customer_hash)
    and customary_contact_held(old.org_id, old.id, old.site_id, old.started_at, old.started_local, old.customer_hash)
  then
    new.site_id := old.site_id;
    new.started_at := old.started_at;
    new.started_local := old.started_local;
    new.customer_hash := old.customer_hash;
  end if;
  return new;
end $$;
create trigger contact_stays_held before update of site_id, started_at, started_local, customer_hash on contact
  for each row execute function contact_stays_held();
