-- From which day a site was open, and the first day on which it no longer was; null where nobody wrote it down.
alter table site add column opened date, add column closed date, add constraint site_closed_after check (closed > opened);
