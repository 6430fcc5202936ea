-- Whether any contact is dated after today is asked wherever figures stand: by when it began, without reading contacts whole.
create index contact_began on contact (org_id, started_at) where latest;
