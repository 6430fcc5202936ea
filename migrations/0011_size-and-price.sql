-- How large a site is and what it asks, month by month: what it produces can only be judged beside both.
alter table site_month add column units integer;
alter table site_month add column price double precision;
