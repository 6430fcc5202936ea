-- What a learned marker would have said of each contact that taught it, had it not heard that person's contacts: rates and agreement
-- are told by that, since of what taught it a marker is always too right.

create table marker_taught (
  org_id text not null,
  marker text not null,
  contact_id text not null,
  verdict text not null check (verdict in ('met', 'failed', 'not-applicable', 'unsure')),
  primary key (org_id, marker, contact_id),
  foreign key (org_id, marker) references learned_marker (org_id, id)
);
create index marker_taught_of_contact on marker_taught (org_id, contact_id);
select customary_protect('marker_taught', 'select, insert, delete');

-- Whoever is held to sites is told rates of them, too.
select customary_open_to_held('standing_marker', 'true', 'false');
select customary_open_to_held('marker_taught',
  'exists (select from contact c where c.org_id = marker_taught.org_id and c.id = marker_taught.contact_id)', 'false');
