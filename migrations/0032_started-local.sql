-- When a contact began as its source wrote it, `2026-03-02` or `2026-03-02T09:30:00`, where the source gave no zone: started_at
-- then follows from it as soon as the zone of the contact's site is known.
alter table contact add column started_local text;
