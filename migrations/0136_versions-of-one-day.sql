-- A mistake found an hour after publishing is put right the same day: the version before then ends on the day on which it began. It
-- stands for no day, since records go by the day, and stays in the history with whoever approved and acknowledged it.
alter table document_version drop constraint document_version_check;
alter table document_version add constraint document_version_ends_after_it_begins check (to_day >= from_day);
