-- What those see who are held to sites or to themself: rows of their sites, their own, and what is written for everybody.
-- Every other table stays closed to them (0021): the import's files, the figures of the whole organisation, the owner's answers.

select customary_open_to_held('organisation', 'true', 'false');
select customary_open_to_held('standard_version', 'true', 'false');
select customary_open_to_held('pack_set', 'true', 'false');
select customary_open_to_held('authority_limit', 'true', 'false');
select customary_open_to_held('duty', 'true', 'false');
-- Lines are added by whoever does something, and read by those who see everything.
select customary_open_to_held('event', 'false', 'true');

select customary_open_to_held('site', 'id = any((select customary_places())::text[])');
select customary_open_to_held('site_month', 'site_id = any((select customary_sites())::text[])');
select customary_open_to_held('outage', 'site_id = any((select customary_places())::text[])');
select customary_open_to_held('post', 'site_id = any((select customary_sites())::text[]) or person_id = (select customary_person())');
select customary_open_to_held('shift', 'site_id = any((select customary_sites())::text[]) or person_id = (select customary_person())');

-- Whoever has or had a post at one of their sites; the policy of posts holds inside.
select customary_open_to_held('person', 'id = (select customary_person()) or id in (select p.person_id from post p where p.org_id = customary_org())');
do $$
declare
  target text;
begin
  foreach target in array array['certificate', 'observation', 'approval', 'attempt', 'acknowledgement'] loop
    perform customary_open_to_held(target::regclass,
      'person_id = (select customary_person()) or person_id in (select p.person_id from post p where p.org_id = customary_org() and p.site_id = any((select customary_sites())::text[]))');
  end loop;
end $$;

-- An empty list of sites is for everywhere.
select customary_open_to_held('target', 'sites = ''{}'' or sites && (select customary_places())');
select customary_open_to_held('document_version', 'sites = ''{}'' or sites && (select customary_places())');
select customary_open_to_held('policy_version',
  'exists (select from document_version d where d.org_id = policy_version.org_id and d.kind = policy_version.kind and d.id = policy_version.id and d.version = policy_version.version)');
select customary_open_to_held('procedure_version',
  'exists (select from document_version d where d.org_id = procedure_version.org_id and d.kind = procedure_version.kind and d.id = procedure_version.id and d.version = procedure_version.version)');
select customary_open_to_held('policy_clause',
  'exists (select from policy_version v where v.org_id = policy_clause.org_id and v.id = policy_clause.policy_id and v.version = policy_clause.version)');
select customary_open_to_held('procedure_step',
  'exists (select from procedure_version v where v.org_id = procedure_step.org_id and v.id = procedure_step.procedure_id and v.version = procedure_step.version)');

select customary_open_to_held('contact', 'site_id = any((select customary_sites())::text[]) or person_id = (select customary_person())');
select customary_open_to_held('contact_key',
  'exists (select from contact c where c.org_id = contact_key.org_id and c.id = contact_key.contact_id)');
select customary_open_to_held('contact_worth',
  'exists (select from contact_key k where k.org_id = contact_worth.org_id and k.key_hash = contact_worth.key_hash)');
select customary_open_to_held('past_mark',
  'exists (select from contact_key k where k.org_id = past_mark.org_id and k.key_hash = past_mark.key_hash)');
select customary_open_to_held('marking',
  'exists (select from contact c where c.org_id = marking.org_id and c.id = marking.contact_id and c.version = marking.contact_version)');
select customary_open_to_held('mark',
  'exists (select from contact c where c.org_id = mark.org_id and c.id = mark.contact_id and c.version = mark.contact_version)');

-- Which run counts; then its findings, and the answers that these share.
select customary_open_to_held('diagnosis', 'true', 'false');
select customary_open_to_held('finding', 'exists (select from contact c where c.org_id = finding.org_id and c.id = finding.contact_id)');
select customary_open_to_held('finding_rung',
  '(run, id) in (select f.run, unnest(f.rung_ids) from finding f where f.org_id = customary_org())', 'false');

select customary_open_to_held('fix', 'sites && (select customary_sites()) or site_id = any((select customary_sites())::text[])');
select customary_open_to_held('fix_event',
  'exists (select from fix f where f.org_id = fix_event.org_id and f.id = fix_event.fix_id)');
