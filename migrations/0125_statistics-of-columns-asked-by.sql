-- What the planner has no use for: long JSON that no query compares. To count its values again after every bulk write takes
-- several times as long as to count all the other columns together.
alter table contact
  alter column turns set statistics 0, alter column answers set statistics 0, alter column holds set statistics 0,
  alter column notes set statistics 0;
alter table marking alter column reason set statistics 0, alter column heard set statistics 0;
alter table mark
  alter column evidence set statistics 0, alter column searched set statistics 0, alter column why set statistics 0;
alter table finding
  alter column odds set statistics 0, alter column leading_causes set statistics 0, alter column gaps set statistics 0,
  alter column rung_ids set statistics 0;
alter table finding_rung alter column rung set statistics 0;
alter table contact_fact alter column facts set statistics 0;
