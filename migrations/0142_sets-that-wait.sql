-- Of two who review one contact the second may never come: after so many days the plan waits no longer, and the set closes with the one
-- review that is in.
alter table review_plan add column wait_for_second_days integer not null default 14 check (wait_for_second_days between 0 and 365);
create index review_blind_open on review_blind (org_id, id) where closed_at is null;
create index review_task_set on review_task (org_id, blind_id) where blind_id is not null;

-- Two tasks of one contact stand in one place of the queue, whichever of them is still to be had: from the place nobody learns that
-- one is done.
drop index review_task_waiting;
create index review_task_waiting on review_task (org_id, due, substr(coalesce(blind_id, id), 3), id)
  where done_at is null and ended_at is null;
