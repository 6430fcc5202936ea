-- The answers that findings share have no site, and to look up who may see one would read every finding of a site for each.
-- They go by ids that stand in findings alone: whoever doesn't see a finding has nothing to ask for its answers by.
select customary_open_to_held('finding_rung', 'true', 'false');
