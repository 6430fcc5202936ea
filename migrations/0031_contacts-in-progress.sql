-- How busy a site was at a moment is asked for every failure: by site and time, without reading contacts whole.
create index contact_site_time on contact (org_id, site_id, started_at) where latest;
