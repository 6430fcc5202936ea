-- Counts of erased contacts are seen like the contacts were: by whoever sees the site. Holds, erasings and what is known of
-- erased contacts stay closed to whoever is held to sites.
select customary_open_to_held('erased_count', 'site_id = any((select customary_sites())::text[])');
