-- What those see of reviews who are held to sites: what is about a contact that they see, and plans that reach their sites.

select customary_open_to_held('review_plan', 'sites = ''{}'' or sites && (select customary_sites())',
  'sites <> ''{}'' and sites <@ (select customary_sites())');
select customary_open_to_held('review_draw',
  'exists (select from review_plan p where p.org_id = review_draw.org_id and p.id = review_draw.plan_id)');
select customary_open_to_held('review_frame',
  'exists (select from contact c where c.org_id = review_frame.org_id and c.id = review_frame.contact_id)');
select customary_open_to_held('review_blind',
  'exists (select from contact c where c.org_id = review_blind.org_id and c.id = review_blind.contact_id)');
select customary_open_to_held('review_task',
  'exists (select from contact c where c.org_id = review_task.org_id and c.id = review_task.contact_id)');
select customary_open_to_held('review_mark',
  'exists (select from contact c where c.org_id = review_mark.org_id and c.id = review_mark.contact_id)');
select customary_open_to_held('review_draft',
  'reviewer = (select customary_member()) and exists (select from review_task t where t.org_id = review_draft.org_id and t.id = review_draft.task_id)');
select customary_open_to_held('review_skip',
  'exists (select from review_task t where t.org_id = review_skip.org_id and t.id = review_skip.task_id)');
