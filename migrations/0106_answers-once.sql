-- Each of a finding's twelve answers is kept once in a run, however many findings share it: seldom are all twelve the same
-- word for word, while most of them are. Findings are worked out again from marks and record by the next report.
truncate finding, diagnosis;
drop table finding_rungs;
alter table finding drop column rungs_id;
alter table finding add column rung_ids text[] not null;

create table finding_rung (
  org_id text not null,
  run text not null,
  id text not null,
  rung jsonb not null,
  primary key (org_id, run, id)
);
select customary_protect('finding_rung');
